import { expect, it } from 'vitest';
import { updateIn, victimStreamSchema } from '../../../functions/tell/victim-update.ts';

const image = {
  pk: { S: 'VICTIM#V-1' },
  id: { S: 'V-1' },
  event: { S: 'removal-verified' },
  reference: { S: '4217/23-A' },
  caseId: { S: 'c1' },
  at: { S: '2026-11-27T12:00:00.000Z' },
  dueOn: { S: '2026-12-04' },
  dueOnEnhanced: { S: '2026-11-30' },
  unknownYears: { L: [] },
  state: { S: 'due' },
};
const tell = (NewImage: object, OldImage?: object) =>
  updateIn(victimStreamSchema.parse({ dynamodb: { NewImage, ...(OldImage && { OldImage }) } }));

it('tells other systems the reference, the days and the words of what a victim is owed to hear, once', () => {
  expect(tell(image)).toEqual({
    updateId: 'V-1',
    event: 'removal-verified',
    reference: '4217/23-A',
    at: '2026-11-27T12:00:00.000Z',
    dueOn: '2026-12-04',
    dueOnEnhanced: '2026-11-30',
    words: expect.objectContaining({ subject: 'A listing of your stolen device is gone' }),
  });
  expect(tell({ ...image, state: { S: 'told' } }, image)).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { checkChangeIn, checkStreamSchema } from '../../../functions/tell/check-change.ts';

const hit = {
  pk: { S: 'DAY#phone-hub#2026-11-27' },
  hitPk: { S: 'HITS#2026-11' },
  id: { S: 'r1' },
  client: { S: 'phone-hub' },
  at: { S: '2026-11-27T10:00:00.000Z' },
  identifier: { S: '35824005*****10' },
  records: { L: [{ S: '4217/26-A' }] },
  reference: { S: 'shelf 4' },
};
const held = {
  id: { S: 'phone-hub' },
  name: { S: 'Phone Hub' },
  held: { M: { since: { S: '2026-11-27T10:00:00.000Z' }, why: { S: 'one-model' } } },
};

const changeOf = (NewImage: object, OldImage?: object) =>
  checkChangeIn(checkStreamSchema.parse({ dynamodb: { NewImage, ...(OldImage && { OldImage }) } }));

describe('the check API tells other systems', () => {
  it('of a hit with its id, and nothing of device, record or reference', () => {
    const told = { hit: { hitId: 'r1', client: 'phone-hub', at: '2026-11-27T10:00:00.000Z' } };
    expect(changeOf(hit)).toEqual(told);
    expect(changeOf(hit, { pk: hit.pk })).toEqual(told);
    expect(changeOf(hit, hit)).toEqual({});
  });

  it('of a client from the moment it is held, once', () => {
    expect(changeOf(held, { id: held.id })).toEqual({ held: { client: 'phone-hub', at: '2026-11-27T10:00:00.000Z', why: 'one-model' } });
    expect(changeOf({ ...held, dailyBudget: { N: '5' } }, held)).toEqual({});
  });
});

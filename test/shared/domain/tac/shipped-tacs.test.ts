import { expect, test } from 'vitest';
import { reportingBody } from '../../../../shared/domain/imei.ts';
import { contradict } from '../../../../shared/domain/tac/agreement.ts';
import { packGroups } from '../../../../shared/domain/tac/packed-tacs.ts';
import { shippedTacs } from '../../../../shared/domain/tac/shipped-tacs.ts';

const tacs = shippedTacs.flatMap((group) => group.tacs.map((tac) => String(tac).padStart(8, '0')));

test('every shipped TAC is one that a body of today gave out, and stands once', () => {
  expect(tacs.filter((tac) => reportingBody(tac).status !== 'allocating')).toEqual([]);
  expect(new Set(tacs).size).toBe(tacs.length);
});

test('the shipped list contradicts itself nowhere', () => {
  const directory = packGroups(shippedTacs);
  expect(tacs.filter((tac) => directory.find(tac).length !== 1 || contradict(directory.find(tac)))).toEqual([]);
  expect(directory.find('35209308')).toEqual([
    { brand: 'Teltonika', models: ['TM2500'], otherNames: ['FMB962'], source: 'shipped with Fencewatch' },
  ]);
});

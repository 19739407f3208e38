import { expect, it } from 'vitest';
import { decisionOf } from '../../../local/fit/stored-set.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { aCase, aMatch, NOW } from '../../support/console-data.ts';

it('learns from what two persons confirmed and from "not the device", and from nothing else', () => {
  const refused = (reason: 'not-the-device' | 'cannot-tell' | 'legitimate-sale' | 'record-wrong') =>
    aCase({ state: 'closed', refusal: refuse(aMatch(), { reason, by: 'osei', at: NOW }) });
  const about = { itemId: 'marktplein/88120734', reference: '4217/26-A', weight: 1 };
  expect(decisionOf(aCase({ state: 'confirmed' }))).toEqual([{ ...about, isTheDevice: true }]);
  expect(decisionOf(refused('not-the-device'))).toEqual([{ ...about, isTheDevice: false }]);
  const silent = [refused('cannot-tell'), refused('legitimate-sale'), refused('record-wrong'), aCase(), aCase({ state: 'second-check' })];
  expect(silent.flatMap(decisionOf)).toEqual([]);
});

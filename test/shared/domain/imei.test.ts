import { describe, expect, it } from 'vitest';
import { checkDigit, isImei, namesNoDevice, reportingBody } from '../../../shared/domain/imei.ts';

describe('check digit', () => {
  it('follows the example of 3GPP TS 23.003 Annex B', () => {
    expect(checkDigit('26053179311383')).toBe('7');
  });

  it('tells a right number from a wrong one and from other lengths', () => {
    expect(isImei('260531793113837')).toBe(true);
    expect(isImei('260531793113838')).toBe(false);
    expect(isImei('26053179311383')).toBe(false);
  });
});

describe('reporting body', () => {
  it('knows who allocates, who did, test ranges and numbers nobody gave out', () => {
    expect(reportingBody('35').status).toBe('allocating');
    expect(reportingBody('4490').status).toBe('former');
    expect(reportingBody('00').status).toBe('test');
    expect(reportingBody('378').status).toBe('none');
  });
});

describe('numbers that name no device', () => {
  it.each([
    ['490154203237518', 'textbook-example'],
    ['004999010640000', 'textbook-example'],
    ['111111111111119', 'placeholder'],
    ['350000000000006', 'placeholder'],
    ['123456789012345', 'placeholder'],
    ['004400152020008', 'test-range'],
  ])('%s is refused as %s', (imei, reason) => {
    expect(namesNoDevice(imei)).toBe(reason);
  });
});

import { describe, expect, it } from 'vitest';
import { checkDigit, isImei, namesNoDevice, normaliseImei, reportingBody } from '../../../shared/domain/imei.ts';

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

describe('normalising what a records desk typed', () => {
  const imei = `35516789071234${checkDigit('35516789071234')}`;
  it.each([
    ['dashes', '35-516789-071234-X'.replace('X', imei.charAt(14))],
    ['a label and spaces', `IMEI: 35 516789 071234 ${imei.charAt(14)}`],
    ['no check digit', '35516789071234'],
    ['a software version in place of the check digit', '3551678907123401'],
    ['a software version after the check digit', `${imei}/01`],
    ['full-width digits', imei.replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d)))],
    ['Arabic-Indic digits', imei.replace(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d)))],
    ['the URN with its spare zero', 'urn:gsma:imei:35516789-071234-0'],
  ])('reads %s', (_what, text) => {
    expect(normaliseImei(text)).toEqual({ ok: true, imei });
  });

  it.each([
    ['', 'no digits'],
    ['12345', '5 digits'],
    ['3.55167E+14', 'a number that a spreadsheet rounded'],
    ['C3TZ9P9R698G', 'letters'],
    ['490154203237518', 'a number that manuals and articles print as an example'],
    ['000000000000000', 'a placeholder: repeated or counting digits'],
  ])('refuses "%s" and says what it found', (text, found) => {
    expect(normaliseImei(text)).toMatchObject({ ok: false, found });
  });

  it('refuses a wrong check digit without repeating the number', () => {
    const wrong = `35516789071234${(Number(imei.charAt(14)) + 1) % 10}`;
    const refusal = normaliseImei(wrong);
    expect(refusal).toMatchObject({ ok: false, found: expect.stringContaining('check digit') });
    expect(JSON.stringify(refusal)).not.toContain('35516789');
  });
});

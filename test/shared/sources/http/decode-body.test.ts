import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../../shared/sources/http/decode-body.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
/** "Телефон" in windows-1251. */
const cyrillic = Buffer.from([0xd2, 0xe5, 0xeb, 0xe5, 0xf4, 0xee, 0xed]);

describe('decodeBody', () => {
  it('believes a byte order mark before anything else', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<p>Grüße', 'utf16le')]);
    expect(decodeBody(utf16, 'text/html; charset=utf-8')).toEqual({ text: '<p>Grüße', charset: 'utf-16le' });
  });

  it('knows UTF-16 without a mark by its zeros', () => {
    expect(decodeBody(Buffer.from('<html><p>Grüße', 'utf16le'), 'text/html').text).toBe('<html><p>Grüße');
  });

  it('reads UTF-8 as UTF-8 whatever the header says', () => {
    expect(decodeBody(Buffer.from('<p>Grüße €'), 'text/html; charset=iso-8859-1').text).toBe('<p>Grüße €');
  });

  it('reads windows-1251 by the header', () => {
    expect(decodeBody(cyrillic, 'text/html; charset=windows-1251')).toEqual({ text: 'Телефон', charset: 'windows-1251' });
  });

  it('reads windows-1251 by the meta element when the header claims UTF-8', () => {
    const page = Buffer.concat([latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>'), cyrillic]);
    expect(decodeBody(page, 'text/html; charset=utf-8').text).toMatch(/<p>Телефон$/);
  });

  it('falls back on windows-1252 when UTF-8 is claimed and nothing of it is', () => {
    expect(decodeBody(latin('<p>Grüße, à bientôt'), 'text/html; charset=utf-8')).toEqual({
      text: '<p>Grüße, à bientôt',
      charset: 'windows-1252',
    });
  });

  it('keeps UTF-8 that is cut in the middle of a character', () => {
    const cut = Buffer.from('<p>Grüße und Küsse ü').subarray(0, -1);
    expect(decodeBody(cut, 'text/html').text).toBe('<p>Grüße und Küsse \ufffd');
  });

  it('survives a charset that does not exist', () => {
    expect(decodeBody(latin('<p>plain'), 'text/html; charset=klingon').text).toBe('<p>plain');
  });
});

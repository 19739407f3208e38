import { describe, expect, it } from 'vitest';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';

describe('the language of a label', () => {
  it.each([
    ['IMEI: 355167890712340', 'any'],
    ['IMEI number 355167890712340', 'en'],
    ['IMEI-Nummer: 355167890712340', 'de, nl, sv, da, nb'],
    ['Die IMEI lautet 355167890712340', 'de'],
    ['numéro IMEI 355167890712340', 'fr, es, it, pt, fi'],
    ['le numéro IMEI est 355167890712340', 'fr'],
    ['número de IMEI: 355167890712340', 'fr, es, pt'],
    ['el IMEI es 355167890712340', 'es'],
    ['codul IMEI este 355167890712340', 'ro'],
    ['numer IMEI to 355167890712340', 'pl'],
    ['IMEI numarası 355167890712340', 'tr'],
    ['номер IMEI 355167890712340', 'ru, uk'],
    ['имей 355167890712340', 'ru'],
    ['رقم الآيمي: 355167890712340', 'ar'],
    ['IMEI نمبر: 355167890712340', 'ur'],
    ['آئی ایم ای آئی: 355167890712340', 'ur, fa'],
    ['आईएमईआई: 355167890712340', 'hi'],
    ['串号：355167890712340', 'zh'],
    ['端末識別番号 355167890712340', 'ja'],
    ['Seriennummer C3TZ9P9R698G', 'de'],
  ])('%s: %s', (text, language) => {
    expect(findIdentifiersInText(text).map(({ features }) => features?.labelLanguage)).toEqual([language]);
  });

  it('is that of the words on its own line', () => {
    const [find] = findIdentifiersInText('Numéro de commande au dos.\nIMEI: 355167890712340');
    expect(find?.features).toMatchObject({ labelWord: 'imei', labelLanguage: 'any' });
  });

  it('is not that of letters in the number before', () => {
    const finds = findIdentifiersInText('numer IMEI: 35-516789-O71234-O, IMEI 2: 35xxxxxxxx4321');
    expect(finds.map(({ features }) => features?.labelLanguage)).toEqual(['pl', 'any']);
  });

  it('is told of a label behind the number too', () => {
    const [find] = findIdentifiersInText('355167890712340 is the IMEI number');
    expect(find?.features).toMatchObject({ labelWord: 'imei', labelLanguage: 'en' });
  });
});

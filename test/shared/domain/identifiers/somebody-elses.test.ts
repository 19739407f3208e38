import { describe, expect, it } from 'vitest';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';

const imei = '356938035643817';

function ownerIn(said: string): string {
  const [find, ...others] = findIdentifiersInText(said.replace('#', imei));
  expect([find?.value, others]).toEqual([imei, []]);
  const owner = find?.features?.perhapsOf ?? 'the listing';
  expect((find?.confidence ?? 0) >= 0.5).toBe(owner === 'the listing');
  return owner;
}

describe('words that speak of somebody else’s phone', () => {
  it.each([
    'Beware, IMEI # was stolen from me.',
    'My phone was stolen, IMEI #. Please call.',
    'Stolen from me:\nIMEI #',
    'Not like the one with IMEI # which was blocked',
    'Report if you see IMEI #',
    'If you are offered IMEI #, call the police',
    'Do not buy the phone with IMEI #',
    "Don't buy IMEI #",
    'Looking for my stolen iPhone IMEI #',
    'Scammer alert: the seller of IMEI # is a fraud',
    'Another seller copied my photos, his IMEI is #',
    'The previous one had IMEI #',
    'Achtung, IMEI # ist Diebesgut',
    'IMEI # wurde mir gestohlen',
    'Bitte melden, wenn Sie die IMEI # sehen, Polizei ermittelt',
    'Attention, l’IMEI # m’a été volé',
    'N’achetez pas, IMEI #',
    'Cuidado, el IMEI # me lo robaron',
    'Attenzione, IMEI # mi è stato rubato',
    'Cuidado, o IMEI # foi roubado',
    'Pas op, IMEI # is gestolen',
    'Uwaga, IMEI # został skradziony',
    'IMEI # a fost furat',
    'IMEI # byl ukraden',
    'IMEI # elloptak tőlem',
    'Внимание, IMEI # украден у меня',
    'Увага, IMEI # вкрали у мене',
    'IMEI # çalındı',
    'Varning, IMEI # är stulen',
    'Advarsel, IMEI # er stjålet',
    'احذروا IMEI # مسروق',
    'सावधान IMEI # चोरी हो गया',
    '小心 IMEI # 被盗了',
    'IMEI # 盗まれました',
    'Awas, IMEI # telah dicuri',
  ])('leave its number a candidate: %s', (said) => {
    expect(ownerIn(said)).toBe('somebody else');
  });

  it.each([
    'IMEI #, not stolen',
    'IMEI # never reported lost or stolen',
    "It wasn't stolen, IMEI #",
    'Beware of scammers. IMEI #',
    'Check it is not stolen: IMEI #',
    'IMEI # check if stolen',
    'Stolen check passed, IMEI #',
    'Attention: IMEI #',
    'Please note the IMEI #',
    'If anyone is interested, IMEI is #',
    'If you see this ad it is available, IMEI #',
    'The one with IMEI # is for sale',
    'Report any issue, IMEI #',
    'My last phone was stolen.\n\nThis one: IMEI #',
    'Nicht gestohlen, IMEI #',
    'Achtung: Display hat Kratzer, IMEI #',
    'Verkaufe mein altes iPhone, IMEI #',
    'Pas volé, IMEI #',
    'Attention écran rayé, IMEI #',
    'No robado ni reportado, IMEI #',
    'Cuidado con el cristal, IMEI #',
    'Non rubato, IMEI #',
    'Não roubado, IMEI #',
    'Niet gestolen, IMEI #',
    'Nie kradziony, IMEI #',
    'Uwaga: pęknięty ekran, IMEI #',
    'Nu este furat, IMEI #',
    'Не украден, IMEI #',
    'IMEI # çalıntı değil',
    'ليس مسروق IMEI #',
  ])('are none: %s', (said) => {
    expect(ownerIn(said)).toBe('the listing');
  });
});

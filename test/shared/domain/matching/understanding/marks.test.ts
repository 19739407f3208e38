import { describe, expect, it } from 'vitest';
import { isRare, readMarks } from '../../../../../shared/domain/matching/understanding/marks.ts';

function marks(text: string): string[] {
  return readMarks(text).map(({ kind, value }) => [kind, ...value].join('='));
}

describe('readMarks', () => {
  it.each([
    ['cracked screen', ['screen broken']],
    ['the display has a hairline crack', ['screen broken']],
    ['the rear is shattered', ['back broken']],
    ['Rear panel split', ['back broken']],
    ['back glass smashed', ['back broken']],
    ['camera glass cracked', ['lens broken']],
    ['broken rear lens', ['lens broken']],
    ['small dent in the frame', ['edge bent']],
    ['Knocked corner', ['edge bent']],
    ['Face ID not working', ['face-id dead']],
    ['facial recognition dead', ['face-id dead']],
    ['battery needs service', ['battery dead']],
    ['light scratches', ['worn']],
    ['Display gesprungen', ['screen broken']],
    ['écran cassé', ['screen broken']],
    ['chipped top-left corner', ['edge bent']],
    ['cracked all over', ['screen broken']],
    ['aftermarket screen', ['screen replaced']],
    ["face unlock doesn't work", ['face-id dead']],
    ['cracked screen and back', ['back broken', 'screen broken']],
    ['no Face ID', ['face-id dead']],
    ['black ink spot top left of screen', ['screen spot']],
    ['dead pixels', ['screen spot']],
    ['burn in on the screen', ['screen burn']],
    ['SIM tray missing', ['tray missing']],
    ['Backcover gebrochen', ['back broken']],
    ['kleine Delle an der Ecke', ['edge bent']],
    ['schwarzer Punkt im Bildschirm', ['screen spot']],
    ['la tapa trasera está rota', ['back broken']],
    ['vetro dietro rotto', ['back broken']],
    ['хрипит динамик', ['speaker dead']],
    ['mufă încărcare defectă', ['port dead']],
    ['charging port loose', ['port dead']],
    ['linha verde no ecrã', ['screen line=green']],
    ['pixels morts au milieu', ['screen spot']],
    ['rayures / vitre arrière cassée', ['worn', 'back broken']],
    ['carcasa con abolladura en una esquina', ['edge bent']],
    ['vitre arrière fissurée', ['back broken']],
    ['vetro posteriore rotto', ['back broken']],
    ['ecrã rachado', ['screen broken']],
    ['zbita szybka', ['screen broken']],
    ['plecki pęknięte', ['back broken']],
    ['Face ID nie działa', ['face-id dead']],
    ['scherm gebarsten', ['screen broken']],
    ['трещина на экране', ['screen broken']],
    ['задняя крышка разбита', ['back broken']],
    ['мелкие царапины', ['worn']],
    ['не работает кнопка громкости', ['button dead']],
    ['тріщина на склі', ['screen broken']],
  ])('reads damage: "%s"', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it.each([
    ['green line down the screen', ['screen line=green']],
    ['letters A.M. carved into the back', ['engraving=am']],
    ['AM engraved', ['engraving=am']],
    ['engraved "To Sam"', ['engraving=sam']],
    ['robot decal attached', ['sticker=robot']],
    ['Union Jack sticker on the back', ['sticker=union=jack']],
    ['Covered in denim film', ['film=denim']],
    ['someone scratched "JD" into it', ['engraving=jd']],
    ['NHS asset tag 40213', ['tag=nhs=40213']],
    ['Bumper cover thrown in', ['cover=bumper']],
    ['sim tray is gold (not original)', ['tray=gold']],
    ['replacement SIM tray, gold', ['tray=gold']],
    ['dab of red nail varnish by the camera', ['paint=red']],
    ['small engraving on back (L B)', ['engraving=lb']],
    ['am engraved on the back', ['engraving=am']],
    ["c'è un'incisione CV dietro", ['engraving=cv']],
    ['says Lorenzo on the back, its engraved so wont come off', ['engraving=lorenzo']],
    ['hinten klebt ein Pilz Sticker', ['sticker=mushroom']],
    ['Gravur „HH“ auf der Rückseite', ['engraving=hh']],
    ['Display hat eine weiße Linie', ['screen line=white']],
    ['SIM-Schacht ist blau', ['tray=blue']],
    ['lleva pegada una pegatina de tiburón', ['sticker=shark']],
    ['aún tiene la etiqueta de inventario Acme 57621', ['tag=acme=57621']],
    ['autocollant de cœur au dos', ['sticker=heart']],
    ['etui różowe gratis', ['cover=pink']],
    ['выгравировано имя Марта', ['engraving=marta']],
    ['на дисплее розовая полоса', ['screen line=pink']],
    ['наклейка «гриб» сзади', ['sticker=mushroom']],
  ])('reads marks with what they bear: "%s"', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  it.each([
    'no cracks or scratches',
    'screen not cracked',
    'Never dropped, without scratches',
    'Face ID works',
    'No faults otherwise',
    'good condition',
    'ohne Kratzer',
    'sin arañazos',
    'bez rys',
    'без царапин',
    'pas de rayures',
    'screen protector has a crack',
    'защитная плёнка на экране',
    'Google Pixel 8, spot on condition',
    'bank transfer only, initially 900',
    '',
  ])('reads no mark into "%s"', (text) => {
    expect(marks(text)).toEqual([]);
  });

  it('keeps each mark once', () => {
    expect(marks('Cracked screen. Screen is cracked. Display broken')).toEqual(['screen broken']);
  });

  it('keeps the clause it read', () => {
    expect(readMarks('Nice phone. Letters G.F carved in. Bargain')[0]?.said).toBe('Letters GF carved in');
  });
});

it('calls rare what singles a phone out', () => {
  expect(readMarks('AM engraved, green line on screen, cracked screen').map(isRare)).toEqual([true, true, false]);
});

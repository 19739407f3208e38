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

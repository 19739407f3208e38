/** What a camera and the model that reads its photos do to a label: put right before the text is read, and nothing else is. */

/** A stretch of the text that is to be replaced. */
export interface Mending {
  start: number;
  end: number;
  by: string;
}

/**
 * "IME:351021…", "MEI350225…", "ME1 35…", "MEX1:356…", "MEIZ 355…": IMEI with a letter lost or misread, perhaps its slot too, as a word of its
 * own right before a number as long as an IMEI. No other word is written so; one of which this is the end ("TIME 35…") is left alone.
 */
const mangledLabel = /(?<![\p{L}\d])(?<label>[I1lJT|![]?\s?M[E3F][I1lXTLJ|!\]]{0,2})(?<slot>[12Z]?)(?=\s?[:.]{0,2}\s?\d(?:[ -]?\d){13})/gu;
/** "Trackingnumber353733…": the model drops blanks, and a name glued to its number would not be known. */
const gluedName = /(?<=\p{L}{3})(?=\d{14})/gu;

/** Where the writing on a photo is to be mended before it is read as a text, in order. Linear: every part is bounded. */
export function mendingsOf(text: string): Mending[] {
  const labels = Array.from(text.matchAll(mangledLabel), ({ 0: found, index, groups }) => {
    return { start: index, end: index + found.length, by: `IMEI${groups?.['slot']?.replace('Z', '2') ?? ''}` };
  });
  const gaps = Array.from(text.matchAll(gluedName), ({ index }) => ({ start: index, end: index, by: ' ' }));
  const apart = gaps.filter(({ start }) => !labels.some((label) => label.start <= start && start <= label.end));
  return [...labels, ...apart].sort((a, b) => a.start - b.start);
}

/** CSS declarations that take text off the screen or turn it round. */

/** What a declaration does to the text of its element. */
export type Effect = 'hides' | 'turns';

const nothing = /^0(?![.\d])/;
const offScreen = /^-\d{3}/;

/** The values that have an effect, by property. Blur and transparent ink are not among them: platforms blur numbers for their own reasons. */
const effects: Record<string, readonly [effect: Effect, value: RegExp]> = {
  display: ['hides', /^none/i],
  visibility: ['hides', /^(?:hidden|collapse)/i],
  'content-visibility': ['hides', /^hidden/i],
  width: ['hides', nothing],
  height: ['hides', nothing],
  'max-width': ['hides', nothing],
  'max-height': ['hides', nothing],
  'font-size': ['hides', nothing],
  font: ['hides', /^0(?:px|em|rem|pt)?[\s/]/],
  opacity: ['hides', nothing],
  left: ['hides', offScreen],
  right: ['hides', offScreen],
  top: ['hides', offScreen],
  'margin-left': ['hides', offScreen],
  'margin-right': ['hides', offScreen],
  'margin-top': ['hides', offScreen],
  'text-indent': ['hides', offScreen],
  clip: ['hides', /^rect\(\s*0/i],
  'clip-path': ['hides', /^inset\(\s*(?:50|100)%/i],
  transform: ['hides', /^scale\(\s*0\s*\)/i],
  'unicode-bidi': ['turns', /^(?:bidi|isolate)-override/i],
};
const effectsByProperty = new Map(Object.entries(effects));

/** A colon between the last letter of such a property and the beginning of such a value: few declarations have one. */
const tellingColon = /(?<=[yehtpmi]\s*):\s*(?:none|hidden|collapse|0(?![.\d])|-\d{3}|rect\(|inset\(|scale\(|bidi-o|isolate-o)/gi;
/** Longer than any value is looked into. */
const longestValue = 24;

/** Calls `found` with the colon of each declaration in `css`, a style sheet or inline style, that has an effect on the text. */
export function findEffects(css: string, found: (effect: Effect, colon: number) => void): void {
  for (let from = 0; from < css.length; ) {
    tellingColon.lastIndex = from;
    const match = tellingColon.exec(css);
    if (match === null) return;
    // `found` may search another text with the same expression: the place is kept here.
    from = tellingColon.lastIndex;
    const [effect, value] = effectsByProperty.get(propertyBefore(css, match.index)) ?? [];
    const written = match[0].slice(1).trimStart() + css.slice(from, from + longestValue);
    if (effect !== undefined && value?.test(written)) found(effect, match.index);
  }
}

/** Whether a block with an override of the direction turns its text round: `direction: rtl`. */
export function runsRightToLeft(declarations: string): boolean {
  return /direction\s*:\s*rtl/i.test(declarations);
}

function propertyBefore(css: string, colon: number): string {
  let end = colon;
  while (end > 0 && css.charCodeAt(end - 1) <= 32) end--;
  let start = end;
  while (start > 0 && isNameCharacter(css.charCodeAt(start - 1)) && end - start < longestValue) start--;
  const name = css.slice(start, end).toLowerCase();
  return name.startsWith('-') ? name.replace(/^-[a-z]+-/, '') : name;
}

function isNameCharacter(code: number): boolean {
  return code === 45 || ((code | 32) >= 97 && (code | 32) <= 122);
}

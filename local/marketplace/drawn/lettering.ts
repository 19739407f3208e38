/**
 * Writing as strokes of a pen, in SVG: a drawn photo shows the same letters on every machine, whatever fonts it has. Capitals, digits and
 * the signs of a label; on a grid 4 wide and 6 high, y downwards.
 */

// biome-ignore format: a table, one character an entry
const strokes: Readonly<Record<string, string>> = {
  '0': 'M2 0C.6 0 0 1.4 0 3S.6 6 2 6 4 4.6 4 3 3.4 0 2 0Z', '1': 'M.7 1.2 2.3 0V6', '2': 'M.1 1.6C.1.6.9 0 2 0s1.9.7 1.9 1.7C3.9 3 2.8 3.7 0 6H4',
  '3': 'M.2.9C.6.3 1.2 0 2 0c1.1 0 1.8.6 1.8 1.5S3.1 2.9 1.5 2.9C3.2 2.9 4 3.5 4 4.4S3.2 6 2 6C1 6 .4 5.7 0 5', '4': 'M3 6V0L0 4.2H4', '5': 'M3.7 0H.6L.3 2.7C.8 2.4 1.3 2.2 2 2.2c1.3 0 2 .8 2 1.9S3.2 6 1.9 6C1 6 .4 5.7 0 5.1',
  '6': 'M3.6.6C3.2.2 2.7 0 2.2 0 .8 0 .1 1.5.1 3.5.1 5.2.9 6 2 6s2-.8 2-1.9-.8-1.9-2-1.9-1.7.7-1.9 1.4', '7': 'M0 0H4L1.4 6', '8': 'M2 0C.9 0 .3.6.3 1.4s.7 1.4 1.7 1.4 1.7-.6 1.7-1.4S3.1 0 2 0ZM2 2.8C.8 2.8 0 3.5 0 4.4S.8 6 2 6s2-.7 2-1.6-.8-1.6-2-1.6Z',
  '9': 'M.4 5.4C.8 5.8 1.3 6 1.8 6c1.4 0 2.1-1.5 2.1-3.5C3.9.8 3.1 0 2 0S0 .8 0 1.9s.8 1.9 2 1.9 1.7-.7 1.9-1.4',
  A: 'M0 6 2 0 4 6M.7 4H3.3', B: 'M.3 0V6H2.2C3.4 6 4 5.3 4 4.4S3.4 2.9 2.2 2.9H.3M2 2.9C3.1 2.9 3.6 2.2 3.6 1.5S3.1 0 2 0H.3', C: 'M3.9 1C3.5.4 2.8 0 2.1 0 .8 0 0 1.3 0 3S.8 6 2.1 6C2.8 6 3.5 5.6 3.9 5', D: 'M.3 0V6H1.8C3.2 6 4 4.8 4 3S3.2 0 1.8 0Z',
  E: 'M3.7 0H.4V6H3.8M.4 2.9H3.3', F: 'M3.7 0H.4V6M.4 2.9H3.2', G: 'M3.9 1C3.5.4 2.8 0 2.1 0 .8 0 0 1.3 0 3S.8 6 2.1 6C3.2 6 4 5.2 4 3.3H2.4', H: 'M.3 0V6M3.7 0V6M.3 2.9H3.7', I: 'M1 0H3M2 0V6M1 6H3', J: 'M3.2 0V4.3C3.2 5.5 2.5 6 1.6 6S.2 5.5.1 4.5', K: 'M.3 0V6M3.8 0 .3 3.6M1.5 2.4 4 6', L: 'M.4 0V6H3.8',
  M: 'M.1 6V0L2 3.8 3.9 0V6', N: 'M.3 6V0L3.7 6V0', O: 'M2 0C.7 0 0 1.3 0 3S.7 6 2 6 4 4.7 4 3 3.3 0 2 0Z', P: 'M.3 6V0H2.2C3.4 0 4 .8 4 1.7S3.4 3.4 2.2 3.4H.3', Q: 'M2 0C.7 0 0 1.3 0 3S.7 6 2 6 4 4.7 4 3 3.3 0 2 0ZM2.4 4.2 4.1 6.4', R: 'M.3 6V0H2.2C3.4 0 4 .7 4 1.6S3.4 3.2 2.2 3.2H.3M2.2 3.2 4 6',
  S: 'M3.7.9C3.3.3 2.7 0 2 0 .9 0 .3.6.3 1.4c0 2.2 3.6 1 3.6 3.1C3.9 5.4 3.2 6 2 6 1.1 6 .4 5.6 0 5', T: 'M0 0H4M2 0V6', U: 'M.3 0V3.8C.3 5.2 1 6 2 6s1.7-.8 1.7-2.2V0', V: 'M0 0 2 6 4 0', W: 'M-.2 0 .9 6 2 1.5 3.1 6 4.2 0', X: 'M.1 0 3.9 6M3.9 0 .1 6', Y: 'M0 0 2 3V6M4 0 2 3', Z: 'M.1 0H3.9L.1 6H4',
  ':': 'M2 2V2.1M2 5.5V5.6', '.': 'M2 5.8V5.9', ',': 'M2 5.7 1.6 6.8', '-': 'M.8 3.2H3.2', '/': 'M3.5-.3.5 6.3', '(': 'M2.8-.6C1.2 1.5 1.2 4.5 2.8 6.6', ')': 'M1.2-.6C2.8 1.5 2.8 4.5 1.2 6.6', '*': 'M2 .6V3.4M.8 1.3 3.2 2.7M3.2 1.3.8 2.7', '#': 'M1.4.2.9 5.8M3.1.2 2.6 5.8M.2 2H3.8M.2 4H3.8', '+': 'M2 1.5V4.7M.4 3.1H3.6',
};

/** From one letter to the next, on the grid. */
const ADVANCE = 5.4;

export interface Writing {
  x: number;
  /** Of the top of the capitals. */
  y: number;
  /** Height of the capitals. */
  size: number;
  colour?: string;
  /** Of the pen, in sixths of the height. */
  weight?: number;
}

/** How wide a text comes out. */
export function widthOf(text: string, size: number): number {
  return text.length * ADVANCE * (size / 6);
}

/** A text as an SVG path. Small letters are drawn as capitals; what the pen does not know is left out and leaves its space. */
export function write(text: string, { x, y, size, colour = '#111', weight = 0.62 }: Writing): string {
  const paths = Array.from(text.toUpperCase(), (character, index) => {
    const path = strokes[character];
    return path === undefined ? '' : `<path d="${path}" transform="translate(${index * ADVANCE} 0)"/>`;
  });
  const pen = `fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<g transform="translate(${x} ${y}) scale(${size / 6})" ${pen}>${paths.join('')}</g>`;
}

/** A label alone on its line, or before a colon, is no longer than this in any language we know. */
const longestLabel = 40;
const longestValue = 60;
/** Beyond this many lines a page repeats itself, and a hostile one goes on for ever. */
const mostLines = 5000;

/**
 * Pairs of label and value as a page's text shows them, whatever its elements are: `Colour: Blue` on one line, or `Farbe` on one and
 * `Schwarz` on the next, as rows of tables and lists of definitions stand.
 */
export function* labelledLines(lines: readonly string[]): Generator<readonly [label: string, value: string]> {
  for (let at = 0; at < Math.min(lines.length, mostLines); at += 1) {
    const line = lines[at] ?? '';
    const colon = line.search(/[:：]/);
    if (colon > 0 && colon <= longestLabel && colon < line.length - 1) yield [line.slice(0, colon), line.slice(colon + 1)];
    else if (line.length <= longestLabel) {
      const next = lines[at + 1] ?? '';
      if (next !== '' && next.length <= longestValue) yield [line, next];
    }
  }
}

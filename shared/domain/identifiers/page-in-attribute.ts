/** A page as the value of an attribute: `<iframe srcdoc="<p>35…</p>">`. */

/** The stretches of text between the tags in `html.slice(start, end)`. */
export function textInValue(html: string, start: number, end: number): [start: number, end: number][] {
  const stretches: [number, number][] = [];
  const value = html.slice(start, end);
  for (let at = 0; at < value.length; ) {
    const open = value.indexOf('<', at);
    const stop = open < 0 ? value.length : open;
    if (stop > at) stretches.push([start + at, start + stop]);
    const close = open < 0 ? -1 : value.indexOf('>', open);
    at = close < 0 ? value.length : close + 1;
  }
  return stretches;
}

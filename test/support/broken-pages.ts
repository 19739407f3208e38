/** Pages out of every sign that HTML has a rule for, then broken: what a parser meets when a page was cut off, glued or written by an attacker. */

import type { Chance } from './chance.ts';

// biome-ignore format: a list
const fragments = [
  '<p>', '</p>', '<P CLASS=x>', '<div hidden>', '</div>', '<br/>', '<br / >', '<td>', '<a href="/x?a=1&b=2">', '</a >', '<img alt="a > b" src=x.jpg>',
  "<input name='imei' value='356938035643809'>", '<meta name=imei content=356938035643809>', '<i title=>', '<b =x y = "z">', '<i "q">', '<u a=b/c>', '<x a="1"b="2">',
  '<script>', '</script>', '<SCRIPT type="application/ld+json">', '</scrip>', '</script/x>', '<style>.h{display:none}', '</style>', '<title>', '</title>', '<textarea>', '</textarea>',
  '<xmp>', '</xmp>', '<iframe>', '</iframe>', '<noframes>', '<plaintext>', '<scripty>', '<svg>', '<template>', '</template>', '<span style="display:none">', '</span>', '<bdo dir=rtl>',
  '<!--', '-->', '--!>', '<!-->', '<!--->', '<!-', '<!>', '<!doctype html>', '<!DOC', '<!x>', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '</>', '</ p>', '</3>', '<>', '< p>', '<',
  '>', '"', "'", '/', '=', '&', '&amp;', '&#51;', '&#x35;', '&nbsp', '-', '--', '--!', ' ', '\n', '\t', '\u0000', '\u200b', '\u202e', '\u0301', '\ud83d', '📱', '٣', '³',
  'IMEI', 'imei: ', 'I.M.E.I', 'м', '35', '693803564380', '356938035643809', '356938-03-564380-9', 'serial no ', 'three five ', '***4321', 'x', 'text', '{"imei":"356938035643809"}',
];

/** A page of up to `most` fragments, up to three of its stretches then cut out, doubled or moved. */
export function brokenPage(choices: Chance, most = 24): string {
  let page = Array.from({ length: choices.between(1, most) }, () => choices.one(fragments)).join('');
  for (let wounds = choices.below(4); wounds > 0; wounds--) page = mutated(page, choices);
  return page;
}

/** The text with one stretch of up to 30 characters cut out, doubled or moved, one character replaced, or the end cut off. */
export function mutated(text: string, choices: Chance): string {
  const from = choices.below(text.length + 1);
  const to = Math.min(text.length, from + choices.between(0, 30));
  const [before, stretch, behind] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (choices.below(5)) {
    case 0:
      return before + behind;
    case 1:
      return before + stretch + stretch + behind;
    case 2:
      return behind + stretch + before;
    case 3:
      return before + choices.one(fragments) + text.slice(from + 1);
    default:
      return before;
  }
}

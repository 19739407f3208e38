/** Names in addresses and in code: whether the field in which a number stands is that of the label before it. */

import type { DeviceLabel } from './device-labels.ts';

/** Keys under which the value of a named thing stands: `{"name":"IMEI","value":"35…"}`. */
const valueKey =
  '(?:value|values|val|text|content|data|raw|number|no|nr|string|formatted|display\\w{0,8}|primary|first|second|slot\\w{0,3}|sim\\w{0,3}|imei\\w{0,6}|v)';
const opening = '[\\s"\'\\\\[({]*';
const asKey = new RegExp(
  `^(?:[ _-]?(?:no|nr|num|number|nummer|numer|sv|code|value|s))?\\d?["'\\\\\\]]*\\s*[:=]${opening}(?:${valueKey}["'\\\\]*\\s*[:=]${opening})?$`,
  'i',
);
const asValue = new RegExp(`^["'\\\\]+\\s*,${opening}(?:${valueKey}["'\\\\]*\\s*[:=]${opening})?$`, 'i');

export type FieldSays = 'no field' | 'its own' | 'another';

/** In code a quote that ends a string before the number ends the label's field too, unless the number is the value of that field. */
export function fieldOf(text: string, { start }: DeviceLabel, between: string): FieldSays {
  // `imeiChecked=true,t=35…`
  if (/[=:]\s?[^=:,;\n"']{0,40}[,;]\s?[\w"']{1,30}\s?[=:]/.test(between)) return 'another';
  if (!/["'](?:\\*\s*[,:}\]])/.test(between)) return 'no field';
  const isValue = /["'\\[]\s*$/.test(text.slice(Math.max(0, start - 3), start));
  return asKey.test(between) || (isValue && asValue.test(between)) ? 'its own' : 'another';
}

/** Parts of a path or query that may stand between the label and its number. */
const pathWords = new Set(
  'no nr num number code is sn serial check checker lookup search find verify info q query id value report status result en de fr es html php device phone'.split(
    ' ',
  ),
);

/**
 * `/imei-check/order/35…` and `imei.info/?ref=35…` name their number otherwise; `…-clean-imei-35….html` ends, as most addresses of
 * listings do, with the number of the listing.
 */
export function isForeignPath(folded: string, { start, end }: DeviceLabel, numberStart: number): boolean {
  const token = /[^\s"'<>]*$/.exec(folded.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  const isHost = !token.replace(/^.*:\/\//, '').includes('/');
  const path = folded.slice(end, numberStart).replace(isHost ? /^[\w-]*(?:\.[a-z]{2,12}){1,3}(?=[/:?#])/ : /^$/, '');
  const last = path.split(/[/?&#]/).at(-1) ?? '';
  if (/=[^=]*[,;&]/.test(path) || !wordsOf(path).every((word) => pathWords.has(word))) return true;
  if (wordsOf(last).some((word) => ['id', 'report', 'result'].includes(word))) return true;
  const slug = /[a-z]{2,}[-_]$/.test(token) && token.includes('/');
  return slug && last === path && !isPicture(folded, numberStart);
}

function isPicture(folded: string, numberStart: number): boolean {
  return /^\d+[-_\w]{0,12}\.(?:jpe?g|png|webp|heic|gif|avif)(?![a-z])/.test(folded.slice(numberStart, numberStart + 40));
}

function wordsOf(path: string): string[] {
  return path.split(/[^a-z]+/).filter((word) => word !== '');
}

/** Pictures named by a number: a seller's own name for a photo of the box, or the platform's id. */

import type { Identifier } from '../identifier.ts';
import { isImei, reportingBody } from '../imei.ts';
import { confidenceOf } from './confidence.ts';

const pictureName = /\/(\d{15})\.(?:jpe?g|png|webp|heic|gif|avif)(?![a-z])/gi;
const extension = /^\.(?:jpe?g|png|webp|heic|gif|avif)/i;

/**
 * Where other pictures of a page are named by fifteen digits that are no IMEI, that is how the platform names them, and the one in some
 * two hundred that passes every test is no IMEI either (olx.com.br, 2026: `/images/40/408621303312271.jpg`).
 */
export function withoutPictureNumbers(html: string, finds: readonly Identifier[]): Identifier[] {
  const isNumber = (find: Identifier) =>
    find.features?.label === 'name' && extension.test(html.slice(find.span?.end, (find.span?.end ?? 0) + 5));
  if (!finds.some(isNumber) || !numbersItsPictures(html)) return [...finds];
  return finds.map((find) => {
    if (find.features === undefined || !isNumber(find)) return find;
    const features = { ...find.features, calledOther: 'unknown' as const, calledBy: 'number of a picture' };
    return { ...find, features, confidence: confidenceOf(features) };
  });
}

function numbersItsPictures(html: string): boolean {
  for (const [, name = ''] of html.matchAll(pictureName)) if (!isImei(name) || reportingBody(name).status === 'none') return true;
  return false;
}

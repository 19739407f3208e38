/** Where on its photos the numbers of a listing stand, and how surely they were read. */

import { SURE_DIGIT } from '../../shared/domain/seen-photo.ts';
import { type Moment, momentOf, percentWords } from '../../shared/pages/format.ts';
import type { PhotoReadings } from './captured-readings.ts';
import { shownAddress } from './present-sides.ts';

export interface PhotoView {
  /** Counted from 1. */
  number: number;
  /** Of this console; undefined where the photo is not kept. */
  src: string | undefined;
  /** What stands in its place. */
  absent: string;
  width: number;
  height: number;
  /** What is framed, for who does not see it. */
  alt: string;
  finds: PhotoFindView[];
  address: string;
  sha256: string;
  seen: Moment | undefined;
  /** `sharp 0.35.5, zxing-wasm 3.1.4` */
  tools: string;
}

export interface PhotoFindView {
  value: string;
  /** Barcode or writing, and whether the photo calls it an IMEI. */
  source: string;
  certainty: string;
  frame: Frame;
  /** The part of the photo around it, to be shown larger. */
  around: Frame;
}

/** In points of the photo. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function presentPhotos(caseId: string, photos: readonly PhotoReadings[]): PhotoView[] {
  return photos.map(({ rendition, photo, url, width, height, tools, finds, seenAt, why }, index) => {
    const shown = finds.map((find) => ({
      value: find.kind === 'partial' ? find.value.replaceAll('?', '·') : find.value,
      source: sourceWords(find),
      certainty: certaintyWords(find),
      frame: grown(find.box, 0.25, { width, height }),
      around: grown(find.box, 1.5, { width, height }),
    }));
    return {
      number: index + 1,
      src: rendition && `/cases/${encodeURIComponent(caseId)}/photos/${rendition}`,
      absent: why === undefined ? 'This photo is not among the evidence yet.' : `Not kept: ${why}.`,
      width,
      height,
      alt: `Photo ${index + 1} of the listing. Framed: ${shown.map(({ value, source }) => `${value}, ${source}`).join('; ')}.`,
      finds: shown,
      address: shownAddress(url),
      sha256: photo,
      seen: seenAt === undefined ? undefined : momentOf(seenAt),
      tools: Object.entries(tools)
        .map(([name, version]) => `${name} ${version.slice(0, 23)}`)
        .join(', '),
    };
  });
}

type Find = PhotoReadings['finds'][number];

function sourceWords({ kind, source, labelled }: Find): string {
  return `${source === 'barcode' ? 'read from a barcode' : 'read from the writing'}, ${labelled ? `which the photo calls ${kind === 'serial' ? 'a serial number' : 'an IMEI'}` : 'without a label'}`;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** Digit by digit where that is known: an officer compares the doubtful ones with the photo. */
export function certaintyWords({ source, minDigitConfidence, digitConfidences }: Find): string {
  if (source === 'barcode') return 'The barcode’s own checksum leaves no digit in doubt.';
  const doubtful = (digitConfidences ?? []).flatMap((confidence, at) =>
    confidence < SURE_DIGIT ? `the ${at + 1}${endings[ordinals.select(at + 1)] ?? 'th'} (${percentWords(confidence)})` : [],
  );
  if (doubtful.length > 0) return `Look at ${doubtful.join(', ')} digit; every other was read at ${percentWords(SURE_DIGIT)} or surer.`;
  const least = percentWords(minDigitConfidence);
  return minDigitConfidence < SURE_DIGIT
    ? `The least sure of its digits was read at ${least}.`
    : `No digit is in doubt: the least sure was read at ${least}.`;
}

/** By a share of its height on all sides, and no further than the photo goes. */
function grown({ x, y, width, height }: Frame, share: number, photo: Pick<Frame, 'width' | 'height'>): Frame {
  const edge = Math.max(2, Math.round(Math.min(width, height) * share));
  const [left, top] = [Math.max(0, x - edge), Math.max(0, y - edge)];
  const [right, bottom] = [Math.min(photo.width, x + width + edge), Math.min(photo.height, y + height + edge)];
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

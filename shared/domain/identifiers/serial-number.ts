/** A maker's serial number, believed only behind a label: it carries no check. */

import type { DeviceLabel } from './device-labels.ts';
import type { Find } from './find.ts';
import type { Readable } from './readable.ts';

/** 8 to 14 letters and digits (Apple 10 or 12, Samsung 11, Motorola 10), Xiaomi's with a slash; mixed, as no word and no plain number is. */
const serial =
  /^[^a-z\d\n]{0,4}(?:(?:no|number|num|nr|nummer|code|is|ist|est)[^a-z\d\n]{1,3}){0,2}([a-z\d]{8,14}|\d{4,6}\/[a-z\d]{6,12})(?![a-z\d])/;

/** Reads the serial number right behind its label: `Serial Number C3TZ9P9R698G`. */
export function readSerial(readable: Readable, label: DeviceLabel): Find | undefined {
  const match = serial.exec(readable.folded.slice(label.end, label.end + 60));
  const written = match?.[1];
  if (match === null || written === undefined) return undefined;
  const value = written.replace(/[^a-z\d]/g, '').toUpperCase();
  const letters = value.replace(/\d/g, '').length;
  if (letters === 0 || letters === value.length || value.length - letters < 2) return undefined;
  const end = label.end + match[0].length;
  return { kind: 'serial', value, start: end - written.length, end, facts: { label: 'serial', digits: value.length } };
}

/** A Sketch as one attribute of an item: a few hundred characters, named by letters because names are paid for with every entry. */

import * as z from 'zod';
import { modelNamed, nameOfModel } from '../domain/matching/catalogue/model-names.ts';
import { dayOf, type Sketch } from '../domain/matching/sketch.ts';
import { isRare } from '../domain/matching/understanding/marks.ts';

const text = z.string().max(120);
const packed = z.object({
  /** Another version is another shape: it is not read, and its writer must be found by reading the side itself. */
  v: z.literal(1),
  /** Models by name (`apple iPhone 13`), which outlives a change of the catalogue's order. */
  m: z.array(text).optional(),
  /** Make. */
  k: text.optional(),
  /** Gigabytes. */
  g: z.number().optional(),
  /** Plain colours. */
  c: z.array(text).optional(),
  /** Marks: the kind, then the words of the value. */
  x: z.array(z.tuple([text], text)).optional(),
  /** Network. */
  n: text.optional(),
  /** Battery health in percent. */
  b: z.number().optional(),
  /** Latitude and longitude. */
  p: z.tuple([z.number(), z.number()]).optional(),
  /** Words of the place. */
  w: z.array(text).optional(),
  /** Names of places. */
  o: z.array(text).optional(),
  /** Photo hashes. */
  h: z.array(text).optional(),
  /** Moment of the theft or the offer, in milliseconds since 1970. */
  t: z.number(),
  /** Count of complete IMEIs. */
  i: z.number().optional(),
  /** Shapes of partial ones. */
  s: z.array(text).optional(),
});

export function packSketch({ profile, imeis, shapes }: Sketch): string {
  const { model, storageGb, colour, marks, network, batteryHealth, coordinates, place, placeNames, photoHashes, at } = profile;
  const sketch: z.input<typeof packed> = {
    v: 1,
    m: unlessEmpty(model.models.flatMap((number) => nameOfModel(number) ?? [])),
    k: model.make,
    g: storageGb,
    c: colour?.plain,
    x: unlessEmpty(marks.map(({ kind, value }) => [kind, ...value])),
    n: network,
    b: batteryHealth,
    p: coordinates && [coordinates.latitude, coordinates.longitude],
    w: unlessEmpty(place),
    o: unlessEmpty(placeNames),
    h: unlessEmpty(photoHashes),
    t: at,
    i: imeis === 0 ? undefined : imeis,
    s: unlessEmpty(shapes),
  };
  return JSON.stringify(sketch);
}

/** Without the words that only a reader needs. Undefined for anything but a sketch of this version: then the side itself must be read. */
export function unpackSketch(written: unknown): Sketch | undefined {
  const read = packed.safeParse(jsonOf(written));
  if (!read.success) return undefined;
  const { m = [], k, g, c, x = [], n, b, p, w = [], o = [], h = [], t, i = 0, s = [] } = read.data;
  const marks = x.map(([kind, ...value]) => ({ kind, value, said: '' }));
  return {
    profile: {
      model: { models: m.flatMap((name) => modelNamed(name) ?? []), ...(k !== undefined && { make: k }) },
      modelSaid: '',
      marks,
      bearsRareMark: marks.some(isRare),
      place: w,
      placeNames: o,
      photoHashes: h,
      at: t,
      day: dayOf(t),
      ...(g !== undefined && { storageGb: g }),
      ...(c !== undefined && { colour: { said: '', plain: c } }),
      ...(n !== undefined && { network: n }),
      ...(b !== undefined && { batteryHealth: b }),
      ...(p !== undefined && { coordinates: { latitude: p[0], longitude: p[1] } }),
    },
    imeis: i,
    shapes: s,
  };
}

function unlessEmpty<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

function jsonOf(written: unknown): unknown {
  try {
    return JSON.parse(String(written));
  } catch {
    return undefined;
  }
}

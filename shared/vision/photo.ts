/** A photo as points, and where on it something stands. */

export interface Photo {
  width: number;
  height: number;
  /** Red, green, blue, opacity (always 255) of each point, row by row: four bytes a point, as the barcode reader wants them. */
  points: Uint8Array;
  /** Points of the photo as it was given, upright, to one point here; 1 unless it was made smaller. */
  scale: number;
}

/** A rectangle in points of the photo as it was given, turned upright where its EXIF says so; from the upper left corner. */
export interface PhotoBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The smallest upright rectangle around some points, in whole points of the photo as it was given. */
export function boxAround(corners: readonly Point[], scale: number): PhotoBox {
  const across = corners.map(({ x }) => x * scale);
  const down = corners.map(({ y }) => y * scale);
  const x = Math.max(0, Math.floor(Math.min(...across)));
  const y = Math.max(0, Math.floor(Math.min(...down)));
  return { x, y, width: Math.ceil(Math.max(...across)) - x, height: Math.ceil(Math.max(...down)) - y };
}

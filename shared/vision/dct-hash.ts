/** A perceptual hash: whether each of the slowest waves of a picture is stronger than their median (pHash). */

/**
 * `values` are the `side` × `side` brightnesses, row by row; the hash has `waves` × `waves` bits, in hexadecimal. The wave that does not
 * change in a direction at all is left out: it only tells how bright the picture is.
 */
export function dctHash(values: Float64Array, side: number, waves: number): string {
  const basis = basisOf(side, waves);
  const rows = new Float64Array(side * waves);
  for (let y = 0; y < side; y++) {
    for (let u = 0; u < waves; u++) {
      let sum = 0;
      for (let x = 0; x < side; x++) sum += (values[y * side + x] ?? 0) * (basis[u * side + x] ?? 0);
      rows[y * waves + u] = sum;
    }
  }
  const strengths = new Float64Array(waves * waves);
  for (let v = 0; v < waves; v++) {
    for (let u = 0; u < waves; u++) {
      let sum = 0;
      for (let y = 0; y < side; y++) sum += (rows[y * waves + u] ?? 0) * (basis[v * side + y] ?? 0);
      strengths[v * waves + u] = sum;
    }
  }
  const sorted = strengths.toSorted();
  const median = ((sorted[strengths.length / 2 - 1] ?? 0) + (sorted[strengths.length / 2] ?? 0)) / 2;
  let hash = '';
  for (let at = 0; at < strengths.length; at += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit++) digit = digit * 2 + ((strengths[at + bit] ?? 0) > median ? 1 : 0);
    hash += digit.toString(16);
  }
  return hash;
}

const bases = new Map<number, Float64Array>();

/** Cosines of 1, 2, … half waves over a side. */
function basisOf(side: number, waves: number): Float64Array {
  const known = bases.get(side);
  if (known !== undefined) return known;
  const basis = new Float64Array(side * waves);
  for (let wave = 0; wave < waves; wave++) {
    for (let at = 0; at < side; at++) basis[wave * side + at] = Math.cos(((2 * at + 1) * (wave + 1) * Math.PI) / (2 * side));
  }
  bases.set(side, basis);
  return basis;
}

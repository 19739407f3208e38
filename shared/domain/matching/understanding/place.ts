/** Words that name a place, and how far two points are apart. */

const common = new Set(
  'the of and near north south east west upper lower central uk united kingdom england great britain city borough area county'.split(' '),
);

/** `Hackney E8, London` gives `["hackney", "e8", "london"]`; words that name half the country are left out. */
export function readPlace(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !common.has(word)))];
}

const earthRadiusKm = 6371;

/** Kilometres along the great circle. */
export function distanceKm(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const [lat1, lat2] = [radians(a.latitude), radians(b.latitude)];
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

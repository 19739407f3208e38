/** Words that name a place, and how far two points are apart. */

const common = new Set(
  'the of and near north south east west upper lower central uk united kingdom england great britain city borough area county'.split(' '),
);

/** `Hackney E8, London` gives `["hackney", "e8", "london"]`; words that name half the country are left out. */
export function readPlace(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !common.has(word)))];
}

/** The names a location field holds, without postcodes: `Stoke Newington N16, London` gives `["stoke newington", "london"]`. */
export function namesOfPlaces(text: string): string[] {
  const names = text
    .toLowerCase()
    .split(/[,;()/]/)
    .map((part) =>
      part
        .replace(/\b[a-z]{1,2}\d{1,2}[a-z]?(?:\s?\d[a-z]{2})?\b/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  return [...new Set(names.filter((name) => name.length > 2 && !common.has(name)))];
}

const mention =
  /\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Cc]ollect(?:ion)?(?: only)?(?: from| in)?|[Pp]ick ?up(?: from| in)?)\s+((?:\p{Lu}[\p{L}']+)(?:[ -]\p{Lu}[\p{L}']+){0,2})/gu;

/** Names that follow "in", "near", "collection from": `In Stoke Newington.` */
export function placesMentioned(text: string): string[] {
  return [...text.matchAll(mention)].map((match) => (match[1] ?? '').toLowerCase());
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

import { CLAIM_CONFIDENCE, comparisonKey, type Identifier } from '../../shared/domain/identifier.ts';
import { findIdentifiersInText } from '../../shared/domain/identifiers/in-text.ts';
import type { ListingContent, Seller } from '../../shared/domain/listing.ts';

/**
 * A DynamoDB item has at most 400 KB, keys and names included: a page that says more would not be kept at all, and 1,300 numbers in a text
 * would hide one from us. Bytes for the finds, characters (three bytes each at most) for the rest; what is seen on photos comes on top.
 */
const mostOfIdentifiers = 150_000;
const longest = { description: 30_000, line: 1_000, address: 2_000 };
const mostImages = 40;

/**
 * The content cut to what one item can hold. Of the finds the surest are kept, in page order, and `how.identifiers` says how many there were:
 * `the surest 480 of 50000`. Of equally sure ones those of the title and the description come first: what is strewn about the page pushes none of them out. Texts lose their ends, and photos with longer addresses than a browser sends are left out.
 */
export function storableContent(content: ListingContent): ListingContent {
  const { title, description, images, identifiers, how, location, seller, attributes } = content;
  const kept = bytesOf(identifiers) <= mostOfIdentifiers ? identifiers : surest(content);
  return {
    ...content,
    title: title.slice(0, longest.line),
    description: description.slice(0, longest.description),
    images: images.filter(({ length }) => length <= longest.address).slice(0, mostImages),
    identifiers: kept,
    how: kept.length < identifiers.length ? { ...how, identifiers: `the surest ${kept.length} of ${identifiers.length}` } : how,
    ...(location !== undefined && { location: location.slice(0, longest.line) }),
    ...(seller && { seller: cutSeller(seller) }),
    ...(attributes && { attributes: cutLines(attributes) }),
  };
}

function surest({ title, description, identifiers }: ListingContent): Identifier[] {
  const own = new Set([title, description].flatMap((text) => findIdentifiersInText(text.slice(0, longest.description)).map(nameOf)));
  const isOwnClaim = (find: Identifier) => find.confidence >= CLAIM_CONFIDENCE && own.has(nameOf(find));
  const ranked = identifiers.toSorted((a, b) => Number(isOwnClaim(b)) - Number(isOwnClaim(a)) || b.confidence - a.confidence);
  let bytes = 0;
  const kept = new Set<Identifier>();
  for (const identifier of ranked) {
    bytes += bytesOf(identifier);
    if (bytes > mostOfIdentifiers) break;
    kept.add(identifier);
  }
  return identifiers.filter((identifier) => kept.has(identifier));
}

function nameOf(find: Identifier): string {
  return comparisonKey(find) ?? `partial:${find.pattern}`;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function cutSeller({ id, name }: Seller): Seller {
  return { ...(id !== undefined && { id: id.slice(0, longest.line) }), ...(name !== undefined && { name: name.slice(0, longest.line) }) };
}

function cutLines<Lines extends Record<string, string | undefined>>(lines: Lines): Lines {
  const cut = { ...lines };
  for (const [name, text] of Object.entries(lines)) if (text !== undefined) Object.assign(cut, { [name]: text.slice(0, longest.line) });
  return cut;
}

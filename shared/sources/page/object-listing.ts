import type { Price, Seller } from '../../domain/listing.ts';
import { type PriceContext, parsePrice } from '../price.ts';
import type { ListingFields } from './listing-fields.ts';
import { isoMoment } from './moment-text.ts';
import { isNode, listOf, nodesIn, type SchemaNode, textIn } from './schema-node.ts';
import { oneLine, plainText } from './text.ts';

/**
 * What platforms call the fields of an offer in their own JSON. Facebook writes `marketplace_listing_title`, OLX `subject`, eBay
 * `itemLocation`; each list is in the order of how sure the name is.
 */
const keys = {
  title: ['marketplace_listing_title', 'title', 'subject', 'adTitle', 'name', 'heading'],
  description: ['redacted_description', 'description', 'body', 'shortDescription', 'adDescription'],
  price: ['listing_price', 'price', 'currentBidPrice', 'priceInfo', 'priceValue', 'prices', 'amount', 'currentPrice', 'buyNowPrice'],
  currency: ['currency', 'priceCurrency', 'currencyCode', 'currency_code', 'currency-iso-code', 'currencyIsoCode', 'iso4217code'],
  amount: ['amount', 'value', 'rawValue', 'price', 'min', 'minPrice', 'amount_with_offset', 'display', 'displayValue', 'formatted'],
  seller: [
    'marketplace_listing_seller',
    'seller',
    'user',
    'owner',
    'poster',
    'advertiser',
    'shop',
    'sellerInfo',
    'contactName',
    'contact-name',
  ],
  location: ['location_text', 'itemLocation', 'location', 'locality', 'address', 'ad-address', 'city', 'region', 'area'],
  images: ['listing_photos', 'images', 'photos', 'pictures', 'additionalImages', 'imageUrls', 'image', 'thumbnails'],
  posted: [
    'itemCreationDate',
    'createdAt',
    'created_at',
    'postedAt',
    'publishedAt',
    'listTime',
    'origListTime',
    'creation_time',
    'start-date-time',
    'first_publication_date',
    'created',
    'datePosted',
  ],
} as const;

export function titleOfObject(object: SchemaNode): string | undefined {
  return firstOf(object, keys.title, (value) => (typeof value === 'string' || isNode(value) ? textIn(unwrapped(value)) : undefined));
}

/** Reads an object of unknown make as an offer, by what platforms call their fields. */
export function fieldsOfObject(object: SchemaNode, context: PriceContext): ListingFields {
  const title = titleOfObject(object);
  const description = firstOf(object, keys.description, longText);
  const price = firstOf(object, keys.price, (value) => priceIn(value, context, object));
  const seller = firstOf(object, keys.seller, sellerIn);
  const location = firstOf(object, keys.location, placeIn);
  const images = firstOf(object, keys.images, imagesIn);
  const postedAt = firstOf(object, keys.posted, (value) => isoMoment(textIn(unwrapped(value))));
  return {
    ...(title !== undefined && { title: oneLine(plainText(title)) }),
    ...(description !== undefined && { description }),
    ...(price && { price }),
    ...(seller && { seller }),
    ...(location !== undefined && { location }),
    ...(images && { images }),
    ...(postedAt !== undefined && { postedAt }),
  };
}

function firstOf<T>(object: SchemaNode, names: readonly string[], read: (value: unknown) => T | undefined): T | undefined {
  for (const name of names) {
    const value = object[name];
    const found = value === undefined || value === null ? undefined : read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `{ "value": … }` and `{ "text": … }` are wrappers of APIs. */
function unwrapped(value: unknown): unknown {
  if (!isNode(value)) return value;
  return value['value'] ?? value['text'] ?? value['content'] ?? value;
}

function longText(value: unknown): string | undefined {
  const text = textIn(unwrapped(value));
  return text === undefined ? undefined : plainText(text) || undefined;
}

function priceIn(value: unknown, context: PriceContext, around: SchemaNode): Price | undefined {
  const inner = Array.isArray(value) ? value[0] : value;
  if (isNode(inner)) {
    const nested = firstOf(inner, keys.amount, (entry) => (isNode(entry) ? priceIn(entry, context, inner) : undefined));
    if (nested) return nested;
  }
  const holder = isNode(inner) ? inner : around;
  const written = isNode(inner) ? firstOf(inner, keys.amount, (entry) => textIn(entry)) : textIn(inner);
  if (written === undefined) return undefined;
  const codeIn = (node: SchemaNode) => firstOf(node, keys.currency, (entry) => textIn(unwrapped(unwrapped(entry))));
  const code = codeIn(holder) ?? codeIn(around);
  const currency = code !== undefined && /^[A-Z]{3}$/.test(code) ? code : undefined;
  const parsed = /^\d+(?:\.\d+)?$/.test(written)
    ? { amount: Number(written), ...(context.currency && { currency: context.currency }) }
    : parsePrice(written, context);
  return parsed && { ...parsed, ...(currency !== undefined && { currency }) };
}

function sellerIn(value: unknown): Seller | undefined {
  const plain = unwrapped(value);
  if (typeof plain === 'string') return { name: oneLine(plain) };
  const [node] = nodesIn(value);
  if (node === undefined) return undefined;
  const name = firstOf(node, ['name', 'username', 'userName', 'displayName', 'nickname', 'login'], (entry) => textIn(unwrapped(entry)));
  const id = firstOf(node, ['id', 'userId', 'sellerId', 'accountId', 'user_id'], (entry) => textIn(entry));
  if (name === undefined && id === undefined) return undefined;
  return { ...(id !== undefined && { id }), ...(name !== undefined && { name: oneLine(name) }) };
}

function placeIn(value: unknown): string | undefined {
  const inner = Array.isArray(value) ? value[0] : value;
  const text = textIn(unwrapped(inner));
  if (text !== undefined) return oneLine(text) || undefined;
  if (!isNode(inner)) return undefined;
  const names = [
    'name',
    'label',
    'zipCode',
    'zip-code',
    'postalCode',
    'zipcode',
    'city',
    'municipality',
    'neighbourhood',
    'state',
    'stateOrProvince',
    'region',
    'country',
  ];
  const parts = names.flatMap((name) => textIn(unwrapped(inner[name])) ?? []);
  return oneLine([...new Set(parts)].join(', ')) || undefined;
}

function imagesIn(value: unknown): string[] | undefined {
  const list = isNode(value) ? (value['picture'] ?? value['urls'] ?? value) : value;
  const found = listOf(list).flatMap((entry) => imageIn(entry, 0));
  return found.length > 0 ? [...new Set(found)] : undefined;
}

function imageIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return /^(?:https?:)?\/\/|^\//.test(value) ? [value] : [];
  if (!isNode(value) || depth > 2) return [];
  // The Kleinanzeigen app: `{"link": [{"rel": "thumbnail", "href": …}, {"rel": "XXL", "href": …}]}`.
  const sizes = nodesIn(value['link']);
  const largest = sizes.find((link) => link['rel'] === 'XXL') ?? sizes.at(-1);
  if (largest !== undefined) return imageIn(largest['href'], depth + 1);
  for (const name of ['imageUrl', 'original', 'large', 'url', 'uri', 'src', 'href', 'image']) {
    const found = imageIn(value[name], depth + 1);
    if (found.length > 0) return found;
  }
  return [];
}

import type { Attributes, Price, Seller } from '../../domain/listing.ts';

/** What one way of reading a page found of the listing; every field may be missing. */
export interface ListingFields {
  title?: string;
  description?: string;
  price?: Price;
  attributes?: Attributes;
  seller?: Seller;
  location?: string;
  images?: string[];
  postedAt?: string;
}

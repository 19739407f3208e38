/** Saved pages with what a person read on them: `NAME.html` (or `.html.gz`, `.json`) beside `NAME.truth.json`. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const truthSchema = z.object({
  /** The page's file, in the same folder. */
  file: z.string().min(1),
  kind: z.enum(['listing', 'search', 'none']),
  /** Where the page was saved from; left out, the address that the page names. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The Source of the registry whose host stands in for an address that nobody knows: `ss-lv`, `carousell`. */
  marketplace: z.string().optional(),
  title: z.string().nullish(),
  alt_titles: z.array(z.string()).optional(),
  /** Parts of a title, for platforms whose adverts have none of their own; one of them is enough. */
  title_contains: z.array(z.string()).optional(),
  /** Null where the advert names no price; then none may be read. */
  price: z.number().nullish(),
  alt_prices: z.array(z.object({ price: z.number() })).optional(),
  currency: z.string().nullish(),
  /** Addresses of the offers on a search page. Left out: those that the registry's own Source of the host reads on it. */
  listing_urls: z.array(z.url()).optional(),
  listing_urls_min: z.number().int().optional(),
});

export type PageTruth = z.infer<typeof truthSchema>;

/** Every label of a folder, by name. Throws for one that is not as above, with its file and field. */
export async function labelledPages(folder: string): Promise<PageTruth[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.truth.json')).sort();
  if (names.length === 0) throw new Error(`${folder}: expected files named …truth.json, found none`);
  return Promise.all(
    names.map(async (name) => {
      const parsed = truthSchema.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new Error(`${join(folder, name)}, ${issue?.path.join('.')}: ${issue?.message}`);
    }),
  );
}

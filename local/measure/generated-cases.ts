/** Labelled cases that anybody can make: identifiers written in every way we know, and the harmless numbers that look most like one. */

import { makeImei, type Written } from '../../test/support/adverts.ts';
import { type Chance, chance } from '../../test/support/chance.ts';
import { harmlessListing, harmlessNumbers } from '../../test/support/harmless-numbers.ts';
import { harmlessWording } from '../../test/support/harmless-wording.ts';
import { waysOfWriting } from '../../test/support/written-identifiers.ts';
import type { LabelledCase } from './labelled-case.ts';

/** Numbers under names that people give them in the company of a listing, and numbers that only the wording around them gives away. */
const harmlessWriters: Record<string, (chance: Chance) => string> = {
  ...Object.fromEntries(Object.keys(harmlessNumbers).map((kind) => [kind, (choices: Chance) => harmlessListing(kind, choices)])),
  ...harmlessWording,
};

/** As many texts as asked of every way of writing and every kind of harmless number. The same seed makes the same cases. */
export function generatedCases({ each, seed }: { each: number; seed: number }): LabelledCase[] {
  const numbers = Array.from({ length: each }, (_, at) => at);
  const written = Object.entries(waysOfWriting).flatMap(([way, write]) =>
    numbers.map((at) => {
      const choices = chance(seedOf(seed, way, at));
      return caseOf(`${way} ${at}`, way, write(makeImei(choices), choices));
    }),
  );
  const harmless = Object.entries(harmlessWriters).flatMap(([kind, write]) =>
    numbers.map((at) => {
      const listing = write(chance(seedOf(seed, kind, at)));
      return caseOf(`${kind} ${at}`, `harmless: ${kind}`, { [listing.startsWith('<!doctype') ? 'html' : 'text']: listing, expected: [] });
    }),
  );
  return [...written, ...harmless];
}

function caseOf(id: string, way: string, { text, html, expected, lang }: Written): LabelledCase {
  return {
    id,
    class: way,
    ...(lang !== undefined && { lang }),
    ...(html === undefined ? { text } : { html }),
    expected: expected.map((imei) => ({ imei, kind: kindOf(imei) })),
  };
}

function kindOf(written: string): string {
  if (written.includes('?')) return 'partial';
  return written.length === 14 ? 'meid' : written.length === 16 ? 'imeisv' : 'imei';
}

/** A number of its own for every text, whatever is added to the lists later (FNV-1a over the name). */
function seedOf(seed: number, name: string, at: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of `${name} ${at}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** How a model is named wherever it is stored: by make and name, which outlive a change of the catalogue's order. */

import { catalogue } from './catalogue.ts';

/** `apple iPhone 13` for its place in the catalogue; undefined where the catalogue has no such place. */
export function nameOfModel(model: number): string | undefined {
  const found = catalogue[model];
  return found && fullName(found);
}

/** The place of `apple iPhone 13`; undefined for a name that an older or newer catalogue knew. */
export function modelNamed(name: string): number | undefined {
  return places.get(name);
}

const places = new Map(catalogue.map((model, place) => [fullName(model), place]));

function fullName({ make, name }: { make: string; name: string }): string {
  return `${make} ${name}`;
}

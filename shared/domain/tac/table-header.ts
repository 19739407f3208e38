/** The header of a TAC table: which column is what, by its name and in any order. */

/** What a column may hold. `manufacturer` stands in for a brand, `designation` for a model; `otherNames` are beside the point. */
export type TacColumn = 'tac' | 'brand' | 'manufacturer' | 'name' | 'model' | 'designation' | 'otherNames';

/** Names in lower case without anything but letters and digits: `Marketing Name`, `marketing_name` and `MARKETINGNAME` are one. */
const columnsByName: Record<string, TacColumn> = {
  tac: 'tac',
  taccode: 'tac',
  typeallocationcode: 'tac',
  brand: 'brand',
  brandname: 'brand',
  make: 'brand',
  vendor: 'brand',
  manufacturer: 'manufacturer',
  manufacturername: 'manufacturer',
  marketingname: 'name',
  gsmamarketingname: 'name',
  commercialname: 'name',
  model: 'model',
  models: 'model',
  modelname: 'model',
  gsmamodelname: 'model',
  specs: 'model',
  internalmodelname: 'designation',
  designationtype: 'designation',
  aka: 'otherNames',
  alias: 'otherNames',
  aliases: 'otherNames',
  othernames: 'otherNames',
};

/** Columns by place; undefined for one that says nothing of the model (`Bands`, `gsmarena`). */
export type TacHeader = readonly (TacColumn | undefined)[];

/** What a header must name, for whoever has to mend a file. */
export const headerExpected = 'a header that names a TAC column and a brand or model column';

/**
 * Reads the names of a header, or says that this line is none. GSMA's export has `TAC|Marketing Name|Internal Model Name|Manufacturer|
 * Bands|…|Brand Name|Model Name|…`; Osmocom's has two columns called `name`, the brand and the model in that order.
 */
export function readTacHeader(names: readonly string[]): TacHeader | undefined {
  const plain = names.map((name) => name.toLowerCase().replace(/[^\p{L}\d]/gu, ''));
  const unnamed = plain.flatMap((name, at) => (name === 'name' ? at : []));
  const [first, second] = unnamed;
  const header = plain.map((name, at): TacColumn | undefined => {
    if (at === second) return 'model';
    if (at === first) return second === undefined ? 'model' : 'brand';
    return columnsByName[name];
  });
  const tacs = header.filter((column) => column === 'tac');
  const tells = header.some((column) => column !== undefined && column !== 'tac' && column !== 'otherNames');
  return tacs.length === 1 && tells ? header : undefined;
}

/** Every model Fencewatch knows by name: phones of 2016 to 2026 of the makes that fill the second-hand market. */

import { apple } from './apple.ts';
import { google } from './google.ts';
import { honor, huawei } from './huawei-and-honor.ts';
import { infinix, itel, tecno } from './infinix-tecno-itel.ts';
import { motorola } from './motorola.ts';
import { hmd, nokia } from './nokia-and-hmd.ts';
import { oneplus, oppo, realme, vivo } from './oneplus-oppo-realme-vivo.ts';
import { alcatel, asus, blackberry, cat, fairphone, htc, lg, nothing, sony, tcl, zte } from './other-makes.ts';
import { samsung } from './samsung.ts';
import { xiaomi } from './xiaomi.ts';

/** One model of one make; variants of storage, colour and region are the same model. */
export interface CatalogueModel {
  /** Lower case: `apple`, `samsung`. Redmi and Poco are `xiaomi`. */
  make: string;
  /** As the maker writes it: `iPhone 13 Pro Max`. */
  name: string;
  /** Model numbers printed on the device, without the letters of a region where the maker adds them: `A2643`, `SM-S911`. */
  numbers: string[];
  /** Models one step apart share a family: `apple iphone 13` for the 13, 13 mini, 13 Pro and 13 Pro Max. */
  family: string;
}

const tables: Record<string, string> = {
  apple,
  samsung,
  google,
  xiaomi,
  huawei,
  honor,
  oneplus,
  oppo,
  motorola,
  nokia,
  sony,
  nothing,
  realme,
  vivo,
  infinix,
  tecno,
  itel,
  hmd,
  fairphone,
  asus,
  lg,
  tcl,
  alcatel,
  zte,
  htc,
  cat,
  blackberry,
};

const steps = /(?: (?:mini|plus|pro|max|ultra|lite|fe|xl|edge|neo|fusion|play|power|fold|compact|5g)|\+| \((?:20)?\d\d\))+$/;

/** A model is named elsewhere by its place in this list, which may change between releases and is never stored. */
export const catalogue: CatalogueModel[] = Object.entries(tables).flatMap(([make, table]) => parseTable(make, table));

function parseTable(make: string, table: string): CatalogueModel[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', numbers = ''] = line.split('|').map((part) => part.trim());
      return { make, name, numbers: numbers.split(' ').filter(Boolean), family: `${make} ${familyName(name)}` };
    });
}

/** `iPhone 13 Pro Max` is of family `iphone 13`, `Galaxy S10e` of `galaxy s10`, `Pixel 7a` of `pixel 7`. */
function familyName(name: string): string {
  const base = name.toLowerCase().replace(steps, '');
  return base.replace(/(\d)[aceirst]$/, '$1');
}

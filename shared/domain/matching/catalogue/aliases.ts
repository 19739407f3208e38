/** The ways people write a model: each is a row of tokens, because sellers glue and split words as they like. */

import type { CatalogueModel } from './catalogue.ts';
import { tokensOf } from './tokens.ts';

/** Token rows that stand for this model: `iPhone 13 Pro Max` is also `13 pro max`, `13 p m`, `ip 13 pro max`; its number `a 2643`. */
export function aliasesOf(model: CatalogueModel): { names: string[][]; numbers: string[][] } {
  return {
    names: rowsOf([...yearless(model.name), ...shortNames(model).flatMap(yearless)]),
    numbers: rowsOf(model.numbers.flatMap(numberForms)),
  };
}

function rowsOf(names: string[]): string[][] {
  const rows = new Map(names.map((name) => [name, tokensOf(name)] as const).map(([, row]) => [row.join(' '), row]));
  return [...rows.values()].filter((row) => row.length > 0);
}

/** A year tells models apart (`Moto G Power (2022)`, `P Smart 2019`), and most sellers leave it out. */
function yearless(name: string): string[] {
  const short = name.replace(/ \(?20[12]\d\)?$/, '').replace(/ \(\d{4}\)$/, '');
  return short === name || !short.includes(' ') ? [name] : [name, short];
}

function shortNames(model: CatalogueModel): string[] {
  switch (model.make) {
    case 'apple':
      return appleNames(model.name.replace('iPhone ', ''));
    case 'samsung':
      return samsungNames(model.name.replace('Galaxy ', ''));
    case 'google':
      return [...withAbbreviations(model.name), ...(model.name.match(/\d+ Pro (?:XL|Fold)/) ?? [])];
    case 'xiaomi':
      return xiaomiNames(model.name);
    case 'huawei':
      return /Huawei (?:P\d|Mate \d|P Smart|Pura)/.test(model.name) ? [model.name.replace('Huawei ', '')] : [];
    case 'honor':
      return [model.name.replace('Honor', 'Huawei Honor'), ...(model.name.match(/Magic \d.*/) ?? [])];
    case 'oneplus':
      return [model.name.replace('OnePlus', 'One Plus'), model.name.replace('OnePlus', '1+'), ...(model.name.match(/Nord.+/g) ?? [])];
    case 'oppo':
      return (model.name.match(/(?:Find|Reno).+/g) ?? []).flatMap((name) => [name, `Oppo ${name.replace('Find ', '')}`]);
    case 'motorola':
      return motorolaNames(model.name);
    case 'sony':
      return [`Sony ${model.name}`, ...withMark(model.name)];
    case 'asus':
      return [model.name.replace('Asus ', '')];
    case 'nothing':
      return [model.name.replace('Phone ', '')];
    default:
      return [];
  }
}

/** `Xperia 1 VI` is `Xperia 1 Mark 6` and `Xperia 1 MK6` to some. */
function withMark(name: string): string[] {
  const roman = / (II|III|IV|V|VI|VII)$/.exec(name)?.[1];
  const number = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII'].indexOf(roman ?? '');
  return number > 0 ? ['mark', 'mk'].flatMap((word) => [name.replace(/ [IV]+$/, ` ${word} ${number}`)]) : [];
}

/** A bare `13` is never a model; `13 pro` and `13 mini` are, because nothing else is called that. */
function appleNames(short: string): string[] {
  const names = [`apple ${short}`, `ip ${short}`, `iph ${short}`, `ifone ${short}`, `apple iphone ${short}`];
  const variant = /^(1[1-7]) (Pro Max|Pro|mini|Plus)$/.exec(short);
  if (variant) names.push(short);
  if (variant?.[2] === 'Pro Max')
    names.push(...[`${variant[1]} PM`, `${variant[1]} P M`, `iphone ${variant[1]} PM`, `iphone ${variant[1]} max pro`]);
  if (variant?.[2] === 'Pro') names.push(`iphone ${variant[1]} P`);
  if (short.endsWith(' Plus')) names.push(`iphone ${short.replace(' Plus', '+')}`);
  if (/^X[RS]( Max)?$/.test(short)) names.push(short);
  return [...names, ...(appleNicknames[short] ?? [])];
}

const appleNicknames: Record<string, string[]> = {
  X: ['iphone 10', 'iphone ten', 'apple 10'],
  XS: ['iphone 10s', 'iphone ten s'],
  'XS Max': ['iphone 10s max', 'xsm', 'iphone xsm', 'iphone xmax'],
  XR: ['iphone 10r', 'iphone ten r'],
  'SE (2016)': ['iphone se 1', 'iphone se 1st gen', 'se 2016'],
  'SE (2020)': [
    'iphone se 2',
    'iphone se 2nd gen',
    'iphone se2',
    'se 2',
    'se 2020',
    'se 2nd gen',
    'iphone se second gen',
    'se second generation',
  ],
  'SE (2022)': [
    'iphone se 3',
    'iphone se 3rd gen',
    'iphone se3',
    'se 3',
    'se 2022',
    'se 3rd gen',
    'iphone se third gen',
    'se third generation',
  ],
  Air: ['iphone 17 air', 'apple 17 air'],
  '16e': ['16e'],
};

function samsungNames(short: string): string[] {
  const spelled = withAbbreviations(short);
  // The numbered lines stand on their own ("s22 ultra"); a bare "fold" or "note 10" may be another make's.
  const alone = /^(?:[SAJM]\d|Note 20|Note 10\+)/.test(short) || /^Z (?:Fold|Flip)\d/.test(short) ? spelled : [];
  const folding = short.startsWith('Z ') ? [short.slice(2), `galaxy ${short.slice(2)}`, `samsung ${short.slice(2)}`] : [];
  return [...spelled.flatMap((name) => [`galaxy ${name}`, `samsung ${name}`, `samsung galaxy ${name}`]), ...alone, ...folding];
}

/** `S22 Ultra` is also `S22U`; `Pixel 9 Pro XL` also `Pixel 9PXL`. */
function withAbbreviations(name: string): string[] {
  const forms = [name];
  if (/\d Ultra$/.test(name)) forms.push(name.replace(' Ultra', 'U'), name.replace(' Ultra', ' U'));
  if (/\d Pro$/.test(name)) forms.push(name.replace(' Pro', 'P'));
  if (name.endsWith('+')) forms.push(name.replace('+', 'P'));
  return forms;
}

function xiaomiNames(name: string): string[] {
  if (name.startsWith('Mi ')) return [`Xiaomi ${name}`, name.replace('Mi', 'Xiaomi')];
  if (name.startsWith('Xiaomi '))
    return [name.replace('Xiaomi', 'Mi'), name.replace('Xiaomi', 'Xiaomi Mi'), ...(name.match(/\d\dT\b.*/) ?? [])];
  const forms = [`Xiaomi ${name}`];
  if (name.startsWith('Redmi Note')) forms.push(name.replace('Redmi', 'Xiaomi'), name.replace('Redmi', 'Mi'));
  return forms;
}

function motorolaNames(name: string): string[] {
  if (name.startsWith('Moto ')) return [name.replace('Moto', 'Motorola'), name.replace('Moto', 'Motorola Moto')];
  const short = name.replace('Motorola ', '');
  return [`Moto ${short}`, ...(/^(?:Edge|Razr) \d/.test(short) ? [short] : [])];
}

function numberForms(number: string): string[] {
  if (/^A\d{4}$/.test(number)) return [number, `apple ${number.slice(1)}`];
  return number.startsWith('SM-') ? [number, number.slice(3)] : [number];
}

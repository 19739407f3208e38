import { describe, expect, it, test } from 'vitest';
import { contradict, modelAgrees, nameOfTac } from '../../../../shared/domain/tac/agreement.ts';
import type { TacEntry } from '../../../../shared/domain/tac/tac-directory.ts';

/** `Apple: iPhone 6 | iPhone 6s` of table `one`; more names behind `also`. */
function entry(written: string, source = 'one'): TacEntry {
  const [row = '', also = ''] = written.split(' also ');
  const [brand = '', models = ''] = row.split(':');
  const list = (text: string) => text.split('|').flatMap((name) => name.trim() || []);
  return { brand: brand.trim(), models: list(models), otherNames: list(also), source };
}

describe('a model that agrees', () => {
  test.each([
    ['Apple: iPhone 13 Pro Max', 'iPhone 13 Pro Max 256GB Sierra Blue'],
    ['Apple: iPhone 13 Pro Max', 'selling my 13PM'],
    ['Apple: iPhone 13 Pro Max', 'A2643 boxed'],
    ['Apple: A2643', 'i phone 13 pro max'],
    ['Apple Inc: iPhone 13 Pro Max (A2643)', 'iphone13promax unlocked'],
    ['Samsung: SM-G991B', 'Samsung Galaxy S21 128GB'],
    ['Samsung Korea: SM-S908B/DS', 'S22 Ultra, phantom black'],
    [': SM-G973F | SM-G973N | SM-G973U', 'galaxy s10'],
    ['Guangdong Oppo Mobile: Find X5 Pro', 'OPPO Find X5 Pro'],
    ['Huawei: Honor 9', 'Honor 9 64gb'],
    ['HMD Global: Nokia 8', 'Nokia 8 dual sim'],
    ['Google: Pixel 7a', 'google pixel 7a charcoal'],
    ['Xiaomi: Redmi Note 12', 'Xiaomi Redmi Note 12 128gb'],
    ['Apple: iPhone 4', 'Apple iPhone 4 16GB black'],
    ['Nokia: 6600', 'Nokia 6600, mint'],
    ['Nokia: NHM-5(NY) also 3315', 'Nokia 3315'],
    ['Samsung: Galaxy S5', 'Samsung Galaxy S5 16GB'],
    ['Siemens: A50', 'Siemens A50 old but works'],
    [': SM-A5000', 'SM-A5000 unlocked'],
    ['Microsoft: Lumia 640', 'Nokia Lumia 640'],
    ['Lenovo: Moto G4', 'Motorola Moto G4'],
    ['HTC: One M8', 'HTC One M8 gunmetal'],
    ['Sony Ericsson: Xperia X10', 'Sony Ericsson Xperia X10'],
  ])('%s is "%s"', (named, said) => {
    expect(modelAgrees([entry(named)], said)).toBe(true);
  });

  it('is any of the variants that one table gives', () => {
    expect(modelAgrees([entry('Apple: iPhone 6'), entry('Apple: iPhone 6 Plus')], 'iPhone 6 Plus 64GB')).toBe(true);
  });
});

describe('a model that differs', () => {
  test.each([
    ['Apple: iPhone 13 Pro Max', 'iPhone 11 64GB'],
    ['Apple: iPhone 13 Pro', 'iPhone 13 mini'],
    ['Apple: iPhone 13 Pro Max', 'Samsung Galaxy S21'],
    ['Apple: iPhone 4', 'iPhone 13 Pro 128GB'],
    ['Apple: iPhone 6', 'iPhone 13'],
    ['Samsung: Galaxy S5', 'Samsung Galaxy S21'],
    ['Samsung: SM-G973F', 'Galaxy S21 Ultra'],
    ['Nokia: 6600', 'iPhone 13'],
    ['Siemens: S65', 'iPhone 12 mini'],
    ['Teltonika: TM2500', 'Apple iPhone 14 Pro'],
    [': GT-I9305N', 'iPhone 12 mini'],
    [': SM-A5000', 'OnePlus 5'],
    ['Vivo: A5', 'Samsung Galaxy A5'],
    ['Xiaomi: Redmi Note 12', 'Poco X3 Pro'],
  ])('%s is not "%s"', (named, said) => {
    expect(modelAgrees([entry(named)], said)).toBe(false);
  });
});

describe('nobody can tell', () => {
  test.each([
    ['a seller who leaves Pro out', 'Apple: iPhone 13 Pro', 'iPhone 13 128GB'],
    ['a table that leaves Plus out', 'Samsung: Galaxy S22', 'Galaxy S22+ boxed'],
    ['a make alone', 'Apple: iPhone 13 Pro', 'iPhone for sale'],
    ['a make alone in the table', 'Apple:', 'iPhone 13 Pro'],
    ['no make at all', 'Apple: iPhone 13 Pro', 'mobile phone, good condition'],
    ['a size that is no model', 'Apple: iPhone 4', 'iphone 64 gb'],
    ['a price that is no model', 'Apple: iPhone 4', 'iphone 350'],
    ['a code that the catalogue does not know', 'Samsung: SC-03D', 'Galaxy S21'],
    ['a code of a line that looks like another', 'Samsung: SM-J610G', 'Samsung Galaxy J6'],
    ['a variant of a name outside the catalogue', 'Apple: iPhone 4', 'iPhone 4s 16GB'],
    ['a name that may go on', 'Nokia: 3120', 'Nokia 3120 classic'],
    ['a loose other name', 'Apple: iPhone 4 also iPhone 3G (A1241) | iPhone 3GS', 'iPhone 3GS white'],
    ['a builder for others', 'Foxconn: X200', 'iPhone 13'],
    ['a maker of the first Pixels', 'LG: Nexus 5', 'Google Nexus 5x'],
    ['an operator', 'Vodafone: Smart N9', 'Samsung Galaxy S9'],
    ['nothing said', 'Apple: iPhone 13', ''],
  ])('%s', (_why, named, said) => {
    expect(modelAgrees([entry(named)], said)).toBeUndefined();
  });

  it('of an unknown TAC', () => {
    expect(modelAgrees([], 'iPhone 13')).toBeUndefined();
    expect(nameOfTac([])).toBeUndefined();
  });

  it('where no model is said', () => {
    expect(modelAgrees([entry('Apple: iPhone 13')], undefined)).toBeUndefined();
  });
});

describe('tables that contradict one another', () => {
  const rivals = [entry('Apple: iPhone 15', 'one'), entry('Samsung: Galaxy S21', 'two')];

  it.each([
    ['rival makes', rivals],
    ['rival makes in one table', [entry('Apple: iPhone 15'), entry('Nokia: 3310')]],
    ['models of one make with none in common', [entry('Apple: iPhone 4', 'one'), entry('Apple: iPhone 14 Pro', 'two')]],
  ])('by %s make the TAC unknown', (_what, entries) => {
    expect(contradict(entries)).toBe(true);
    expect(modelAgrees(entries, 'iPhone 15')).toBeUndefined();
    expect(nameOfTac(entries)).toBeUndefined();
  });

  it.each([
    ['the same model in other words', [entry('Apple: iPhone 13 Pro Max', 'one'), entry('Apple Inc: A2643', 'two')]],
    ['one that names a variant more', [entry('Apple: iPhone 6', 'one'), entry('Apple: iPhone 6 | iPhone 6s', 'two')]],
    ['a code that may be the same', [entry('Samsung: SC-03D', 'one'), entry('Samsung: Galaxy S II', 'two')]],
    ['a company and its brand', [entry('Huawei: Honor 9', 'one'), entry('Honor: Honor 9', 'two')]],
    ['two variants in one table', [entry('Apple: iPhone 6'), entry('Apple: iPhone 6 Plus')]],
  ])('are not %s', (_what, entries) => {
    expect(contradict(entries)).toBe(false);
  });
});

describe('the name of a TAC', () => {
  it('is brand and model, variants behind one another', () => {
    expect(nameOfTac([entry('Apple: iPhone 6'), entry('Apple: iPhone 6 Plus'), entry('Apple: iPhone 6', 'two')])).toBe(
      'Apple iPhone 6 / iPhone 6 Plus',
    );
    expect(nameOfTac([entry('Sagem:')])).toBe('Sagem');
    expect(nameOfTac([entry('Xiaomi: Xiaomi 13')])).toBe('Xiaomi 13');
    expect(nameOfTac([entry(': SM-G973F')])).toBe('SM-G973F');
  });

  it('is at most 80 characters', () => {
    expect(nameOfTac([entry(`Samsung: ${Array.from({ length: 30 }, (_, i) => `SM-A${i}00F`).join('|')}`)])).toHaveLength(80);
  });
});

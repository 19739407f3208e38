import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../../../shared/domain/matching/catalogue/catalogue.ts';
import { readModel } from '../../../../../shared/domain/matching/catalogue/read-model.ts';

function names(text: string): string[] {
  return readModel(text).models.map((model) => catalogue[model]?.name ?? '');
}

describe('readModel', () => {
  it.each([
    ['iPhone 13 Pro Max 256GB', 'iPhone 13 Pro Max'],
    ['selling my i phone 13pro-max', 'iPhone 13 Pro Max'],
    ['IPHONE13PROMAX', 'iPhone 13 Pro Max'],
    ['13PM graphite', 'iPhone 13 Pro Max'],
    ['15 pro for sale', 'iPhone 15 Pro'],
    ['iPhnoe 14 Plus', 'iPhone 14 Plus'],
    ['ip14', 'iPhone 14'],
    ['apple iphone eleven', 'iPhone 11'],
    ['iPhone 10s Max', 'iPhone XS Max'],
    ['iPhone SE 2nd gen', 'iPhone SE (2020)'],
    ['Apple A2643', 'iPhone 13 Pro Max'],
    ['SM-S918B/DS', 'Galaxy S23 Ultra'],
    ['SMG991B', 'Galaxy S21'],
    ['note20 ultra', 'Galaxy Note 20 Ultra'],
    ['iphone xsmax', 'iPhone XS Max'],
    ['s22ultra unlocked', 'Galaxy S22 Ultra'],
    ['Samsung S22+', 'Galaxy S22+'],
    ['glaxy z flip 5', 'Galaxy Z Flip5'],
    ['A52s 5G', 'Galaxy A52s'],
    ['google pixel 7a', 'Pixel 7a'],
    ['Pixel8Pro', 'Pixel 8 Pro'],
    ['xiaomi note 11', 'Redmi Note 11'],
    ['Huawei P30 Pro VOG-L29', 'Huawei P30 Pro'],
    ['one plus nord 2', 'OnePlus Nord 2'],
    ['moto g54', 'Moto G54'],
    ['NothingPhone2', 'Nothing Phone (2)'],
    ['Sony Xperia 1 V', 'Xperia 1 V'],
    ['realme gt 2 pro', 'Realme GT 2 Pro'],
    ['Oppo Find X5 Pro', 'Oppo Find X5 Pro'],
    ['Honor Magic 6 Pro', 'Honor Magic 6 Pro'],
    ['Nokia G22', 'Nokia G22'],
    ['9 Pro XL', 'Pixel 9 Pro XL'],
    ['14T Pro', 'Xiaomi 14T Pro'],
    ['magic 7 lite', 'Honor Magic 7 Lite'],
    ['I-pohne 11', 'iPhone 11'],
    ['A54 5g', 'Galaxy A54'],
    ['note20u', 'Galaxy Note 20 Ultra'],
    ['S20 5G Ultra', 'Galaxy S20 Ultra'],
    ['Galaxy A10e SM-A102U', 'Galaxy A10e'],
    ['M2101K6G', 'Redmi Note 10 Pro'],
    ['CPH2625', 'Oppo Reno 12'],
    ['XT2427-3', 'Moto G85'],
    ['Moto G Stylus 5G (2022)', 'Moto G Stylus 5G (2022)'],
    ['Moto G 5G XT2417', 'Moto G 5G (2024)'],
    ['fairphone5', 'Fairphone 5'],
    ['infinix-hot-10-play', 'Infinix Hot 10 Play'],
    ['xperia 1 mark 6', 'Xperia 1 VI'],
    ['айфон 13 про макс', 'iPhone 13 Pro Max'],
    ['Самсунг галакси а54', 'Galaxy A54'],
    ['苹果13pro', 'iPhone 13 Pro'],
    ['ايفون ١٣ برو ماكس', 'iPhone 13 Pro Max'],
    ['iPhone 13 Por Max', 'iPhone 13 Pro Max'],
    ['iphone 7 + 2 cases', 'iPhone 7'],
    ['Galaxy S10 + 128GB', 'Galaxy S10+'],
  ])('reads "%s" as %s', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it('takes the longest name, so that a Pro Max is no Pro', () => {
    expect(names('iphone 12 pro max')).toEqual(['iPhone 12 Pro Max']);
    expect(names('iphone 12 and a charger')).toEqual(['iPhone 12']);
  });

  it('takes the first model of several', () => {
    expect(names('Galaxy S21, swap for iPhone 14')).toEqual(['Galaxy S21']);
  });

  it.each([
    ['Galaxy S22 | S22+ | S22 Ultra 128GB', ['Galaxy S22', 'Galaxy S22+', 'Galaxy S22 Ultra']],
    ['iPhone 13/14', ['iPhone 13', 'iPhone 14']],
    ['iPhone SE', ['iPhone SE (2016)', 'iPhone SE (2020)', 'iPhone SE (2022)']],
    ['Moto G Play 64GB', ['Moto G Play (2021)', 'Moto G Play (2023)', 'Moto G Play (2024)']],
  ])('reads "%s" as any of several', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('takes a variant that it does not know for any of the family', () => {
    expect(names('iPhone 12 Max')).toEqual(['iPhone 12 mini', 'iPhone 12', 'iPhone 12 Pro', 'iPhone 12 Pro Max']);
  });

  it.each([
    ['DOOGEE Y6', 'doogee'],
    ['Samsung Galaxy A10x', 'samsung'],
    ['Galaxy Tab S8', 'samsung'],
  ])('does not take "%s" for a phone of a like name', (text, make) => {
    expect(readModel(text)).toEqual({ models: [], make });
  });

  it.each(['iphone', 'Apple phone, 64GB', 'my iphone pro max'])('knows no more than the make of "%s"', (text) => {
    expect(readModel(text)).toEqual({ models: [], make: 'apple' });
  });

  it.each(['Mobile phone', '13', '128GB black', 'PlayStation 5', 'bike, 14 inch', 'Huge sale: 10 months old'])(
    'reads no make into "%s"',
    (text) => {
      expect(readModel(text)).toEqual({ models: [] });
    },
  );

  it('reads every catalogue name back as itself', () => {
    const misread = catalogue.filter((model, number) => !readModel(model.name).models.includes(number)).map((model) => model.name);
    expect(misread).toEqual([]);
  });

  it('reads every model number back as its model', () => {
    const misread = catalogue.flatMap((model, number) => model.numbers.filter((printed) => !readModel(printed).models.includes(number)));
    expect(misread).toEqual([]);
  });

  it('does not care for case, spaces between words and punctuation around them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...catalogue), fc.constantFrom(' ', '  ', ', ', '-'), fc.boolean(), ({ name }, gap, upper) => {
        const written = name.split(' ').join(gap);
        expect(readModel(`**${upper ? written.toUpperCase() : written.toLowerCase()}**`)).toEqual(readModel(name));
      }),
    );
  });
});

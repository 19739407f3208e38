import { describe, expect, it } from 'vitest';
import { compareColours, readColour, readColourField } from '../../../../../shared/domain/matching/understanding/colour.ts';

describe('readColour', () => {
  it.each([
    ['iPhone 13 Pro in graphite', 'graphite', ['grey', 'black']],
    ['Phantom Silver S21', 'phantom silver', ['silver', 'white']],
    ['black titanium', 'black titanium', ['black', 'grey']],
    ['midnight green 11 Pro', 'midnight green', ['green']],
    ['rose gold', 'rose gold', ['pink', 'gold']],
    ['light blue', 'light blue', ['blue']],
    ['(PRODUCT)RED', 'product red', ['red']],
    ['blue/purple', 'blue purple', ['blue', 'purple']],
    ['silver shadow', 'silver shadow', ['silver', 'grey']],
    ['Titan Natur', 'titan natur', ['grey', 'cream']],
    ['iPhone 14 dunkellila', 'dunkellila', ['purple']],
    ['color negro', 'negro', ['black']],
    ['azul claro', 'azul', ['blue']],
    ['kolor granatowy', 'granatowy', ['blue']],
    ['цвет чёрный', 'чёрный', ['black']],
    ['тёмная ночь', 'тёмная ночь', ['black', 'blue']],
    ['iPhone 13 黑色', '黑色', ['black']],
    ['cheren', 'cheren', ['black']],
    ['SilverBlue', 'silverblue', ['blue']],
  ])('reads "%s"', (text, said, plain) => {
    expect(readColour(text)).toEqual({ said, plain });
  });

  it('leaves the colour of a cover alone', () => {
    expect(readColour('Green cover thrown in')).toBeUndefined();
    expect(readColour('pink case, phone is silver')).toEqual({ said: 'silver', plain: ['silver', 'white'] });
    expect(readColour('Obsidian. Red case included')).toEqual({ said: 'obsidian', plain: ['black'] });
    expect(readColour('con funda roja')).toBeUndefined();
    expect(readColour('sim tray is gold')).toBeUndefined();
  });

  it('takes words that are colours among other things only beside a colour in running text', () => {
    expect(readColour('plenty of space', 'text')).toBeUndefined();
    expect(readColour('in space black', 'text')?.plain).toEqual(['black', 'grey']);
  });

  it.each([
    'With a spare screen protector',
    'iPhone 13 sin rayones',
    'iPhone 11 bel état',
    'Libre de cualquier red',
    'sort of scratched',
    'pretty good, without box',
    'preț negociabil',
    'Galaxy S21 in mint condition',
    'within an hour of Leeds',
    'witness the quality',
  ])('takes no everyday word for a colour: "%s"', (text) => {
    expect(readColour(text, 'title')).toBeUndefined();
    expect(readColour(text, 'text')).toBeUndefined();
  });

  it('names none where none is named', () => {
    expect(readColour('iPhone 13, good condition')).toBeUndefined();
  });
});

it('forgives one slip in a field that holds nothing else', () => {
  expect(readColourField('Blcak')?.plain).toEqual(['black']);
  expect(readColourField('Obsidiian')?.plain).toEqual(['black']);
});

describe('compareColours', () => {
  function compare(a: string, b: string) {
    return compareColours(readColourField(a) ?? { said: '', plain: [] }, readColourField(b) ?? { said: '', plain: [] });
  }

  it('takes marketing names for the plain colours they look like', () => {
    expect(compare('Midnight', 'black')).toBe('equal');
    expect(compare('Sierra Blue', 'blue')).toBe('equal');
    expect(compare('lavender', 'purple')).toBe('equal');
  });

  it('knows which colours are confused', () => {
    expect(compare('black', 'grey')).toBe('neighbour');
    expect(compare('starlight', 'gold')).toBe('neighbour');
  });

  it('tells the others apart', () => {
    expect(compare('red', 'green')).toBe('different');
    expect(compare('yellow', 'black')).toBe('different');
  });
});

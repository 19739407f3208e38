import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { makeImei } from '../../../support/adverts.ts';
import { type Chance, chance } from '../../../support/chance.ts';

describe('a number that markup cuts into pieces', () => {
  it('is read, whatever is hidden between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const choices = chance(seed);
        const imei = makeImei(choices);
        const page = `<style>.h{display:none}</style><p>Nice phone, nearly new</p><p>${cut(imei, choices)}</p>`;
        expect(findIdentifiersInHtml(page).map(({ value }) => value)).toContain(imei);
      }),
      { numRuns: 500 },
    );
  });

  it('is read across the white space of the markup', () => {
    const imei = makeImei(chance(4));
    const [first, last] = [imei.slice(0, 8), imei.slice(8)];
    for (const page of [`<p>Phone<p>${first}        ${last}`, `<p>Phone<p><b>${first}      </b>      <i>  ${last}</i>`]) {
      expect(findIdentifiersInHtml(page).map(({ value }) => value)).toEqual([imei]);
    }
  });
});

function cut(number: string, choices: Chance): string {
  let page = '';
  for (let at = 0; at < number.length; ) {
    const end = at + choices.between(1, 6);
    const tag = choices.one(['b', 'i', 'span', 'em']);
    page += `<${tag}>${number.slice(at, end)}</${tag}>`;
    if (choices.yes(0.3)) page += hidden(choices);
    at = end;
  }
  return page;
}

function hidden(choices: Chance): string {
  const text = choices.one(['7', '0421', 'word', 'a1b2c3', '&nbsp;', '&#55;']);
  return choices.one([
    `<span class="x h">${text}</span>`,
    `<i style="display:none">${text}</i>`,
    `<b hidden>${text}</b>`,
    `<template>${text}</template>`,
  ]);
}

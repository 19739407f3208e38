import { describe, expect, it } from 'vitest';
import { lawWords, placeWords } from '../../../../shared/domain/notice/code-words.ts';

describe('a code of a notice', () => {
  it('of a law is its name and its country', () => {
    expect(lawWords({ legalRegime: 'uk-osa', jurisdiction: 'GB' })).toBe('Online Safety Act 2023 (United Kingdom, GB)');
    expect(lawWords({ legalRegime: 'eu-dsa9', jurisdiction: 'nowhere' })).toBe('Digital Services Act, Article 9 (nowhere)');
  });

  it.each([
    ['photo:1', 'photo 1'],
    ['title', 'title'],
    ['attribute:alt', 'an attribute of the page: alt'],
    ['sellerField:note', 'sellerField:note'],
  ])('of a place, %s, is %s', (where, words) => {
    expect(placeWords(where)).toBe(words);
  });
});

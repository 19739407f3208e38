import { describe, expect, it } from 'vitest';
import { storableContent } from '../../../functions/read/storable-content.ts';
import type { Identifier } from '../../../shared/domain/identifier.ts';
import { findIdentifiersInText } from '../../../shared/domain/identifiers/in-text.ts';
import { checkDigit } from '../../../shared/domain/imei.ts';

const own = '356938035643817';

function imeis(count: number): string[] {
  const bodies = Array.from({ length: count }, (_, at) => `86123405${String(at * 7).padStart(6, '0')}`);
  return bodies.map((body) => body + checkDigit(body));
}

function contentOf({ description, strewn }: { description: string; strewn: string[] }) {
  const identifiers: Identifier[] = [...strewn, own].flatMap((value) => findIdentifiersInText(`IMEI ${value}`));
  return { title: 'iPhone 13', description, images: [], how: {}, identifiers };
}

describe('what is kept of a page with more numbers than an item has room for', () => {
  it('keeps the number of the description, however many are strewn about the page before it', () => {
    const { identifiers, how } = storableContent(contentOf({ description: `Boxed. IMEI ${own}`, strewn: imeis(3000) }));
    expect(identifiers.at(-1)?.value).toBe(own);
    expect(how).toEqual({ identifiers: `the surest ${identifiers.length} of 3001` });
  });

  it('keeps all where they fit, and says nothing', () => {
    const { identifiers, how } = storableContent(contentOf({ description: 'Boxed.', strewn: imeis(100) }));
    expect(identifiers).toHaveLength(101);
    expect(how).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import { listingText } from '../../../local/commands/listing-command.ts';
import { aListing, anIdentifier, aRevision } from '../../support/console-data.ts';

describe('a listing on a terminal', () => {
  const first = aRevision({ number: 1, title: 'iPhone 13', price: { amount: 300, currency: 'GBP' }, identifiers: [] });
  const second = {
    ...first,
    number: 2,
    price: { amount: 250, currency: 'GBP' },
    identifiers: [anIdentifier()],
    description: 'New\u001b[2J text.',
  };
  const link = {
    source: 'ebay-uk',
    itemId: '9',
    kind: 'other-site',
    reasons: ['They share a photo.'],
    against: ['One price is more than twice the other.'],
    foundAt: '',
  } as const;
  const text = listingText(aListing(), [first, second], [{ ...link, reasons: [...link.reasons], against: [...link.against] }]);

  it('shows what each revision changed, from what to what', () => {
    expect(text).toContain('price: 300 GBP → 250 GBP');
    expect(text).toContain('→ New [2J text.');
  });

  it('shows other listings of the item with what speaks for and against', () => {
    expect(text).toMatch(/On another site as ebay-uk\/9\n {3}for: They share a photo\.\n {3}against: One price/);
  });

  it('shows no whole identifier and nothing that steers a terminal', () => {
    expect(text).not.toContain(anIdentifier().value);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

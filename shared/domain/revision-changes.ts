import { changedFields, type ListingContent } from './listing.ts';

/** What one field said before and says now, in words: `{ field: 'price', was: '300 GBP', is: '250 GBP' }`. */
export interface FieldChange {
  field: string;
  was: string;
  is: string;
}

/**
 * The fields in which two Revisions differ, with both values. Of lists only what went and what came: of ten photos one that is new. Nothing
 * is cut; a description is whole on both sides.
 */
export function changesBetween(before: ListingContent, after: ListingContent): FieldChange[] {
  return changedFields(before, after).map((field) => {
    const [was, is] = [wordsOf(field, before), wordsOf(field, after)];
    const gone = was.filter((word) => !is.includes(word));
    const come = is.filter((word) => !was.includes(word));
    return { field, was: gone.join(', ') || nothing, is: come.join(', ') || (gone.length === 0 ? 'in another order' : nothing) };
  });
}

const nothing = 'nothing';

function wordsOf(field: string, content: ListingContent): string[] {
  switch (field) {
    case 'price':
      return content.price ? [[content.price.amount, content.price.currency ?? ''].join(' ').trim()] : [];
    case 'seller':
      return content.seller ? [content.seller.name ?? content.seller.id ?? ''] : [];
    case 'images':
      return content.images;
    case 'identifiers':
      return content.identifiers.map(
        ({ kind, value, pattern, features }) =>
          `${kind} ${value ?? pattern ?? ''}${features?.perhapsOf ? ` (perhaps of ${features.perhapsOf})` : ''}`,
      );
    case 'attributes':
      return Object.entries(content.attributes ?? {}).map(([name, value]) => `${name} ${value}`);
    case 'title':
    case 'description':
    case 'location': {
      const text = content[field] ?? '';
      return text === '' ? [] : [text];
    }
    default:
      return [];
  }
}

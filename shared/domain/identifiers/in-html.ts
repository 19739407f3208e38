import { Parser } from 'htmlparser2';
import type { Identifier } from '../identifier.ts';
import { findIdentifiersInText, type ReadingOptions } from './in-text.ts';

/** Reads the identifiers in a page; spans are offsets into the given HTML. */
export function findIdentifiersInHtml(html: string, options: Omit<ReadingOptions, 'where'> = {}): Identifier[] {
  const found: Identifier[] = [];
  const parser = new Parser({
    ontext(text) {
      for (const identifier of findIdentifiersInText(text, options)) {
        const shift = parser.startIndex;
        const { span } = identifier;
        found.push(span === undefined ? identifier : { ...identifier, span: { start: span.start + shift, end: span.end + shift } });
      }
    },
  });
  parser.end(html);
  return found;
}

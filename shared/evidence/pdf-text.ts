/** The few forms of text that the document of an evidence pack is set in. */

export type Document = PDFKit.PDFDocument;

/** In points. */
export const size = { title: 18, heading: 12, text: 9 };
/** A title or a sentence of a page may be as long as the page likes. */
const longestText = 600;

export function heading(document: Document, words: string): void {
  roomFor(document, 60);
  document.x = document.page.margins.left;
  document.moveDown(0.8).font('bold').fontSize(size.heading).text(plain(words)).moveDown(0.3);
}

export function fact(document: Document, name: string, value: string): void {
  roomFor(document, 24);
  const { left } = document.page.margins;
  const top = document.y;
  document.font('bold').fontSize(size.text).text(plain(name), left, top, { width: 70 });
  const under = document.y;
  document.font('plain').text(value.split('\n').map(plain).join('\n'), left + 78, top);
  document.x = left;
  document.y = Math.max(under, document.y) + 2;
}

export function paragraph(document: Document, words: string): void {
  document.font('plain').fontSize(size.text).text(plain(words)).moveDown(0.2);
}

export function roomFor(document: Document, height: number): void {
  if (document.y + height > document.page.height - document.page.margins.bottom) document.addPage();
}

/** Letters that write over or turn round what stands beside them have no place on an exhibit. */
export function plain(text: string): string {
  const shown = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return shown.length > longestText ? `${shown.slice(0, longestText)}…` : shown;
}

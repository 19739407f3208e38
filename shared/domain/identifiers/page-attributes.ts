/** What the attributes of a page hold: passages worth reading, and the names of fields whose text is an identifier. */

import { addressPassage } from './address-text.ts';
import { isAttribute } from './attribute-names.ts';
import { decodedPieces } from './entities.ts';
import { namesImei } from './field-names.ts';
import { isSightWorthReading, lookAt, NOTHING_SEEN, NUMBER_SEEN } from './glance.ts';
import { isNamedByText } from './named-by-text.ts';
import { type Passage, passageOf, plainPassage } from './passage.ts';
import { META } from './tag-names.ts';

/** Seen by the reader of the page, at the pointer or by a screen reader. */
const prose = new Set(
  'alt title aria-label placeholder aria-description summary label data-title data-description data-caption data-text data-alt'.split(' '),
);
const addresses = new Set(
  'href src srcset data-src data-srcset data-original data-lazy data-href data-url poster action data-image data-zoom data-full'.split(' '),
);
/** Names that say what the element's `content` or `value` is, or its text. */
const names = new Set(['name', 'itemprop', 'property', 'class', 'id', 'data-name', 'data-field', 'data-testid']);
const contents = new Set(['content', 'value', 'data-value', 'data-content']);
/** Names that show the reader what the field is: `<td data-label="IMEI" data-value="35…">`. */
const captions = new Set(['aria-label', 'data-label', 'data-title', 'data-th', 'label', 'title', 'placeholder']);
const LONGEST_CAPTION = 24;

/** "imei" or "meid" is part of the name. */
function saysMei(html: string, start: number, end: number): boolean {
  for (let at = start; at < end - 2; at++) {
    if ((html.charCodeAt(at) | 32) === 109 && (html.charCodeAt(at + 1) | 32) === 101 && (html.charCodeAt(at + 2) | 32) === 105) return true;
  }
  return false;
}

/** `name`, `id`, `property`, `data-name` and so on, by their first letter. */
function mayBeNaming(html: string, start: number, end: number): boolean {
  const first = html.charCodeAt(start) | 32;
  return first === 110 || (first === 105 && end - start === 2) || (first === 100 && end - start > 8);
}

interface Attribute {
  name: string;
  start: number;
  end: number;
}

/** Reads attributes as the tokenizer reports them, one element at a time. Most are passed over after a glance at their characters. */
export class AttributeReader {
  /** Passages of all elements so far. */
  readonly passages: Passage[] = [];
  /** Of the open element: the value of its `type`, and whether its style may show text otherwise than it stands. */
  kind = '';
  turns = false;
  private says = '';
  /** The element before said that this one's value is an IMEI. */
  private namesNext = false;
  private held: Attribute[] = [];
  private nameStart = 0;
  private nameEnd = 0;
  private valueStart = 0;
  private valueEnd = 0;
  private readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  openElement(): void {
    this.kind = '';
    this.turns = false;
    this.says = '';
    if (this.held.length > 0) this.held = [];
  }

  name(start: number, end: number): void {
    this.nameStart = start;
    this.nameEnd = end;
  }

  value(start: number, end: number, element: number): void {
    this.valueStart = start;
    this.valueEnd = end;
    const { html, nameStart, nameEnd } = this;
    if (this.readMeaning(element) || end - start < 4) return;
    const labelled = saysMei(html, nameStart, nameEnd);
    // "imei 4321" is the shortest value worth reading; shorter ones can only name their element. One-letter names are drawings.
    if (!labelled && (nameEnd - nameStart < 2 || (end - start < 9 && !mayBeNaming(html, nameStart, nameEnd) && !saysMei(html, start, end))))
      return;
    const sight = lookAt(html, start, end, true);
    if (!labelled && sight === NOTHING_SEEN) return;
    const name = html.slice(nameStart, nameEnd).toLowerCase();
    if (names.has(name)) this.readName({ name, start, end });
    else if (contents.has(name) || (!labelled && sight === NUMBER_SEEN && name.startsWith('data-') && !addresses.has(name)))
      this.held.push({ name, start, end });
    else if (captions.has(name) && this.isCaption(start, end)) this.says ||= html.slice(start, end);
    else if (labelled || isSightWorthReading(sight, prose.has(name) || addresses.has(name))) this.readValue({ name, start, end });
  }

  private isCaption(start: number, end: number): boolean {
    return end - start <= LONGEST_CAPTION && !/\d{4}/.test(this.html.slice(start, end));
  }

  /** `<tr id="imei-35…">` holds the number itself. */
  private readName(attribute: Attribute): void {
    const written = this.html.slice(attribute.start, attribute.end);
    this.says ||= written;
    if (/\d{14}/.test(written)) this.readValue(attribute);
  }

  /** When the start tag ends, at `end`: true if its name says that an IMEI stands inside. */
  closeElement(element: number, end: number): boolean {
    const { held, namesNext } = this;
    this.namesNext = false;
    for (const attribute of held) this.readContent(attribute, { element, end, named: namesNext });
    return this.says !== '' && held.length === 0 && namesImei(this.says);
  }

  /**
   * The few attributes that say something of their own element, told apart by length and first letter before anything is sliced.
   * True when that is all they can hold.
   */
  private readMeaning(element: number): boolean {
    const length = this.nameEnd - this.nameStart;
    if (length < 2 || length > 8) return false;
    if (this.isNamed('class')) return this.readClasses();
    if (this.isNamed('style')) return this.readStyle();
    if (this.isNamed('type')) this.kind = this.ownValue();
    else if ((element === META && (this.isNamed('name') || this.isNamed('property'))) || this.isNamed('itemprop'))
      this.says ||= this.ownValue();
    return false;
  }

  /** Whether the attribute named last is called so. */
  isNamed(name: string): boolean {
    return isAttribute(name, this.html, this.nameStart, this.nameEnd);
  }

  private readClasses(): true {
    if (saysMei(this.html, this.valueStart, this.valueEnd)) this.says ||= this.ownValue();
    return true;
  }

  private readStyle(): true {
    const style = this.ownValue();
    if (style.includes('-override')) this.turns = true;
    const picture = style.includes('url(') ? /url\(\s*['"]?([^'")]{1,300})/.exec(style)?.[1] : undefined;
    if (picture?.toLowerCase().includes('mei'))
      this.passages.push(addressPassage(picture, this.valueStart + style.indexOf(picture), 'attribute:style'));
    return true;
  }

  private ownValue(): string {
    return this.html.slice(this.valueStart, this.valueEnd);
  }

  private readValue(attribute: Attribute): void {
    const { name, start, end } = attribute;
    if (addresses.has(name)) {
      this.passages.push(addressPassage(this.html.slice(start, end), start, name === 'href' ? 'link' : `attribute:${name}`));
    } else {
      const label = namesImei(name) ? 'imei' : '';
      this.add(attribute, { label, bare: prose.has(name), where: `attribute:${name}` });
    }
  }

  /** `<meta name="imei" content="35…">`, `<input name="imei" value="35…">`, `<meta itemprop="serialNumber" content="…">`. */
  private readContent(attribute: Attribute, { element, end, named }: { element: number; end: number; named: boolean }): void {
    const { says, html } = this;
    // `<meta itemprop="name" content="IMEI"><meta itemprop="value" content="35…">`
    if (says === 'name' && namesImei(html.slice(attribute.start, Math.min(attribute.end, attribute.start + LONGEST_CAPTION))))
      this.namesNext = true;
    const isNamed = namesImei(says) || (named && says === 'value') || isNamedByText(html, attribute.start, end);
    const label = isNamed ? 'imei' : /serial/i.test(says) ? 'serial number' : '';
    const bare = /description|title|keywords/i.test(says);
    const field = element === META ? `meta:${says}` : `attribute:${attribute.name}:${says}`;
    this.add(attribute, { label, bare, where: says === '' ? `attribute:${attribute.name}` : field.slice(0, 80) });
  }

  private add({ start, end }: Attribute, { label, bare, where }: { label: string; bare: boolean; where: string }): void {
    const about = { where, bare, unseen: where !== 'attribute:alt' };
    const pieces = decodedPieces(this.html, start, end, false);
    if (label !== '') pieces.unshift({ text: `${label}: `, start, end: start, hidden: false });
    this.passages.push(pieces.length === 1 ? plainPassage(this.html.slice(start, end), start, about) : passageOf(pieces, about));
  }
}

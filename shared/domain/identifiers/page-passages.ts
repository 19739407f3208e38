/** One pass over a page that sorts its contents into passages: what is seen, what is hidden, attributes, addresses, comments, scripts. */

import { Tokenizer } from 'htmlparser2';
import { addressPassage } from './address-text.ts';
import { hidesText, readStyleSheets, type StyleSheet, turnsText } from './css-hiding.ts';
import { decodedPieces } from './entities.ts';
import { glance } from './glance.ts';
import { type Passage, type Piece, passageOf } from './passage.ts';
import { scriptPassages } from './script-text.ts';

export interface PagePassages {
  /** The text as the screen shows it. */
  seen: Piece[];
  /** The same with what is hidden; absent when nothing with digits is. */
  everything: Piece[] | undefined;
  /** All other places, each on its own. */
  others: Passage[];
}

/** Reads a page's passages. The page may be broken in any way; what cannot be told is text. */
export function pagePassages(html: string): PagePassages {
  const walk = new Walk(html);
  const tokenizer = new Tokenizer({ decodeEntities: false }, walk);
  tokenizer.write(html);
  tokenizer.end();
  return walk.passages();
}

/** Elements that stand in the run of the text; all others begin a new line. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr blink center svg path img input button use g source slot'.split(
    ' ',
  ),
);
const cells = new Set(['td', 'th', 'dt', 'dd']);
const withoutEnd = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What is done with an attribute's value, by its name. */
type Use = 'style' | 'class' | 'id' | 'name' | 'prose' | 'content' | 'address' | 'hidden' | 'dir' | 'ignore';
const uses = new Map<string, Use>(
  Object.entries({
    style: 'style', class: 'class', id: 'id', name: 'name', itemprop: 'name', property: 'name', 'data-name': 'name', 'data-field': 'name', 'data-testid': 'name',
    alt: 'prose', title: 'prose', 'aria-label': 'prose', placeholder: 'prose', 'aria-description': 'prose', summary: 'prose', label: 'prose', 'data-title': 'prose',
    'data-description': 'prose', 'data-caption': 'prose', 'data-text': 'prose', 'data-alt': 'prose',
    content: 'content', value: 'content', 'data-value': 'content', 'data-content': 'content',
    href: 'address', src: 'address', srcset: 'address', 'data-src': 'address', 'data-srcset': 'address', 'data-original': 'address', 'data-lazy': 'address',
    'data-href': 'address', 'data-url': 'address', poster: 'address', action: 'address', 'data-image': 'address', 'data-zoom': 'address', 'data-full': 'address',
    hidden: 'hidden', dir: 'dir', type: 'ignore', rel: 'ignore', d: 'ignore', role: 'ignore', target: 'ignore', width: 'ignore', height: 'ignore',
    viewbox: 'ignore', fill: 'ignore', lang: 'ignore', charset: 'ignore', media: 'ignore', sizes: 'ignore', points: 'ignore', integrity: 'ignore', nonce: 'ignore',
  } satisfies Record<string, Use>),
); // biome-ignore format: a table

/** A field name that says what its value is: `imei`, `data-imei1`, `product_imei`, `deviceImei`. */
const namesImei = /(?:^|[^a-z])(?:imei|meid)(?:[^a-z]|$|no|number|sv)|[a-z](?:Imei|IMEI)/;

interface Attribute {
  name: string;
  start: number;
  end: number;
}

class Walk {
  private readonly html: string;
  private readonly styles: StyleSheet;
  private readonly pieces: Piece[] = [];
  private readonly others: Passage[] = [];
  /** The open element's attributes, read when its tag closes. */
  private element = '';
  private attributes: Attribute[] = [];
  private attribute: Attribute | undefined;
  /** The raw-text element we are in: its text is no text of the page. */
  private raw = '';
  private rawKind = '';
  private readonly hiding: Region = new Region();
  private readonly turning: Region = new Region();
  private hiddenDigits = false;
  private lastBreak = '\n';

  constructor(html: string) {
    this.html = html;
    this.styles = readStyleSheets(html);
  }

  passages(): PagePassages {
    const seen = this.hiddenDigits || this.hiding.used ? this.pieces.filter((piece) => !piece.hidden) : this.pieces;
    return { seen, everything: this.hiddenDigits ? this.pieces : undefined, others: this.others };
  }

  ontext(start: number, end: number): void {
    if (this.raw !== '') {
      this.takeRaw(start, end);
      return;
    }
    const { html } = this;
    const hidden = this.hiding.open;
    if (hidden && !this.hiddenDigits) this.hiddenDigits = /[^\s]/.test(html.slice(start, end));
    for (const piece of decodedPieces(html, start, end, hidden)) this.take(piece);
  }

  /** Runs of white space show as one blank; long indentation would tear numbers and labels apart. */
  private take(piece: Piece): void {
    if (piece.text.length !== piece.end - piece.start || !/\s\s/.test(piece.text)) {
      this.pieces.push(piece);
      if (piece.text !== '') this.lastBreak = '';
      return;
    }
    let at = 0;
    for (const match of piece.text.matchAll(/\s{2,}/g)) {
      if (match.index > at) this.pieces.push(part(piece, at, match.index));
      const end = match.index + match[0].length;
      const text = /\n[^\S\n]*\n/.test(match[0]) ? '\n\n' : match[0].includes('\n') ? '\n' : ' ';
      this.pieces.push({ text, start: piece.start + match.index, end: piece.start + end, hidden: piece.hidden });
      at = end;
    }
    if (at < piece.text.length) this.pieces.push(part(piece, at, piece.text.length));
    this.lastBreak = '';
  }

  private takeRaw(start: number, end: number): void {
    const { html } = this;
    if (this.raw === 'title' || this.raw === 'textarea') {
      this.addIfWorthwhile(passageOf(decodedPieces(html, start, end, false), { where: this.raw, bare: true, unseen: false }));
    } else if (this.raw === 'script') {
      this.others.push(...scriptPassages(html, start, end, /ld\+json/i.test(this.rawKind) ? 'json-ld' : 'script'));
    }
  }

  onopentagname(start: number, end: number): void {
    this.element = this.html.slice(start, end).toLowerCase();
    if (this.attributes.length > 0) this.attributes = [];
    if (!inline.has(this.element)) this.breakLine(end);
  }

  private breakLine(at: number): void {
    const text = cells.has(this.element) ? '\t' : '\n';
    if (this.lastBreak === text || (this.lastBreak === '\n' && text === '\t')) return;
    this.pieces.push({ text, start: at, end: at, hidden: false });
    this.lastBreak = text;
  }

  onattribname(start: number, end: number): void {
    this.attribute = { name: this.html.slice(start, end).toLowerCase(), start: end, end };
    this.attributes.push(this.attribute);
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute === undefined) return;
    if (this.attribute.start === this.attribute.end) this.attribute.start = start;
    this.attribute.end = end;
  }

  onopentagend(end: number): void {
    this.closeStart(end);
  }

  onselfclosingtag(end: number): void {
    this.closeStart(end);
  }

  private closeStart(end: number): void {
    const { element } = this;
    if (element === 'script' || element === 'style' || element === 'title' || element === 'textarea' || element === 'xmp') {
      this.raw = element;
      this.rawKind = '';
    }
    this.hiding.enter(element);
    this.turning.enter(element);
    if (this.attributes.length > 0) this.readAttributes(end);
    if (element === 'template') this.hide();
  }

  private hide(): void {
    if (!withoutEnd.has(this.element)) this.hiding.start(this.element);
  }

  private readAttributes(end: number): void {
    let says = '';
    const contents: Attribute[] = [];
    for (const attribute of this.attributes) {
      const use = uses.get(attribute.name);
      if (use === 'ignore') {
        if (this.raw === 'script' && attribute.name === 'type') this.rawKind = this.valueOf(attribute);
        continue;
      }
      if (use === 'content') contents.push(attribute);
      else if (use === 'name' || use === 'class' || use === 'id') says ||= this.readName(attribute, use);
      else if (use === 'style') this.readStyle(attribute, end);
      else if (use === 'hidden') this.hide();
      else if (use === 'dir') this.readDirection(attribute, end);
      else if (attribute.end - attribute.start >= 4) this.readValue(attribute, use);
    }
    for (const attribute of contents) this.readContent(attribute, says);
    if (says !== '' && contents.length === 0 && namesImei.test(says)) {
      this.pieces.push({ text: ' IMEI ', start: end, end, hidden: this.hiding.open });
    }
  }

  private valueOf({ start, end }: Attribute): string {
    return this.html.slice(start, end);
  }

  private readName(attribute: Attribute, use: Use): string {
    const value = this.valueOf(attribute);
    if (use === 'name') return value;
    if (use === 'class' && this.styles.hidden.size + this.styles.turned.size > 0) {
      for (const name of value.split(/\s+/)) this.applyRule(`.${name}`, attribute.end);
    } else if (use === 'id') this.applyRule(`#${value}`, attribute.end);
    return namesImei.test(value) ? value : '';
  }

  private applyRule(selector: string, at: number): void {
    if (this.styles.hidden.has(selector)) this.hide();
    if (this.styles.turned.has(selector)) this.turn(at);
  }

  private readStyle(attribute: Attribute, end: number): void {
    const style = this.valueOf(attribute);
    if (hidesText(style)) this.hide();
    if (turnsText(style)) this.turn(end);
  }

  private readDirection(attribute: Attribute, end: number): void {
    if (this.element === 'bdo' && /rtl/i.test(this.valueOf(attribute))) this.turn(end);
  }

  /** The reader of text understands the override character; here it stands for the style that does the same. */
  private turn(at: number): void {
    if (this.turning.open || withoutEnd.has(this.element)) return;
    this.turning.start(this.element);
    this.pieces.push({ text: '\u202e', start: at, end: at, hidden: this.hiding.open });
  }

  private readValue(attribute: Attribute, use: Use | undefined): void {
    const { start, end, name } = attribute;
    const labelled = namesImei.test(name);
    if (end - start < 14 && !labelled) return;
    const value = this.valueOf(attribute);
    if (use === 'address') {
      if (isWorthwhile(value, true) || value.includes('%'))
        this.others.push(addressPassage(value, start, name === 'href' ? 'link' : `attribute:${name}`));
      return;
    }
    if (!labelled && !value.includes('&') && !isWorthwhile(value, use === 'prose')) return;
    this.addValue(attribute, labelled ? 'imei' : '', use === 'prose');
  }

  private addValue({ start, end, name }: Attribute, label: string, bare: boolean, where = `attribute:${name}`): void {
    const pieces = decodedPieces(this.html, start, end, false);
    const labelled = label === '' ? pieces : [{ text: `${label}: `, start, end: start, hidden: false }, ...pieces];
    this.addIfWorthwhile(passageOf(labelled, { where, bare, unseen: where !== 'attribute:alt' }));
  }

  /** `<meta name="imei" content="35…">`, `<input name="imei" value="35…">`, `<meta itemprop="serialNumber" content="…">`. */
  private readContent(attribute: Attribute, says: string): void {
    if (attribute.end - attribute.start < 4) return;
    const label = namesImei.test(says) ? 'imei' : /serial/i.test(says) ? 'serial number' : '';
    const where =
      says === '' ? `attribute:${attribute.name}` : this.element === 'meta' ? `meta:${says}` : `attribute:${attribute.name}:${says}`;
    this.addValue(attribute, label, /description|title|keywords/i.test(says), where.slice(0, 80));
  }

  onclosetag(start: number, end: number): void {
    this.element = this.html.slice(start, end).toLowerCase();
    if (this.element === this.raw) this.raw = '';
    if (this.turning.leave(this.element)) this.pieces.push({ text: '\u202c', start, end: start, hidden: this.hiding.open });
    this.hiding.leave(this.element);
    if (!inline.has(this.element)) this.breakLine(start);
  }

  oncomment(start: number, end: number, endOffset: number): void {
    const text = this.html.slice(start, Math.max(start, end - endOffset + 1));
    if (!isWorthwhile(text, false)) return;
    this.others.push(
      passageOf([{ text, start, end: start + text.length, hidden: false }], { where: 'comment', bare: false, unseen: true }),
    );
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.oncomment(start, end, endOffset);
  }

  private addIfWorthwhile(passage: Passage): void {
    if (isWorthwhile(passage.text, passage.bare)) this.others.push(passage);
  }

  onattribend(): void {}
  onattribentity(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}

/** The stretch of an element that hides or turns its text: until its own end tag, counting elements of the same name inside. */
class Region {
  open = false;
  used = false;
  private name = '';
  private depth = 0;

  start(name: string): void {
    if (this.open) return;
    this.open = true;
    this.used = true;
    this.name = name;
    this.depth = 1;
  }

  enter(name: string): void {
    if (this.open && name === this.name) this.depth++;
  }

  /** True when this end tag closes the region. */
  leave(name: string): boolean {
    if (!this.open || name !== this.name || --this.depth > 0) return false;
    this.open = false;
    return true;
  }
}

function part(piece: Piece, from: number, to: number): Piece {
  return { text: piece.text.slice(from, to), start: piece.start + from, end: piece.start + to, hidden: piece.hidden };
}

function isWorthwhile(text: string, bare: boolean): boolean {
  const seen = glance(text);
  return seen.exotic || seen.labels || (seen.bare && bare);
}

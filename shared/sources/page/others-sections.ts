/** Sections of a listing's page that are said of others, or by others: similar offers, reviews, comments. */

import type { Span } from '../../domain/identifier.ts';
import type { PageVisitor } from '../../domain/identifiers/page-walk.ts';
import { emptyTags, tagKey } from '../../domain/identifiers/tag-names.ts';
import type { DoubtfulSpan } from './belonging.ts';

/** schema.org: what an item is related to, and what people say of it. */
const othersProperty = /(?:^|\s)(?:isRelatedTo|isSimilarTo|review|reviews|comment)(?:\s|$)/i;
const othersType = /schema\.org\/(?:\w*Review|Comment)(?:\s|$)/i;
/** Where a seller may answer too. */
const talkType = /schema\.org\/(?:Question|Answer|QAPage|FAQPage)(?:\s|$)/i;
/** Whole names of a class or id: `similar-items`, `relatedAds`, `recommendations`, `customer-reviews`, `comments`. */
const othersName =
  /^(?:(?:related|similar|recommend)[\w-]*|(?:customer|buyer|user|product)?[-_]?(?:reviews?|comments)(?:[-_](?:list|section|wrapper|container|block))?)$/i;
/** Names of places where people talk, the seller among them: `questions-and-answers`, `qna`, `discussion`, `forum-thread`, `guestbook`. */
const talkName =
  /^(?:[a-z]+[-_])?(?:q-?(?:and|n|&)?-?a|(?:ask|questions?|answers?|enquir(?:y|ies)|quer(?:y|ies)|discuss(?:ions?)?|disqus|feedbacks?|testimonials?|opinions?|guestbook|repl(?:y|ies)|threads?|conversations?|community|fragen|kommentare|bewertungen|avis|commentaires|preguntas|respuestas|opiniones|comentarios|pytania|opinie|komentarze|domande|recensioni))(?:[-_].*)?$/i;

type Kind = 'others' | 'talk';

const key = (name: string) => tagKey(name, 0, name.length);
const H1 = key('h1');
/** Elements that may be left open: the next of their kind ends them. */
const endedByNext = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option'].map(key));

/**
 * Collects them on a walk: `others` is what is said of others or by them, `doubtful` what may be. A section with the page's heading is the page
 * itself, and one that nobody closes is none.
 */
export class OthersSections implements PageVisitor {
  readonly others: Span[] = [];
  readonly doubtful: DoubtfulSpan[] = [];
  private readonly html: string;
  private element = 0;
  private attribute = '';
  private kind: Kind | undefined;
  /** The outermost one that is open, and how many elements of its kind are open in it. */
  private section: { kind: Kind; element: number; start: number; depth: number } | undefined;

  constructor(html: string) {
    this.html = html;
  }

  openTag(element: number): void {
    this.element = element;
    this.kind = undefined;
    const { section } = this;
    if (section?.element === element) {
      section.depth += 1;
      if (endedByNext.has(element)) this.section = undefined;
    }
    if (element === H1) this.section = undefined;
  }

  attributeName(start: number, end: number): void {
    this.attribute = end - start > longestName ? '' : this.html.slice(start, end).toLowerCase();
  }

  attributeValue(start: number, end: number): void {
    if (this.kind === 'others' || this.section?.kind === 'others' || end - start > longestValue) return;
    this.kind = this.kindOf(this.html.slice(start, end)) ?? this.kind;
  }

  private kindOf(value: string): Kind | undefined {
    switch (this.attribute) {
      case 'itemprop':
        return othersProperty.test(value) ? 'others' : undefined;
      case 'itemtype':
        return othersType.test(value) ? 'others' : talkType.test(value) ? 'talk' : undefined;
      case 'class':
      case 'id': {
        const names = value.split(/\s+/);
        if (names.some((name) => othersName.test(name))) return 'others';
        return names.some((name) => name.length <= longestTalkName && talkName.test(name)) ? 'talk' : undefined;
      }
      default:
        return undefined;
    }
  }

  openTagEnd(at: number): void {
    const { kind, section } = this;
    if (kind === undefined || emptyTags.has(this.element) || section?.kind === kind) return;
    // Reviews among the talk are a section of their own; what of the talk stands behind them is read as the page's.
    if (section !== undefined) this.add(section, at + 1);
    this.section = { kind, element: this.element, start: at + 1, depth: 1 };
  }

  closeTag(element: number, nameStart: number): void {
    const { section } = this;
    if (section?.element !== element) return;
    section.depth -= 1;
    if (section.depth > 0) return;
    this.add(section, nameStart);
    this.section = undefined;
  }

  private add({ kind, start }: { kind: Kind; start: number }, end: number): void {
    if (kind === 'others') this.others.push({ start, end });
    else this.doubtful.push({ start, end, perhapsOf: 'somebody else' });
  }

  text(): void {}
  rawText(): void {}
  comment(): void {}
}

const longestName = 8;
const longestValue = 1000;
const longestTalkName = 60;

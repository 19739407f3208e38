/** Whether the text of an element is hidden or turned round, and what is shown beside it, by its attributes and the page's style sheets. */

import { isAttribute } from './attribute-names.ts';
import type { Generated } from './css-content.ts';
import { inlineStyling, type StyleSheets, type Styling } from './css-hiding.ts';
import { BDO } from './tag-names.ts';

/** Told the attributes of one element after another. */
export class ElementStyling {
  hides = false;
  turns = false;
  /** Text that style sheets show before and after its own. */
  generated: Generated | undefined;
  private nameStart = 0;
  private nameEnd = 0;
  private readonly html: string;
  private readonly styles: StyleSheets;

  constructor(html: string, styles: StyleSheets) {
    this.html = html;
    this.styles = styles;
  }

  openElement(): void {
    this.hides = false;
    this.turns = false;
    this.generated = undefined;
  }

  name(start: number, end: number): void {
    this.nameStart = start;
    this.nameEnd = end;
    if (this.isNamed('hidden')) this.hides = true;
  }

  value(start: number, end: number, element: number): void {
    if (this.isNamed('class')) this.readSelectors('.', this.html.slice(start, end));
    else if (this.isNamed('style')) this.apply(inlineStyling(this.html.slice(start, end)));
    else if (this.isNamed('id')) this.readSelectors('#', this.html.slice(start, end));
    else if (element === BDO && this.isNamed('dir')) this.turns ||= /^\s*rtl/i.test(this.html.slice(start, end));
  }

  private readSelectors(sign: '.' | '#', names: string): void {
    this.apply(sign === '.' ? this.styles.ofClasses(names) : this.styles.ofId(names));
    this.generated ??= this.styles.generatedFor(sign, names);
  }

  /** Whether the attribute named last is called so. */
  isNamed(name: string): boolean {
    return isAttribute(name, this.html, this.nameStart, this.nameEnd);
  }

  private apply({ hides, turns }: Styling): void {
    this.hides ||= hides;
    this.turns ||= turns;
  }
}

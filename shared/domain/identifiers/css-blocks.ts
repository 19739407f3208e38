/** Which block of a style sheet a declaration stands in. */

export interface Block {
  /** What stands before its brace: `.x9, #y` and anything since the brace before. */
  selectors: string;
  /** Its declarations, up to the next brace of either kind. */
  declarations: string;
}

/** Finds blocks in the order in which they stand: what has been passed is not looked at again, so that the whole is linear. */
export class CssBlocks {
  private readonly css: string;
  private passed = 0;
  private nextOpening = -1;
  private nextClosing = -1;

  constructor(css: string) {
    this.css = css;
  }

  /** The innermost block around `place`; undefined between blocks, and where it is the block that was found last. */
  around(place: number): Block | undefined {
    const stretch = this.css.slice(this.passed, place);
    const from = this.passed;
    this.passed = place;
    const opening = stretch.lastIndexOf('{');
    if (opening < 0 || stretch.lastIndexOf('}') > opening) return undefined;
    const before = stretch.slice(0, opening);
    const selectors = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')) + 1);
    return { selectors, declarations: this.css.slice(from + opening + 1, this.nextBrace(place)) };
  }

  private nextBrace(place: number): number {
    if (this.nextOpening < place) this.nextOpening = this.find('{', place);
    if (this.nextClosing < place) this.nextClosing = this.find('}', place);
    return Math.min(this.nextOpening, this.nextClosing);
  }

  private find(brace: string, from: number): number {
    const found = this.css.indexOf(brace, from);
    return found < 0 ? this.css.length : found;
  }
}

/** What CSS takes off the screen or turns round: decoy digits inside a number, or a number that only the markup shows. */

import { CssBlocks } from './css-blocks.ts';
import { findGenerated, type Generated } from './css-content.ts';
import { findEffects, runsRightToLeft } from './css-declarations.ts';

/** What an inline style or a class does to the text of its element. */
export interface Styling {
  hides: boolean;
  turns: boolean;
}

/** What an inline style does: `display:none` hides, `unicode-bidi:bidi-override;direction:rtl` turns. */
export function inlineStyling(style: string): Styling {
  const styling = { hides: false, turns: false };
  findEffects(style, (effect) => {
    if (effect === 'hides') styling.hides = true;
    else styling.turns = runsRightToLeft(style);
  });
  return styling;
}

const unstyled: Styling = { hides: false, turns: false };

/** What the page's own style sheets, read so far, do to a class or id: `.x9{display:none}`. */
export class StyleSheets {
  private readonly hidden = new Set<string>();
  private readonly turned = new Set<string>();
  private readonly generated = new Map<string, Generated>();
  /** Pages repeat a few class attributes thousands of times. */
  private readonly known = new Map<string, Styling>();

  /** What the rules for a class attribute do, `btn x9 wide`. */
  ofClasses(classes: string): Styling {
    if (this.hidden.size + this.turned.size === 0) return unstyled;
    const known = this.known.get(classes);
    if (known !== undefined) return known;
    const styling = this.ofSelectors(classes.split(' ').map((name) => `.${name}`));
    this.known.set(classes, styling);
    return styling;
  }

  ofId(id: string): Styling {
    return this.hidden.size + this.turned.size === 0 ? unstyled : this.ofSelectors([`#${id}`]);
  }

  /** What is shown beside an element of these classes or this id; undefined for nearly all. */
  generatedFor(sign: '.' | '#', names: string): Generated | undefined {
    if (this.generated.size === 0) return undefined;
    const found = names.split(' ').map((name) => this.generated.get(sign + name));
    return found.find((generated) => generated !== undefined);
  }

  private ofSelectors(selectors: readonly string[]): Styling {
    return {
      hides: selectors.some((selector) => this.hidden.has(selector)),
      turns: selectors.some((selector) => this.turned.has(selector)),
    };
  }

  /**
   * Takes in one style element. Selectors of one class or id are understood, which is how decoys are written; of nested blocks
   * (media queries) the innermost counts.
   */
  read(css: string): void {
    this.known.clear();
    const blocks = new CssBlocks(css);
    findEffects(css, (_, at) => {
      const block = blocks.around(at);
      if (block === undefined) return;
      const { hides, turns } = inlineStyling(block.declarations);
      for (const selector of simpleSelectors(block.selectors)) {
        if (hides) this.hidden.add(selector);
        if (turns) this.turned.add(selector);
      }
    });
    findGenerated(css, (selector, side, parts) => {
      this.generated.set(selector, { ...(this.generated.get(selector) ?? { before: [], after: [] }), [side]: parts });
    });
  }
}

function simpleSelectors(selectors: string): string[] {
  const own = selectors.slice(Math.max(selectors.lastIndexOf(';'), selectors.lastIndexOf('/')) + 1);
  return own.split(',').flatMap((selector) => /^\s*(?:[a-z]\w{0,10})?([.#][\w-]+)\s*$/i.exec(selector)?.[1] ?? []);
}

/** What CSS takes off the screen: decoy digits inside a number, or a number that only the markup shows. */

/** Declarations that hide text for good. Blur and transparent ink are not among them: platforms blur numbers for their own reasons. */
const hiding =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:^|[;\s{])(?:width|height|max-width|max-height)\s*:\s*0(?![.\d])|transform\s*:\s*scale\(\s*0\s*\)|content-visibility\s*:\s*hidden/i;

const turning = /unicode-bidi\s*:\s*(?:bidi-override|isolate-override)/i;

/** Whether an inline style hides its element. Pages repeat a few styles thousands of times, so the last answers are kept. */
export function hidesText(style: string): boolean {
  const known = answers.get(style);
  if (known !== undefined) return known;
  const hides = hiding.test(style);
  if (answers.size >= 500) answers.clear();
  if (style.length < 500) answers.set(style, hides);
  return hides;
}

const answers = new Map<string, boolean>();

/** Whether an inline style shows its text from right to left, whatever it is. */
export function turnsText(style: string): boolean {
  return turning.test(style) && /direction\s*:\s*rtl/i.test(style);
}

/** What the page's own style sheets, read so far, do to a class or id: `.x9{display:none}`. */
export class StyleSheets {
  private readonly hidden = new Set<string>();
  private readonly turned = new Set<string>();

  get isEmpty(): boolean {
    return this.hidden.size + this.turned.size === 0;
  }

  hides(selector: string): boolean {
    return this.hidden.has(selector);
  }

  turns(selector: string): boolean {
    return this.turned.has(selector);
  }

  /**
   * Takes in one style element. Selectors of one class or id are understood, which is how decoys are written; of nested blocks
   * (media queries) the innermost counts.
   */
  read(css: string): void {
    for (let from = 0, open = css.indexOf('{'); open >= 0; open = css.indexOf('{', from)) {
      const close = css.indexOf('}', open);
      if (close < 0) return;
      const inner = css.lastIndexOf('{', close);
      this.readRule(css.slice(Math.max(from, inner - 400), inner), css.slice(inner + 1, close));
      from = close + 1;
    }
  }

  private readRule(before: string, declarations: string): void {
    const hides = mayHide.test(declarations) && hiding.test(declarations);
    if (!hides && !turnsText(declarations)) return;
    const selectors = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}'), before.lastIndexOf(';')) + 1);
    for (const selector of selectors.split(',')) {
      const simple = /^\s*(?:[a-z]\w{0,10})?([.#][\w-]+)\s*$/i.exec(selector)?.[1];
      if (simple !== undefined) (hides ? this.hidden : this.turned).add(simple);
    }
  }
}

/** A quick no for most rules. */
const mayHide = /none|hidden|collapse|:\s?0|-\d{3}|clip|scale/i;

/** What CSS takes off the screen: decoy digits inside a number, or a number that only the markup shows. */

/** Declarations that hide text for good. Blur and transparent ink are not among them: platforms blur numbers for their own reasons. */
const hiding =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|(?:left|top|right|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:^|[;\s{])(?:width|height|max-width|max-height)\s*:\s*0(?![.\d])|transform\s*:\s*scale\(\s*0\s*\)|content-visibility\s*:\s*hidden/i;

const turning = /unicode-bidi\s*:\s*(?:bidi-override|isolate-override)/i;

/** Whether an inline style hides its element. */
export function hidesText(style: string): boolean {
  return hiding.test(style);
}

/** Whether an inline style shows its text from right to left, whatever it is. */
export function turnsText(style: string): boolean {
  return turning.test(style) && /direction\s*:\s*rtl/i.test(style);
}

/** Classes, ids and elements that the page's own style sheets hide or turn round: `.x9{display:none}`. */
export interface StyleSheet {
  hidden: ReadonlySet<string>;
  turned: ReadonlySet<string>;
}

const noRules: StyleSheet = { hidden: new Set(), turned: new Set() };

/** Reads the style elements of a page. Selectors of one class, id or element name are understood, which is how decoys are written. */
export function readStyleSheets(html: string): StyleSheet {
  let at = html.search(/<style/i);
  if (at < 0) return noRules;
  const hidden = new Set<string>();
  const turned = new Set<string>();
  while (at >= 0) {
    const open = html.indexOf('>', at);
    const close = open < 0 ? -1 : html.indexOf('</', open);
    if (close < 0) break;
    readRules(html.slice(open + 1, close), hidden, turned);
    at = nextStyle(html, close);
  }
  return { hidden, turned };
}

function nextStyle(html: string, from: number): number {
  const lower = html.indexOf('<style', from);
  return lower >= 0 ? lower : html.indexOf('<STYLE', from);
}

function readRules(css: string, hidden: Set<string>, turned: Set<string>): void {
  for (let open = css.indexOf('{'), from = 0; open >= 0; open = css.indexOf('{', from)) {
    const close = css.indexOf('}', open);
    if (close < 0) return;
    // An at-rule's own brace: what counts is the innermost block.
    const inner = css.lastIndexOf('{', close);
    const declarations = css.slice(inner + 1, close);
    const hides = hiding.test(declarations);
    if (hides || turnsText(declarations)) {
      const before = css.slice(Math.max(from, inner - 400), inner);
      const selectors = before.slice(Math.max(before.lastIndexOf('{'), before.lastIndexOf('}'), before.lastIndexOf(';')) + 1);
      for (const selector of selectors.split(',')) {
        const simple = /^\s*(?:[a-z]\w{0,10})?([.#][\w-]+)\s*$/i.exec(selector)?.[1];
        if (simple !== undefined) (hides ? hidden : turned).add(simple);
      }
    }
    from = close + 1;
  }
}

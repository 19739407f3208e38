/** A declared selector, apart: the CSS and the attribute to take instead of the text. */
export interface FieldSelector {
  css: string;
  attribute?: string;
}

/** `img.photo@data-src` → `{ css: 'img.photo', attribute: 'data-src' }`; an `@` inside brackets or quotes belongs to the CSS. */
export function splitSelector(selector: string): FieldSelector {
  const at = selector.lastIndexOf('@');
  if (at <= 0 || !/^[\w:.-]+$/.test(selector.slice(at + 1))) return { css: selector };
  return { css: selector.slice(0, at), attribute: selector.slice(at + 1) };
}

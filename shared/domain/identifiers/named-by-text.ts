/** Whether the text right beside an element says that its value is an IMEI. */

const tag = '<\\/?(?:label|span|b|strong|em|i|td|th|dt|dd|div|p|li|br)(?: [^<>]{0,80})?>';
/** `<label>IMEI <input value="35…">`, `<td>IMEI no.</td><td><input value="35…">`: the label alone, then this element. */
const before = new RegExp(
  `(?:>|\\n|^)[\\s•-]{0,4}imei(?:[ -]?(?:no|nr|num|number|nummer|numero|code))?[ -]?[12]?\\s?[.:]{0,2}\\s{0,40}(?:${tag}\\s{0,40}){0,4}$`,
  'i',
);
/** `<span data-clipboard-text="35…">Copy IMEI</span>` */
const inside =
  /^(?:\s|<(?:i|b|span|svg)(?: [^<>]{0,80})?>|<\/(?:i|svg)>){0,4}(?:copy|show|view|see|reveal|kopieren|anzeigen|copier|afficher|copiar|mostrar|copia|kopiuj|pokaż)?(?: (?:the|die|l'|el|il|o))? ?imei(?: ?(?:number|no|nr))?\s?(?:<|$)/i;

const REACH = 200;

/** `valueStart` is where the value stands in its tag, `tagEnd` the `>` of the tag. Looked at only where a value holds a number. */
export function isNamedByText(html: string, valueStart: number, tagEnd: number): boolean {
  const tagStart = html.slice(Math.max(0, valueStart - REACH), valueStart).lastIndexOf('<');
  if (tagStart < 0) return false;
  const start = Math.max(0, valueStart - REACH) + tagStart;
  return before.test(html.slice(Math.max(0, start - REACH), start)) || inside.test(html.slice(tagEnd + 1, tagEnd + REACH));
}

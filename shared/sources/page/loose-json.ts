/**
 * JSON as pages write it. `repaired` names what had to be mended: comment marks around it, raw line breaks in strings, trailing commas,
 * a missing end. `undefined` when it is no JSON even so.
 */
export function parseLooseJson(text: string): { value: unknown; repaired: boolean } | undefined {
  try {
    return { value: JSON.parse(text), repaired: false };
  } catch {
    // Mended below.
  }
  try {
    return { value: JSON.parse(mend(text)), repaired: true };
  } catch {
    return undefined;
  }
}

/** One walk over the text; strings are copied with their control characters and wrong escapes mended, the rest without what JSON forbids. */
function mend(text: string): string {
  const open: string[] = [];
  const pieces: string[] = [];
  let copied = startOfJson(text);
  let comma = -1;
  for (let index = copied; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') {
      const end = endOfString(text, index);
      pieces.push(text.slice(copied, index), mendString(text.slice(index + 1, end)));
      copied = end + 1;
      index = end;
    } else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']');
    else if (character === '}' || character === ']') {
      if (comma !== -1) pieces.push(text.slice(copied, comma));
      if (comma !== -1) copied = comma + 1;
      open.pop();
      if (open.length === 0) return pieces.join('') + text.slice(copied, index + 1);
    }
    if (character === ',') comma = index;
    else if (character.trim() !== '') comma = -1;
  }
  const end = comma === -1 ? text.length : comma;
  return pieces.join('') + text.slice(copied, end) + open.reverse().join('');
}

/** Behind comment marks and CDATA, at the first brace. */
function startOfJson(text: string): number {
  const mark = text.slice(0, 100).indexOf('<![CDATA[');
  const from = mark === -1 ? 0 : mark + '<![CDATA['.length;
  const at = text.slice(from).search(/[{[]/);
  return at === -1 ? text.length : from + at;
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5c) index += 1;
    else if (code === 0x22) return index;
  }
  return text.length;
}

function mendString(inner: string): string {
  const escaped = inner
    .replace(/\\(u[0-9a-fA-F]{4}|["\\/bfnrt])|\\/g, (_, good: string | undefined) => (good === undefined ? '' : `\\${good}`))
    .replace(/\r\n|[\n\r]/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in strings.
    .replace(/[\u0000-\u001f]/g, ' ');
  return `"${escaped}"`;
}

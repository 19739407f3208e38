import { Parser } from 'htmlparser2';

/** Anything but letters, figures and signs a single blank apart. */
const unruly = /[\u00ad\u200b\u200e\u200f\ufeff]|\s\s|[^\S ]|^ | $/;

/** On one line, without the white space, soft hyphens and zero-width characters that layout leaves behind. */
export function oneLine(text: string): string {
  // Most texts are on one line already.
  if (!unruly.test(text)) return text;
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lines as they stood, each trimmed, runs of empty lines made one. */
export function lines(text: string): string {
  if (!/[\r\n]/.test(text)) return oneLine(text);
  const kept: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const trimmed = oneLine(line);
    if (trimmed !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(trimmed);
  }
  return kept.join('\n').trim();
}

/** Elements that begin and end a line of text. */
export const blockElements = new Set(
  'address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/**
 * The text of a value that should be text and often is markup: `men&#039;s &lt;br&gt;brief` → `men's`, new line, `brief`. Platforms
 * put escaped HTML into JSON-LD and API answers, now and then escaped twice.
 */
export function plainText(value: string): string {
  let text = value;
  for (let round = 0; round < 2 && /[<&]/.test(text); round += 1) text = withoutMarkup(text);
  return lines(text);
}

function withoutMarkup(html: string): string {
  let text = '';
  let inScript = false;
  const parser = new Parser({
    ontext: (data) => {
      if (!inScript) text += data;
    },
    onopentagname: (name) => {
      inScript ||= name === 'script' || name === 'style';
      if (blockElements.has(name)) text += '\n';
    },
    onclosetag: (name) => {
      inScript &&= name !== 'script' && name !== 'style';
    },
  });
  parser.end(html);
  return text;
}

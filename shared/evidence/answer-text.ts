import { decodeBody } from '../sources/http/decode-body.ts';
import { inflateBody } from '../sources/http/inflate.ts';

/** As much as a page may have when it is fetched. */
const longestPage = 16_000_000;

/** The text of an archived answer: what the server compressed is undone, and its letters are read as it said. Throws for what is not readable so. */
export async function answerText({ head, payload }: { head: string; payload: Uint8Array }): Promise<string> {
  const body = await inflateBody(Buffer.from(payload), headerIn(head, 'content-encoding'), longestPage);
  return decodeBody(body, headerIn(head, 'content-type')).text;
}

function headerIn(head: string, name: string): string {
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

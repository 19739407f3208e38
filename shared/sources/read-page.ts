import { itemIdOf } from './listing-url.ts';
import { collectPage } from './page/collect-page.ts';
import { isJson, readAnswer } from './page/read-answer.ts';
import { readKnownSite } from './page/read-known-site.ts';
import { readUnknownSite } from './page/read-unknown-site.ts';
import { planOf } from './page/reading-plan.ts';
import { nothingRead, type PageReading, type PageToRead } from './page-reading.ts';
import { doubtOfNotFound, doubtOfStatus, type PageDoubt } from './page-state.ts';

export type { PageReading, PageToRead } from './page-reading.ts';

/**
 * Reads one page. Each field is taken from the first of these that has it:
 *
 * 1. the Source's declared selector. Somebody wrote it while looking at this platform, so where it disagrees with the structured data
 *    it wins: platforms put list prices, price ranges and shortened titles into their metadata;
 * 2. JSON-LD, then microdata and RDFa, of the node that is the page's own offer;
 * 3. OpenGraph;
 * 4. the state that a framework left in the page (`__NEXT_DATA__`, Nuxt, Apollo, Redux, streamed rows);
 * 5. headings and the names of elements.
 *
 * Where another of them contradicts the one that was taken, `disagreements` has both values.
 *
 * Without a Source the first layer is missing, and nothing but the page itself says whether it is a listing.
 */
export function readPage(page: PageToRead): PageReading {
  const doubt = page.status === undefined ? undefined : doubtOfStatus(page.status);
  if (doubt !== undefined) return nothingRead(doubt.kind === 'gone' ? believedGone(page, doubt) : doubt);
  if (isJson(page)) return readAnswer(page);
  if (!isMarkup(page)) return nothingRead({ kind: 'unknown', reason: `no page: ${page.contentType || 'no markup in it'}` });
  return page.source === undefined ? readUnknownSite(page) : readKnownSite(page, page.source);
}

/** A 404 from elsewhere says nothing of the listing that was asked for, and guards answer with 404 too. */
function believedGone(page: PageToRead, said: PageDoubt): PageDoubt {
  const { source, url, finalUrl = url } = page;
  const asked = source && itemIdOf(source, url);
  if (source !== undefined && asked !== undefined && finalUrl !== url && itemIdOf(source, finalUrl) !== asked) {
    return { kind: 'unknown', reason: `redirected to ${URL.parse(finalUrl)?.pathname ?? finalUrl}, ${said.reason}` };
  }
  if (isJson(page) || !isMarkup(page)) return said;
  return doubtOfNotFound(collectPage(page.text, planOf(undefined)), finalUrl) ?? said;
}

function isMarkup({ contentType = '', text }: PageToRead): boolean {
  if (/html|xml/i.test(contentType)) return true;
  return (
    (contentType === '' || contentType.startsWith('text/')) &&
    /<(?:!doctype|html|head|body|div|table|p|a|meta)\b/i.test(text.slice(0, 20_000))
  );
}

import { collectPage } from './collect-page.ts';
import { planOf } from './reading-plan.ts';

/** Browsers write it at the top: `<!-- saved from url=(0042)https://market.example/item/4711 -->`. */
const savedFrom = /saved from url=\(\d{4}\)(https?:\/\/[^\s>]+)/;

/** The address that a saved page says it has: noted by the browser that saved it, its canonical link, or `og:url`. */
export function addressInPage(html: string): string | undefined {
  const noted = savedFrom.exec(html.slice(0, 2000))?.[1];
  if (noted !== undefined && URL.canParse(noted)) return noted;
  const { canonical, metas } = collectPage(html, planOf(undefined));
  const own = [canonical, ...(metas.get('og:url') ?? [])];
  return own.flatMap((address) => absolute(address) ?? [])[0];
}

/** `//www.leboncoin.fr/voitures/` names a host too; `/voitures/` does not. */
function absolute(address: string | undefined): string | undefined {
  const url = address?.startsWith('//') ? URL.parse(`https:${address}`) : URL.parse(address ?? '');
  return url?.protocol.startsWith('http') === true ? url.href : undefined;
}

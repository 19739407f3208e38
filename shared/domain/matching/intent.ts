/** What the writer of an advert wants: only a phone for sale can be a stolen phone for sale. */

export type Intent = 'sale' | 'appeal' | 'wanted' | 'accessory';

// The owner's own notice. "Not stolen" and "no stolen phones" are a seller's words, so the bare word does not count.
const appeal = [
  /\b(?:was|were|been|got|phone|iphone|mobile) (?:stolen|robbed|snatched|nicked)\b/,
  /\bstolen (?:from|on|in|at|phone|iphone)\b/,
  /\b(?:do not|don'?t|dont) buy\b/,
  /\bif (?:you|u|anyone|anybody) (?:see|find|is offered|are offered|get offered)s?\b/,
  /\breward\b/,
];
const seller = /\b(?:not|never|isn'?t|aren'?t|no) (?:\w+ ){0,2}stolen\b/;

const wanted = /^(?:i (?:buy|am buying)|we buy|buying|wanted|wtb|looking (?:for|to buy)|want to buy|in search of|iso)\b/;

const accessory =
  /^(?:\w+ ){0,2}(?:case|cover|charger|cable|screen protector|glass protector|tempered glass|empty box|box only|strap|holder|mount|housing|battery|lcd|digitizer)s? (?:for|suits?|fits?|only|to fit)\b|\b(?:empty box|box only|no phone|parts only)\b/;

/** Reads the intent from title and description; whatever is neither appeal, wanted nor accessory is a sale. */
export function readIntent(text: { title: string; description: string }): Intent {
  const title = plain(text.title);
  const all = `${title} . ${plain(text.description)}`;
  if (!seller.test(all) && appeal.filter((sign) => sign.test(all)).length >= 2) return 'appeal';
  if (wanted.test(title)) return 'wanted';
  if (accessory.test(title)) return 'accessory';
  return 'sale';
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim();
}

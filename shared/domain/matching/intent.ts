/** What the writer of an advert wants: only a phone for sale can be a stolen phone for sale. */

/** Only `sale` may become a Case; `appeal` is an owner asking for the phone back. */
export type Intent = 'sale' | 'appeal' | 'wanted' | 'accessory' | 'service';

interface Sign {
  pattern: RegExp;
  weight: 1 | 2;
}

/** An owner asking for the phone back. Two points make an appeal; "stolen" alone may be a buyer's or an honest seller's word. */
const appealSigns: Sign[] = [
  { pattern: /\b(?:have|has) (?:you|u|anyone|anybody|someone) seen\b|\b(?:anyone|anybody) seen (?:my|this|an?)\b/, weight: 2 },
  { pattern: /\b(?:do not|don'?t|dont|please don'?t|never) buy (?:it|this|my|the)\b/, weight: 2 },
  { pattern: /\b(?:was|were|been|got|had) (?:\w+ ){0,2}(?:stolen|robbed|snatched|nicked|pickpocketed|mugged|pinched|swiped)\b/, weight: 2 },
  {
    pattern:
      /\b(?:stolen|snatched|robbed|nicked|pinched|grabbed|taken) (?:\w+ ){0,2}(?:from (?:me|my|us|our|him|her|them)|off (?:me|my)|out of my)\b/,
    weight: 2,
  },
  { pattern: /^\W*(?:stolen|missing|lost|robbed|theft|warning|beware|alert)\b/, weight: 2 },
  { pattern: /\bmy (?:\S+ ){0,5}(?:is|has gone|went|goes) (?:stolen|missing|lost)\b|\bmy (?:lost|stolen|missing)\b/, weight: 2 },
  {
    pattern:
      /\b(?:if|should) (?:you|u|anyone|anybody|someone) (?:\w+ ){0,2}(?:see|sees|spot|spots|find|finds|offered|offers|comes across|come across)\b/,
    weight: 1,
  },
  {
    pattern:
      /\bhelp (?:me )?(?:to )?(?:find|trace|recover|get)\b|\b(?:please )?(?:keep an eye|look) out for\b|\bplease (?:share|return|hand)\b/,
    weight: 1,
  },
  {
    pattern:
      /\bcrime (?:ref|reference|number|no)\b|\bpolice (?:ref|reference|report|informed|notified|involved)\b|\breported (?:to the police|stolen|as stolen)\b/,
    weight: 2,
  },
  { pattern: /\brewards?\b|\bno questions asked\b|\bsentimental\b/, weight: 1 },
  { pattern: /\b(?:stolen|theft|thief|thieves|robbed|snatched|mugged)\b|\btaken from\b|\bwent missing\b/, weight: 1 },
  { pattern: /\bgestohlen\b|\bgeklaut\b|\bvolée?s?\b|\brobado\b|\brubato\b|\bskradzion|\bgestolen\b|\bfurat\b/, weight: 2 },
  { pattern: /\bbelohnung\b|\bfinderlohn\b|\brécompense\b|\brecompensa\b|\bricompensa\b|\bnagroda\b|\bbeloning\b/, weight: 1 },
];

/** "Not stolen" and "no stolen phones" are a seller's words. */
const denial =
  /\b(?:not|never|isn'?t|aren'?t|wasn'?t|no|nicht|pas|non|nie|niet) (?:\w+ ){0,3}?(?:stolen|lost|robbed|blocked|gestohlen|volé|robado|rubato|gestolen)\b(?: or (?:stolen|lost|blocked))?/g;

const wanted =
  /^\W*(?:i(?:'m| am)? )?(?:we )?(?:urgently )?(?:wanted|wtb|want(?:ing)? to buy|buy(?:ing)? (?!now)|looking (?:for|to buy)|in search of|iso\b|seeking|cash (?:paid )?for|sell (?:me|us) your|suche|kaufe|ankauf|recherche|cherche|achète|busco|compro|cerco|kupię|szukam|skup|gezocht|gevraagd)/;

const things =
  '(?:case|cover|bumper|charger|cable|lead|adapter|plug|screen protectors?|glass protectors?|protectors?|tempered glass|privacy glass|box|boxes|strap|lanyard|holder|mount|stand|dock|housing|back glass|battery|lcd|oled|digiti[sz]er|replacement screen|screen replacement|flex|charging port|sim tray|lens protector|skin|wallet|pouch|earphones|headphones|stylus|s pen|hülle|schutzhülle|panzerglas|ladekabel|coque|chargeur|funda|cargador|custodia|etui|szkło|hoesje)s?';
const forAPhone = new RegExp(
  `^\\W*(?:[\\w+'-]+ ){0,4}?${things} (?:for|suits?|suitable|fits?|fitting|to (?:fit|suit)|compatible|only|für|pour|para|per|do|voor)\\b`,
);
const thingLast = new RegExp(`\\b${things}(?: (?:only|new|bnib|sealed|bundle|x\\s?\\d+|\\d+ pack))*\\W*$`);
const startsWithThing = new RegExp(`^\\W*(?:\\w+ )?${things} (?:iphone|samsung|galaxy|pixel|huawei|xiaomi|redmi|oneplus|apple)\\b`);
const thrownIn = /\b(?:original|with|inc|incl|includes?|including|plus|and|w|comes?|boxed|free|mit|avec|con|z|met)\b|[+&/]/;
/** The seller says that the phone itself is not in the offer. */
const withoutThePhone = [
  '(?:empty|original|retail) box only|empty box|box only|case only|no phone(?: included)?|phone (?:is )?not included|without (?:the )?phone',
  'nur (?:die |der |das )?(?:ovp|karton|verpackung|originalverpackung|schachtel|box)|leerkarton|leere[rs]? (?:ovp|karton|verpackung|box)',
  'ohne (?:handy|smartphone|gerät|telefon|iphone)',
  'boîte (?:vide|seule)|sans (?:le )?(?:téléphone|portable)|caja vacía|solo (?:la )?caja|sin (?:teléfono|móvil)',
  'scatola vuota|solo (?:la )?scatola|senza (?:telefono|cellulare)|caixa vazia|só a caixa|sem (?:telefone|celular)',
  'puste pudełko|samo pudełko|tylko pudełko|bez telefonu|cutie goală|doar cutia|fără telefon|lege doos|alleen (?:de )?doos|zonder telefoon',
];
const notThePhone = new RegExp(`(?<![\\p{L}\\d])(?:${withoutThePhone.join('|')})(?![\\p{L}\\d])`, 'u');

const service =
  /^\W*(?:phone |iphone |mobile |samsung |screen )*(?:repairs?|unlocking|repairing|fixing)(?: service)?\b|\bwe (?:repair|fix|unlock)\b/;

/** Long enough for any honest advert, short enough for the patterns below. */
const longestTitle = 300;
const longestDescription = 10_000;

/** Reads the intent from title and description; whatever shows no other sign is a sale. */
export function readIntent(text: { title: string; description: string }): Intent {
  const title = plain(text.title.slice(0, longestTitle));
  const all = `${title} . ${plain(text.description.slice(0, longestDescription))}`;
  if (appealWeight(title, all) >= 2) return 'appeal';
  if (wanted.test(title)) return 'wanted';
  if (service.test(title)) return 'service';
  return isAccessory(title, all) ? 'accessory' : 'sale';
}

function appealWeight(title: string, all: string): number {
  const [head, said] = [title.replace(denial, ' '), all.replace(denial, ' ')];
  const found = appealSigns.filter(({ pattern }) => pattern.test(pattern.source.startsWith('^') ? head : said));
  return found.reduce((sum, { weight }) => sum + weight, 0);
}

function isAccessory(title: string, all: string): boolean {
  if (forAPhone.test(title) || startsWithThing.test(title) || notThePhone.test(all)) return true;
  const last = thingLast.exec(title);
  return last !== null && !thrownIn.test(title.slice(0, last.index));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim();
}

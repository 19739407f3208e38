/** Small facts a seller states in numbers and set words: battery health, network lock. */

import { latinised } from '../catalogue/scripts.ts';

const batteryWord =
  /(?<![\p{L}\d])(?:battery|batt|bh|max(?:imum|\.)? capacity|akku\p{L}*|batterie\p{L}*|kapazität|bateria|bateri[ąę]|batería|bateriei?|batteria|kondycja|accu\p{L}*|batterij\p{L}*|batarya|pil|baterk\p{L}*|батаре\p{L}*|аккум\p{L}*|акум\p{L}*|акб|батар\p{L}*)(?![\p{L}])/gu;
const percent = /(?<!\d)(\d{2,3})\s?%/g;

/** Battery health in percent: `battery health 87%`, `Battery capacity at 87%`, `87% BH`, `АКБ 87%`, `Akku: 83`. */
export function readBatteryHealth(text: string): number | undefined {
  const lower = text.toLowerCase();
  for (const word of lower.matchAll(batteryWord)) {
    const [start, end] = [word.index, word.index + word[0].length];
    const after = /^[^.\n%\d]{0,30}?(\d{2,3})(?:\s?(%)|(?!\s?(?:mah|h\b|hours|std|[\d.,]))(?!\d))/.exec(lower.slice(end, end + 40));
    const before = [...lower.slice(Math.max(0, start - 12), start).matchAll(percent)].at(-1);
    for (const found of [after, before]) {
      const value = Number(found?.[1]);
      if (value >= 50 && value <= 100) return value;
    }
  }
  return undefined;
}

/** Operators by the name they are compared under. */
const operators = new Map<string, string>();
for (const name of 'ee o2 vodafone three sky giffgaff tesco lebara voxi smarty virgin talkmobile lyca bt telekom orange sfr bouygues movistar yoigo tim wind iliad tre play plus tmobile verizon sprint cricket xfinity metro boost tracfone telus rogers bell optus telstra mts beeline megafon tele2 kyivstar lifecell ziggo kpn proximus base sunrise swisscom meo nos digi eir turkcell tele2 yettel a1'.split(
  ' ',
))
  operators.set(name, name);
for (const [name, plain] of Object.entries({
  '3': 'three',
  'three uk': 'three',
  'id mobile': 'id',
  't-mobile': 'tmobile',
  't mobile': 'tmobile',
  'at&t': 'at&t',
  att: 'at&t',
  'virgin media': 'virgin',
  lycamobile: 'lyca',
  vodaphone: 'vodafone',
  мтс: 'mts',
  билайн: 'beeline',
  мегафон: 'megafon',
  теле2: 'tele2',
  киевстар: 'kyivstar',
  київстар: 'kyivstar',
}))
  operators.set(name, plain);

const names = [...operators.keys()].sort((a, b) => b.length - a.length).join('|');
const tied =
  'locked to|lock to|tied to|on the|works with|works on|works only (?:on|with)|only works (?:on|with)|network:?|net lock|netlock|sim[ -]?lock(?:ed)?(?: to| auf| na| op| su)?:?|only for|uses?|operador:?|operator:?|opérateur:?|operatore:?|operátor:?|bloqué|bloqueado a|compañía:?|anbieter:?|netz:?|provider:?|sieć:?|w sieci|rețea:?|netwerk:?|оператор:?|залочен на|под';
const locked = new RegExp(
  `(?<![\\p{L}\\d])(?:${tied})\\s+(${names})(?![\\p{L}\\d])|(?<![\\p{L}\\d])(${names})\\s+(?:only|locked|network|sim|lock|uk)(?![\\p{L}])`,
  'u',
);
/** "On O2": only where the name is nothing else ("on three", "on sky" are too common). */
const onNetwork = /(?<!\p{L})on (ee|o2|vodafone|giffgaff|lebara|tesco|voxi|telekom|movistar|verizon|at&t|t-mobile)(?![\p{L}\d])/u;
const open =
  /(?<!\p{L})(?:unlocked|un-locked|no network lock|no sim[ -]?lock|sim[- ]?free|all networks|any network|any sim|any carrier|all carriers|not locked|not network locked|network free|open (?:to all|line|network)|factory unlock(?:ed)?|frei für alle netze|simlock-?frei|(?:ohne|kein) (?:sim-?lock|netlock|branding)|libres?|liberado|desbloquead[oa]|débloqué|désimlocké|tou[st] opérateurs?|sbloccat[oa]|no brand|senza blocco|bez sim-?lock\p{L}*|bez blokady sieci|simlockvrij|neverlock(?:ed)?|liber de re[țt]ea|decodat|tüm operatörler|не ?залочен\p{L}*|незалочен\p{L}*|без привязки|неверлок|невер лок|разлоч\p{L}*|без блокировок|всі оператори)(?!\p{L})/u;

/** `unlocked`, or the operator the phone is tied to: `vodafone`. */
export function readNetwork(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (open.test(lower)) return 'unlocked';
  const found = locked.exec(lower) ?? onNetwork.exec(lower);
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? undefined : (operators.get(name) ?? name);
}

const unknown =
  /^(?:n\/?[ak]|unknown|not known|not stated|none|tbc|\?+|-+|unbekannt|inconnu|desconocid[oa]|sconosciut[oa]|nieznan[ay]|onbekend|неизвестно)?$/;

/** The same from a field that holds nothing else: `Vodafone`, `Unlocked`, `SIM free`, `3 UK`. */
export function readNetworkField(text: string): string | undefined {
  const lower = latinised(text.toLowerCase())
    .replace(/\s+(?:mobile|network|uk|ireland|gmbh)$/, '')
    .trim();
  if (unknown.test(lower)) return undefined;
  return open.test(lower) ? 'unlocked' : (operators.get(lower) ?? lower);
}

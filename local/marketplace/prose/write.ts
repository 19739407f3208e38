import type { Phone } from '../../sample/phones.ts';
import type { Random } from '../../sample/random.ts';
import type { AdvertKind, AdvertSeller, Language, SiteId } from '../advert.ts';
import { harmlessNumbers } from '../harmless-numbers.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import type { Phrases } from './phrases.ts';
import { polish } from './polish.ts';
import { drawVoice } from './voice.ts';

const phrasesOf: Record<Language, Phrases> = { en: english, de: german, pl: polish };

export interface Subject {
  site: SiteId;
  kind: AdvertKind;
  language: Language;
  phone: Phone;
  colour: string;
  storageGb: number;
  price: number;
  seller: AdvertSeller;
}

/** Title and description of an advert in one of several voices; the same chance gives the same text. */
export function writeAdvert(subject: Subject, random: Random): { title: string; paragraphs: string[] } {
  const phrases = phrasesOf[subject.language];
  const voice = drawVoice(random);
  const slots = { ...wordsFor(subject, random), ...harmlessNumbers(random, subject.language, subject.phone) };
  const say = (choices: readonly string[]) => fillIn(random.pick(choices), slots);
  const body = bodyOf(subject.kind, phrases).filter((each) => random.chance(each.chance * voice.talkativeness));
  return {
    title: voice.typeTitle(say(phrases.titles[subject.kind])),
    paragraphs: voice.typeText([say(phrases.openings[subject.kind]), ...body.map((each) => say(each.choices))]),
  };
}

export function writeEdit(language: Language, random: Random): string {
  return random.pick(phrasesOf[language].edits);
}

/** Which sentences follow the opening, in their order, and how often each is there. */
function bodyOf(kind: AdvertKind, phrases: Phrases): { choices: readonly string[]; chance: number }[] {
  const { condition, battery, extras, reasons, money, handover, farewell, numbers } = phrases;
  const number = { choices: numbers, chance: 0.35 };
  if (kind === 'wanted' || kind === 'appeal') return [{ ...number, chance: 0.5 }];
  if (kind === 'accessory' || kind === 'box') return [{ choices: handover, chance: 0.8 }, number];
  return [
    { choices: condition, chance: 0.9 },
    { choices: battery, chance: kind === 'shop' ? 0.3 : 0.7 },
    { choices: extras, chance: 0.8 },
    { choices: reasons, chance: kind === 'sale' ? 0.5 : 0 },
    number,
    { choices: money, chance: 0.6 },
    { choices: handover, chance: 0.8 },
    { choices: farewell, chance: 0.6 },
  ];
}

function wordsFor(subject: Subject, random: Random): Record<string, string> {
  const { phone, storageGb, site } = subject;
  const storage = storageGb >= 1024 ? '1TB' : random.pick([`${storageGb}GB`, `${storageGb} GB`, `${storageGb}gb`]);
  return {
    model: random.pick([phone.model, phone.model, phone.model.replace(/^Galaxy /, ''), `${phone.make} ${phone.model}`]),
    full: `${phone.make} ${phone.model}`,
    storage,
    colour: subject.colour,
    battery: String(random.int(78, 100)),
    price: site === 'pennyfield' ? `£${subject.price}` : `${subject.price} €`,
    shop: subject.seller.name,
  };
}

function fillIn(sentence: string, slots: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name] ?? slot);
}

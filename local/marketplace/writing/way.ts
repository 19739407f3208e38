import type { Random } from '../../sample/random.ts';
import type { Inscription, Language } from '../advert.ts';

/** What a way of writing has at hand. */
export interface Device {
  imei: string;
  /** Second slot, where the phone has one. */
  imei2?: string;
  serial?: string;
  language: Language;
  random: Random;
}

/** One way in which sellers write, or hide, a device number. */
export interface Way {
  /** Class name in the truth, after `plain-` or `obfuscated-`. */
  name: string;
  /** Only a site with structured data can carry it. */
  needsStructuredData?: true;
  write(device: Device): Inscription[];
}

const labels: Record<Language, readonly string[]> = {
  en: ['IMEI', 'IMEI number', 'Imei no.', 'imei', 'IMEI is'],
  de: ['IMEI', 'IMEI-Nummer', 'Imei Nr.', 'IMEI lautet'],
  pl: ['IMEI', 'numer IMEI', 'nr imei'],
};

export function label({ language, random }: Pick<Device, 'language' | 'random'>): string {
  return random.pick(labels[language]);
}

export function inText(value: string): Inscription[] {
  return [{ place: 'text', value }];
}

export function inMarkup(value: string): Inscription[] {
  return [{ place: 'markup', value }];
}

/** Times, counts, prices and weights as pages write them, in English and UTC. */

import type { Price } from '../domain/listing.ts';

/** What is known of an instant: for a reader, and for a machine in a `datetime` attribute. */
export interface Moment {
  text: string;
  iso: string;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const minuteFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** `22 Nov 2026, 14:05`, in UTC like every time on a page. A text that is no time is shown as it is. */
export function momentOf(iso: string, precision: 'day' | 'minute' = 'minute'): Moment {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return { text: iso.slice(0, 40), iso: '' };
  const day = dayFormat.format(time);
  return precision === 'day'
    ? { text: day, iso: time.toISOString().slice(0, 10) }
    : { text: `${day}, ${minuteFormat.format(time)}`, iso: time.toISOString() };
}

const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' });

/** `14:05:10`, in UTC: of what happens within minutes. */
export function clockOf(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : clockFormat.format(time);
}

/** How long ago, in the largest whole unit: `3 hours ago`. */
export function ago(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000);
  if (Number.isNaN(minutes)) return '';
  if (minutes < 1) return 'just now';
  if (minutes < 60) return counted(minutes, 'minute', 'ago');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour', 'ago');
  return counted(Math.floor(minutes / (24 * 60)), 'day', 'ago');
}

/** How far ahead, in the largest whole unit: `in 5 hours`. */
export function within(iso: string, now: Date): string {
  const minutes = Math.ceil((new Date(iso).getTime() - now.getTime()) / 60_000);
  if (Number.isNaN(minutes)) return '';
  if (minutes < 60) return `in ${counted(Math.max(1, minutes), 'minute')}`;
  if (minutes < 48 * 60) return `in ${counted(Math.floor(minutes / 60), 'hour')}`;
  return `in ${counted(Math.floor(minutes / (24 * 60)), 'day')}`;
}

/** `1 listing`, `2,010 listings`. */
export function counted(count: number, noun: string, after = ''): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}${after === '' ? '' : ` ${after}`}`;
}

/** `£349.50`; without a currency the bare number. */
export function priceWords(price: Price | undefined): string {
  if (price === undefined) return 'No price';
  const digits = Number.isInteger(price.amount) ? 0 : 2;
  const amount = price.amount.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: 2 });
  if (price.currency === undefined) return amount;
  if (!/^[A-Z]{3}$/.test(price.currency)) return `${amount} ${price.currency.slice(0, 10)}`;
  return price.amount.toLocaleString('en-GB', { style: 'currency', currency: price.currency, minimumFractionDigits: digits });
}

/** Bits with their sign, one decimal: `+23.4`, `−2.0`. Lines add up, so they are shown as numbers of their own and not as per cent. */
export function bitsWords(bits: number): string {
  const rounded = Math.abs(bits).toFixed(1);
  if (Number(rounded) === 0) return '0.0';
  return `${bits < 0 ? '−' : '+'}${rounded}`;
}

/** Never `0 %` and never `100 %`: no match is certain either way. */
export function percentWords(probability: number): string {
  if (probability > 0.99) return 'over 99 %';
  if (probability < 0.01) return 'under 1 %';
  return `${Math.round(probability * 100)} %`;
}

/** What goes wrong with platforms, hour by hour: walls before a whole site, pages that fail, pages without end. */

import type { Fault } from '../local/marketplace/fault.ts';
import type { Marketplace } from '../local/marketplace/marketplace.ts';
import type { Random } from '../local/sample/random.ts';

const minuteMs = 60_000;
const ofASite: readonly Fault[] = ['status-403', 'status-500', 'captcha', 'consent', 'empty-shell', 'status-429'];
const ofAPage: readonly Fault[] = [
  'status-500',
  'status-403',
  'captcha',
  'empty-shell',
  'not-html',
  'reset',
  'timeout',
  'status-429',
  'huge',
];

export interface Weather {
  /** When it changes next, in epoch ms. */
  nextAt(): number;
  change(): void;
  clear(): void;
  /** How often which fault was put before what. */
  counts: Record<string, number>;
}

interface WeatherOptions {
  marketplace: Marketplace;
  /** Item ids of the moment. */
  offered: () => string[];
  random: Random;
  startMs: number;
}

/** Each site is walled off for a while every few hours; in between some of its listings fail. */
export function createWeather({ marketplace, offered, random, startMs }: WeatherOptions): Weather {
  const { faults, sites } = marketplace;
  const counts: Record<string, number> = {};
  let at = startMs + 45 * minuteMs;
  let walled = false;

  function put(what: string, fault: Fault, kind: string): void {
    faults.set(what, fault);
    counts[`${kind} ${fault}`] = (counts[`${kind} ${fault}`] ?? 0) + 1;
  }

  return {
    counts,
    nextAt: () => at,
    change() {
      faults.clear();
      walled = !walled && random.chance(0.4);
      if (walled) put(`${random.pick(sites).id}:*`, random.pick(ofASite), 'site');
      else for (const itemId of random.shuffled(offered()).slice(0, 12)) put(`listing:${itemId}`, random.pick(ofAPage), 'listing');
      at += random.int(20, 70) * minuteMs;
    },
    clear() {
      faults.clear();
      at = Number.POSITIVE_INFINITY;
    },
  };
}

/** Who plays what: which listings carry a device number, whose, and how it is written. */

import { madeUpImei, madeUpTacs } from '../sample/made-up-imei.ts';
import { type Phone, phones } from '../sample/phones.ts';
import { type Random, randomFrom } from '../sample/random.ts';
import { type SampleRecord, sampleRecords } from '../sample/sample-records.ts';
import { isRareMark } from '../sample/stories.ts';
import type { SiteId, Trap } from './advert.ts';
import { obfuscatedWays } from './writing/obfuscated.ts';
import { photographedWays } from './writing/photographed.ts';
import { plainWays } from './writing/plain.ts';
import type { Way } from './writing/way.ts';

/** A part before its advert is written. */
export interface Role {
  site: SiteId;
  /** Class name for the truth. */
  written: string;
  /** Absent for `described`: the advert tells the record's marks and no number. */
  way?: Way;
  record?: SampleRecord;
  phone: Phone;
  imei?: string;
  trap?: Trap;
}

/** How many listings carry a looked-for record's number in each plain way. */
const plainCounts: Record<string, number> = {
  text: 18,
  spaces: 8,
  dashes: 7,
  slashes: 5,
  dots: 2,
  title: 3,
  details: 9,
  'json-ld-serial': 5,
  'json-ld-identifier': 5,
  'two-slots': 5,
  'no-check-digit': 3,
  'software-version': 1,
  serial: 3,
};
const obfuscatedCount = 48;
const describedCount = 8;
/** Of each scene. */
const photographedCount = 2;
const foreignCount = 40;

const traps: { trap: Trap; count: number }[] = [
  { trap: 'listed-before-theft', count: 4 },
  { trap: 'record-not-looked-for', count: 5 },
  { trap: 'record-disputed', count: 2 },
  { trap: 'owners-appeal', count: 5 },
  { trap: 'box-only', count: 2 },
  { trap: 'says-another-model', count: 2 },
  // Two listings a record, see below.
  { trap: 'one-number-several-listings', count: 3 },
];

/** The whole cast of a seed, in the order in which it takes the stage. */
export function castOf(seed: number): Role[] {
  const random = randomFrom(seed, 'cast');
  const take = pool(random);
  const roles: Role[] = [];
  for (const [name, count] of Object.entries(plainCounts)) {
    const way = wayNamed(plainWays, name);
    for (let index = 0; index < count; index++) roles.push(roleOf(random, `plain-${name}`, way, take(recordFits[name] ?? hasImei)));
  }
  for (let index = 0; index < obfuscatedCount; index++) {
    const way = obfuscatedWays[index % obfuscatedWays.length] ?? wayNamed(obfuscatedWays, 'comment');
    roles.push(roleOf(random, `obfuscated-${way.name}`, way, take(hasImei)));
  }
  for (const { trap, count } of traps) for (let index = 0; index < count; index++) roles.push(...trapRoles(random, trap, take, index));
  for (let index = 0; index < describedCount; index++) roles.push(describedRole(random, take));
  for (let index = 0; index < foreignCount; index++) roles.push(foreignRole(random));
  for (const way of photographedWays)
    for (let index = 0; index < photographedCount; index++) roles.push(roleOf(random, `photo-${way.name}`, way, take(hasImei)));
  return roles;
}

/** A listing of a later hour that carries the number of a looked-for record, so that a long run goes on finding. */
export function laterRole(random: Random): Role {
  const record = random.pick(lookedForRecords);
  const plain = random.chance(0.6);
  const ways = (plain ? plainWays : obfuscatedWays).filter((way) => recordFits[way.name] === undefined);
  const way = random.pick(ways);
  return roleOf(random, `${plain ? 'plain' : 'obfuscated'}-${way.name}`, way, record);
}

type Fits = (record: SampleRecord) => boolean;
type Take = (fits: Fits, wanted?: Fits) => SampleRecord;

const hasImei: Fits = (record) => record.imeis.length > 0;
const isLookedFor: Fits = (record) => record.status === 'stolen' && record.grade !== 'disputed';
const lookedForRecords = sampleRecords().filter((record) => isLookedFor(record) && hasImei(record));

/** What a record must have for a way of writing to be possible. */
const recordFits: Record<string, Fits> = {
  'two-slots': (record) => record.imeis.length === 2,
  serial: (record) => record.serial !== undefined,
};

/** Records in a drawn order; each is given to one role only. */
function pool(random: Random): Take {
  const left = random.shuffled(sampleRecords());
  return (fits, wanted = isLookedFor) => {
    const index = left.findIndex((record) => wanted(record) && fits(record));
    const [record] = index < 0 ? [] : left.splice(index, 1);
    if (record === undefined) throw new Error('expected a sample record for every role of the demo marketplace, found too few');
    return record;
  };
}

function roleOf(random: Random, written: string, way: Way, record: SampleRecord): Role {
  const site = way.needsStructuredData || random.chance(0.55) ? 'pennyfield' : 'kramkiste';
  const [imei] = record.imeis;
  return { site, written, way, record, phone: record.phone, ...(imei === undefined ? {} : { imei }) };
}

function trapRoles(random: Random, trap: Trap, take: Take, index: number): Role[] {
  const record = take(hasImei, recordForTrap[trap]);
  const role = { ...roleOf(random, 'plain-text', wayNamed(plainWays, 'text'), record), trap };
  const others = phones.filter((phone) => phone.make !== record.phone.make);
  if (trap === 'says-another-model') return [{ ...role, phone: random.pick(others) }];
  if (trap === 'one-number-several-listings') {
    return [
      { ...role, site: 'pennyfield' },
      { ...role, site: index === 0 ? 'pennyfield' : 'kramkiste' },
    ];
  }
  return [role];
}

/** Some traps need a record of another state. */
const recordForTrap: Partial<Record<Trap, Fits>> = {
  'record-not-looked-for': (record) => record.status !== 'stolen',
  'record-disputed': (record) => record.status === 'stolen' && record.grade === 'disputed',
};

function describedRole(random: Random, take: Take): Role {
  const record = take((each) => each.marks.some(isRareMark));
  return { site: random.pick(['pennyfield', 'pennyfield', 'kramkiste']), written: 'described', record, phone: record.phone };
}

/** A number that is as good as any, of a phone that nobody reported. */
function foreignRole(random: Random): Role {
  const phone = random.weighted(phones, (each) => each.share);
  const plain = random.chance(0.75);
  const way = random.pick((plain ? plainWays : obfuscatedWays).filter((each) => recordFits[each.name] === undefined));
  const site = way.needsStructuredData || random.chance(0.55) ? 'pennyfield' : 'kramkiste';
  return {
    site,
    written: `${plain ? 'plain' : 'obfuscated'}-${way.name}`,
    way,
    phone,
    imei: madeUpImei(random.pick(madeUpTacs(phone)), random),
  };
}

function wayNamed(ways: readonly Way[], name: string): Way {
  const way = ways.find((each) => each.name === name);
  if (way === undefined) throw new Error(`expected a way of writing called ${name}, found ${ways.map((each) => each.name).join(', ')}`);
  return way;
}

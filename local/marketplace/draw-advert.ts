import { phones } from '../sample/phones.ts';
import { type Random, randomFrom } from '../sample/random.ts';
import type { Advert, AdvertKind, Inscription, Language, Part, SiteId } from './advert.ts';
import type { Role } from './cast.ts';
import { drawPhotoKey } from './photo.ts';
import { type Subject, writeAdvert } from './prose/write.ts';
import { drawLocation, drawSeller } from './sellers.ts';
import { tellMarks } from './writing/marks.ts';

export interface AdvertOrder {
  seed: number;
  site: SiteId;
  itemId: string;
  role?: Role;
}

const kindShares: Record<AdvertKind, number> = { sale: 82, broken: 6, shop: 5, wanted: 2, accessory: 4, box: 0.5, appeal: 0.5 };
const kinds: readonly AdvertKind[] = ['sale', 'broken', 'shop', 'wanted', 'accessory', 'box', 'appeal'];
const languagesOf: Record<SiteId, readonly Language[]> = {
  pennyfield: ['en'],
  kramkiste: ['de', 'de', 'de', 'de', 'de', 'pl', 'en'],
};

/** The advert of this item as it first appears: the same order gives the same advert. */
export function drawAdvert({ seed, site, itemId, role }: AdvertOrder): Advert {
  const random = randomFrom(seed, 'advert', site, itemId);
  const phone = role?.phone ?? random.weighted(phones, (each) => each.share);
  const kind = kindOf(random, role);
  const language = random.pick(languagesOf[site]);
  const device = {
    phone,
    colour: fitting(role?.record?.colour, phone.colours, random),
    storageGb: fitting(role?.record?.storageGb, phone.storages, random),
  };
  const subject: Subject = {
    site,
    kind,
    language,
    ...device,
    seller: drawSeller(random, site, kind === 'shop'),
    price: drawPrice(random, { site, kind, ...device }, role),
  };
  const inscriptions = inscriptionsOf(random, role, language);
  const part = partOf(role, inscriptions);
  return {
    ...subject,
    ...writeAdvert(subject, random),
    itemId,
    negotiable: random.chance(0.5),
    inscriptions,
    location: drawLocation(random, site),
    photos: Array.from({ length: kind === 'wanted' ? 1 : random.int(1, 4) }, () => drawPhotoKey(random, subject.colour)),
    ...(part === undefined ? {} : { part }),
  };
}

function kindOf(random: Random, role: Role | undefined): AdvertKind {
  if (role === undefined) return random.weighted(kinds, (kind) => kindShares[kind]);
  if (role.trap === 'owners-appeal') return 'appeal';
  if (role.trap === 'box-only') return 'box';
  return random.chance(0.92) ? 'sale' : 'broken';
}

/** What the record says, where this phone can have it: a listing that names another model has that model's colours. */
function fitting<T>(wanted: T | undefined, possible: readonly T[], random: Random): T {
  return wanted !== undefined && possible.includes(wanted) ? wanted : random.pick(possible);
}

const kindFactor: Record<AdvertKind, number> = { sale: 1, broken: 0.4, shop: 1.2, wanted: 0.6, accessory: 0, box: 0, appeal: 1 };
const POUND_IN_EURO = 1.17;
type Priced = Pick<Subject, 'site' | 'kind' | 'phone' | 'storageGb'>;

/** Around the usual price of that phone: an eighth more for each doubling of storage, stolen ones sell for less. */
function drawPrice(random: Random, { site, kind, phone, storageGb }: Priced, role: Role | undefined): number {
  if (kind === 'accessory' || kind === 'box') return random.int(4, 20);
  const doublings = Math.log2(storageGb / Math.min(...phone.storages));
  const mood = 1 + (random.next() + random.next() + random.next() - 1.5) * 0.28;
  const haste = role?.record === undefined || kind === 'appeal' ? 1 : 0.72;
  const amount = phone.price * (1 + doublings / 8) * mood * haste * kindFactor[kind] * (site === 'kramkiste' ? POUND_IN_EURO : 1);
  return random.chance(0.12) ? Math.round(amount) - 0.01 : Math.max(10, Math.round(amount / 5) * 5);
}

function inscriptionsOf(random: Random, role: Role | undefined, language: Language): Inscription[] {
  if (role === undefined) return [];
  const { way, record, imei } = role;
  if (way === undefined) return tellMarks(record?.marks ?? [], language).map((value) => ({ place: 'text', value }));
  const imei2 = record?.imeis[1];
  const serial = record?.serial;
  return way.write({
    imei: imei ?? '',
    ...(imei2 === undefined ? {} : { imei2 }),
    ...(serial === undefined ? {} : { serial }),
    language,
    random,
  });
}

function partOf(role: Role | undefined, inscriptions: readonly Inscription[]): Part | undefined {
  if (role === undefined) return undefined;
  const identifier = role.written === 'plain-serial' ? role.record?.serial : role.imei;
  return {
    written: role.written,
    shown: inscriptions.map((each) => each.value).join(' '),
    ...(role.record === undefined ? {} : { record: role.record }),
    ...(identifier === undefined || role.written === 'described' ? {} : { identifier }),
    ...(role.trap === undefined ? {} : { trap: role.trap }),
  };
}

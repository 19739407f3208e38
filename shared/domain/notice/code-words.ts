/** What codes of a notice mean, in words for a person of the platform. */

import type { IdentifierKind } from '../identifier.ts';
import type { LegalRegime, NoticeTarget } from './notice.ts';

const regimes: Record<LegalRegime, string> = {
  'uk-osa': 'Online Safety Act 2023',
  'uk-ecommerce': 'Electronic Commerce (EC Directive) Regulations 2002',
  'eu-dsa16': 'Digital Services Act, Article 16',
  'eu-dsa9': 'Digital Services Act, Article 9',
  'terms-only': 'your own terms',
};

const countries = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'code' });

/** `Online Safety Act 2023 (United Kingdom, GB)`. A `jurisdiction` that is not two capital letters stays as it is. */
export function lawWords({ legalRegime, jurisdiction }: { legalRegime: LegalRegime; jurisdiction: string }): string {
  return `${regimes[legalRegime]} (${/^[A-Z]{2}$/.test(jurisdiction) ? `${countries.of(jurisdiction)}, ${jurisdiction}` : jurisdiction})`;
}

const grades: Record<NoticeTarget['recordStatus'], string> = {
  'police-verified': 'reported stolen, verified by police',
  'network-blocked': 'reported stolen, blocked by its network',
  'owner-reported': 'reported stolen by its owner',
};

export function gradeWords(grade: NoticeTarget['recordStatus']): string {
  return grades[grade];
}

const kinds: Record<IdentifierKind, string> = {
  imei: 'IMEI',
  imeisv: 'IMEI with software version',
  meid: 'MEID',
  serial: 'serial number',
  partial: 'part of an IMEI',
};

export function identifierKindWords(kind: IdentifierKind): string {
  return kinds[kind];
}

const places: Record<string, string> = {
  attribute: 'an attribute of the page',
  'json-ld': 'the page’s own data',
  api: 'the listing’s data',
  'hidden-text': 'hidden text of the page',
  comment: 'a comment in the page',
};

/** `photo:1` → `photo 1`; `attribute:alt` → `an attribute of the page: alt`; `title` stays. */
export function placeWords(where: string): string {
  const [, head = where, rest = ''] = /^([^:]*):(.*)$/s.exec(where) ?? [];
  if (head === 'photo') return `photo ${rest}`.trim();
  const place = places[head];
  return place === undefined ? where : `${place}${rest === '' ? '' : `: ${rest}`}`;
}

/**
 * A Notice is what a platform is told about confirmed Cases. It is made of closed lists, times, addresses and the force's own declared words
 * only: there is no field that could hold a victim, another stolen device, a score, or a request for a seller's data. Its schema, which
 * refuses one that is incomplete, is shared/notice-schema.ts.
 */

import type { ScanHealth } from '../scan.ts';
import type { Grade } from '../stolen-record.ts';
import type { NoticeFact } from './facts.ts';
import type { ShownIdentifier } from './shown-identifier.ts';

export const noticeKinds = ['removal-notice', 'preservation-request', 'follow-up', 'recall'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Under which rules the platform is asked. `terms-only`: its own terms and nothing else. */
export const legalRegimes = ['uk-osa', 'uk-ecommerce', 'eu-dsa16', 'eu-dsa9', 'terms-only'] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/** What is alleged of the listing itself; nothing is alleged of its seller. */
export const offences = ['stolen-goods-offered'] as const;
export type Offence = (typeof offences)[number];

export const recallReasons = [
  'record-withdrawn',
  'record-recovered',
  'record-lawfully-disposed',
  'record-disputed',
  'decision-wrong',
] as const;
export type RecallReason = (typeof recallReasons)[number];

export const channels = ['webhook', 'email', 'form', 'portal'] as const;
export type Channel = (typeof channels)[number];

/** Who asks: DSA Article 16(2)(c) wants name and e-mail, the UK's E-Commerce Regulations full name and address, platforms an officer. */
export interface Authority {
  name: string;
  unit: string;
  address: string;
  email: string;
  phone: string;
  officerName: string;
  officerId: string;
  /** How a seller or a platform disputes a notice. */
  redress: string;
}

/** Which offer is meant: by its exact address and the platform's own number. */
export interface NamedListing {
  url: string;
  platformItemId: string;
  /** The platform's own id; a name that a seller chose is none. */
  sellerId?: string;
  /** As the advert has it, numbers masked. */
  title: string;
}

export interface NoticeTarget extends NamedListing {
  firstSeenAt: string;
  /** When it was last seen to be offered, and what the scan that saw it was worth. */
  lastSeenLive: { at: string; scanHealth: ScanHealth | 'own-visit' };
  /** The force's reference of the crime, never a name. */
  caseRef: string;
  recordStatus: Exclude<Grade, 'disputed'>;
  statusCheckedAt: string;
  /** Of the number that the advert itself shows, where it shows one, and where: `title`, `photo 2`. */
  identifier?: ShownIdentifier;
  where: string;
  facts: NoticeFact[];
  evidence: { ref: string; sha256: string; capturedAt: string }[];
  /** Our own notices to the same platform after which the same device was taken down there, oldest first. */
  earlier?: { noticeId: string; removedAt: string }[];
}

interface NoticeHead {
  format: 'fencewatch-notice-1';
  noticeId: string;
  version: number;
  issuedAt: string;
  /** ISO 3166-1 alpha-2, of the law that applies. */
  jurisdiction: string;
  legalRegime: LegalRegime;
  authority: Omit<Authority, 'redress'>;
  recipient: { platform: string; channel: Channel; contactPoint: string };
  redress: string;
  /** The platform's own link to the portal. Put in when the notice is sent and never kept: whoever has it is the platform. */
  answerAt?: string;
}

interface Ground {
  offence: Offence;
  provision: string;
  platformRule: string;
  /** At most 2,000 characters, the cap of the DSA's own transparency database. */
  explanation: string;
}

interface GoodFaith {
  statement: string;
  by: string;
  at: string;
}

/** Found by a machine, decided by people: said because Article 16(6) and the law on automated decisions ask. */
interface Automation {
  detection: 'automated';
  decision: 'two-named-persons';
}

interface Asked<Action extends string> {
  action: Action;
  respondBy: string;
  reportEffectTo: string;
}

export interface RemovalNotice extends NoticeHead {
  kind: 'removal-notice';
  targets: NoticeTarget[];
  ground: Ground;
  request: Asked<'remove' | 'suspend'>;
  goodFaith: GoodFaith;
  automation: Automation;
}

/** Keeps what the platform has until a lawful order asks for it; asks for none of it to be handed over. */
export interface PreservationRequest extends NoticeHead {
  kind: 'preservation-request';
  targets: NamedListing[];
  legalBasis: string;
  request: Asked<'preserve'> & { days: number; doNotInformSeller: boolean };
}

export interface FollowUp extends NoticeHead {
  kind: 'follow-up';
  /** Id of the notice that was not answered, or not followed. */
  refersTo: string;
  targets: NamedListing[];
  seen: { at: string; still: 'live' | 'unanswered' };
  request: Asked<'answer'>;
}

export interface Recall extends NoticeHead {
  kind: 'recall';
  refersTo: string;
  targets: NamedListing[];
  reason: RecallReason;
  request: Asked<'restore'>;
}

export type Notice = RemovalNotice | PreservationRequest | FollowUp | Recall;

/** Few enough for one person to work through, and for one pack. */
export const mostTargets = 50;

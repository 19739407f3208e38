/**
 * The schema of notices: what leaves, what is stored and what a platform may rely on is parsed with it. A notice that lacks anything, or says
 * anything that has no field, does not parse and is not sent.
 *
 * Every text is of a kind that cannot hold what a notice must not: an identifier in full has 14 digits or more, and no text here may show so
 * many; facts come from closed lists; whatever is not listed is refused, not dropped.
 */

import * as z from 'zod';
import { factFields, factOutcomes, factStrengths } from './domain/notice/facts.ts';
import { channels, legalRegimes, mostTargets, type Notice, offences, recallReasons } from './domain/notice/notice.ts';

/** Fourteen digits in a row, whatever separates them: an IMEI without its check digit. */
const fourteenDigits = /\p{N}(?:[^\p{L}\p{N}]?\p{N}){13}/u;

function words(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !fourteenDigits.test(text), { error: 'expected words without a number of 14 digits or more' });
}

const moment = z.iso.datetime();
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** An address is the platform's own and must be exact, whatever it holds. */
const address = z.url({ protocol: /^https?$/ }).max(4096);
const email = z.email().max(254);
/** `4217/23-A`: the shape of a reference, with a digit in it; neither a name nor a sentence nor a number of 14 digits. */
const caseRef = z
  .string()
  .regex(/^(?=.*\d)[A-Z0-9][A-Z0-9./-]{1,38}$/i)
  .refine((text) => !fourteenDigits.test(text), { error: 'expected a reference, found a number of 14 digits or more' });

const named = {
  url: address,
  platformItemId: z.string().min(1).max(200),
  sellerId: z.string().min(1).max(200).exactOptional(),
  title: words(200),
};

const fact = z.strictObject({
  field: z.enum(factFields),
  outcome: z.enum(factOutcomes),
  speaks: z.enum(['for', 'against']),
  strength: z.enum(factStrengths),
  assertion: z.enum(['observed', 'inferred']),
});

const target = z.strictObject({
  ...named,
  firstSeenAt: moment,
  lastSeenLive: z.strictObject({ at: moment, scanHealth: z.enum(['healthy', 'degraded', 'blocked', 'blind', 'own-visit']) }),
  caseRef,
  recordStatus: z.enum(['police-verified', 'network-blocked', 'owner-reported']),
  statusCheckedAt: moment,
  identifier: z
    .strictObject({
      kind: z.enum(['imei', 'imeisv', 'meid', 'serial', 'partial']),
      masked: z
        .string()
        .max(40)
        .regex(/[*?]/)
        .refine((text) => !fourteenDigits.test(text)),
    })
    .exactOptional(),
  where: z.string().regex(/^[a-z][a-z0-9:._ -]{0,60}$/i),
  facts: z
    .array(fact)
    .max(40)
    .refine((facts) => facts.some(({ speaks }) => speaks === 'for'), { error: 'expected at least one fact that speaks for it' }),
  evidence: z
    .array(
      z.strictObject({ ref: z.string().regex(/^[\w-]{1,64}\/\d{1,3}$/), sha256: z.string().regex(/^[0-9a-f]{64}$/), capturedAt: moment }),
    )
    .min(1)
    .max(20),
  earlier: z
    .array(z.strictObject({ noticeId: id, removedAt: moment }))
    .min(1)
    .max(5)
    .exactOptional(),
});

const sender = z.strictObject({
  name: words(200),
  unit: words(200),
  address: words(400),
  email,
  phone: z.string().regex(/^\+?[0-9 ()-]{5,30}$/),
  officerName: words(200),
  officerId: words(60),
});

const redress = words(1000);

/** As the force declares itself, once. */
export const authoritySchema = z.strictObject({ ...sender.shape, redress });

const head = {
  format: z.literal('fencewatch-notice-1'),
  noticeId: id,
  version: z.int().min(1),
  issuedAt: moment,
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  legalRegime: z.enum(legalRegimes),
  authority: sender,
  recipient: z.strictObject({ platform: words(200), channel: z.enum(channels), contactPoint: words(400) }),
  redress,
  answerAt: address.exactOptional(),
};

const answerBy = { respondBy: moment, reportEffectTo: email };
const listings = z.array(z.strictObject(named)).min(1).max(mostTargets);

const removalNoticeSchema = z.strictObject({
  ...head,
  kind: z.literal('removal-notice'),
  targets: z.array(target).min(1).max(mostTargets),
  ground: z.strictObject({ offence: z.enum(offences), provision: words(500), platformRule: words(500), explanation: words(2000) }),
  request: z.strictObject({ action: z.enum(['remove', 'suspend']), ...answerBy }),
  goodFaith: z.strictObject({ statement: words(500), by: words(200), at: moment }),
  automation: z.strictObject({ detection: z.literal('automated'), decision: z.literal('two-named-persons') }),
});

const preservationSchema = z.strictObject({
  ...head,
  kind: z.literal('preservation-request'),
  targets: listings,
  legalBasis: words(500),
  request: z.strictObject({ action: z.literal('preserve'), days: z.int().min(1).max(365), doNotInformSeller: z.boolean(), ...answerBy }),
});

const followUpSchema = z.strictObject({
  ...head,
  kind: z.literal('follow-up'),
  refersTo: id,
  targets: listings,
  seen: z.strictObject({ at: moment, still: z.enum(['live', 'unanswered']) }),
  request: z.strictObject({ action: z.literal('answer'), ...answerBy }),
});

const recallSchema = z.strictObject({
  ...head,
  kind: z.literal('recall'),
  refersTo: id,
  targets: listings,
  reason: z.enum(recallReasons),
  request: z.strictObject({ action: z.literal('restore'), ...answerBy }),
});

const noticeSchema = z.discriminatedUnion('kind', [removalNoticeSchema, preservationSchema, followUpSchema, recallSchema]);

export type ReadNotice = { complete: true; notice: Notice } | { complete: false; problems: string };

/** A notice that may be sent, or every place that is missing or wrong, with what was expected there. */
export function readNotice(value: unknown): ReadNotice {
  const read = noticeSchema.safeParse(value);
  if (!read.success) return { complete: false, problems: z.prettifyError(read.error) };
  return { complete: true, notice: read.data };
}

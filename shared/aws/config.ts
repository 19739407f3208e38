/** What a function reads from its environment. The stack sets the same names, so a key that is missing here is missing there. */

import * as z from 'zod';
import { authoritySchema } from '../notice-schema.ts';
import { signingKeysSchema } from '../signing-keys.ts';

/** How a variable is written, and the words for what was expected when it is not. */
const kinds = {
  name: { expected: 'a name', schema: z.string().trim().min(1) },
  address: { expected: 'an http or https address', schema: z.url({ protocol: /^https?$/ }) },
  addressOrNone: {
    expected: 'an http or https address, or none',
    schema: z.union([z.literal('none').transform(() => null), z.url({ protocol: /^https?$/ })]),
  },
  nameOrNone: { expected: 'a name, or none', schema: z.union([z.literal('none').transform(() => null), z.string().trim().min(1)]) },
  emailOrNone: {
    expected: 'an e-mail address, or none',
    schema: z.union([z.literal('none').transform(() => null), z.email()]),
  },
  secret: { expected: 'a secret of at least 32 characters', schema: z.string().min(32), secret: true },
  folder: { expected: 'a folder', schema: z.string() },
  files: { expected: 'paths separated by commas', schema: list(z.string()) },
  addresses: { expected: 'http or https addresses separated by commas', schema: list(z.url({ protocol: /^https?$/ })) },
  switch: { expected: 'on or off', schema: z.enum(['on', 'off']) },
  quarter: { expected: 'ended or running', schema: z.enum(['ended', 'running']) },
  count: { expected: 'a whole number from 0 on', schema: z.coerce.number().int().min(0) },
  credentials: {
    expected: 'JSON such as {"ebay-api":{"clientId":"…","clientSecret":"…"}}',
    schema: z
      .string()
      .transform((text, context) => jsonIn(text) ?? context.addIssue('not JSON'))
      .pipe(z.record(z.string(), z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }))),
    secret: true,
  },
  secrets: {
    expected: 'JSON such as {"gumtree":"whsec_…"}',
    schema: z
      .string()
      .transform((text, context) => jsonIn(text) ?? context.addIssue('not JSON'))
      .pipe(z.record(z.string(), z.string().min(24))),
    secret: true,
  },
  numberedKeys: {
    expected: 'JSON such as {"1":"…"}: keys of at least 32 characters by their number',
    schema: z
      .string()
      .transform((text, context) => jsonIn(text) ?? context.addIssue('not JSON'))
      .pipe(z.record(z.string().regex(/^[1-9][0-9]{0,5}$/), z.string().min(32))),
    secret: true,
  },
  signingKeys: {
    expected: 'a JSON Web Key Set of Ed25519 keys with their kid, such as `receipt new-key` prints',
    schema: z
      .string()
      .transform((text, context) => jsonIn(text) ?? context.addIssue('not JSON'))
      .pipe(signingKeysSchema),
    secret: true,
  },
  authority: {
    expected: 'JSON with name, unit, address, email, phone, officerName, officerId and redress',
    schema: z
      .string()
      .transform((text) => jsonIn(text))
      .pipe(authoritySchema.nullable()),
  },
  ladder: {
    expected: 'whole minutes, each more than the one before, separated by commas',
    schema: list(z.string().regex(/^[0-9]{1,6}$/))
      .transform((rungs) => rungs.map(Number))
      .refine((rungs) => rungs.length > 0 && rungs.every((rung, at) => rung > (rungs[at - 1] ?? 0))),
  },
  networks: { expected: 'networks such as 127.0.0.0/8 separated by commas', schema: list(z.union([z.cidrv4(), z.cidrv6()])) },
} as const;

interface Field {
  kind: keyof typeof kinds;
  /** Stands in for a variable that is not set; without it the variable is required. */
  default?: string;
  /** For whoever sets it. */
  what: string;
}

export const configFields = {
  LISTINGS_TABLE: { kind: 'name', what: 'table of Scans, Listings and Revisions' },
  IDENTIFIERS_TABLE: { kind: 'name', what: 'table of the two-way index' },
  RECORDS_TABLE: { kind: 'name', what: 'table of StolenRecords and import batches' },
  CASES_TABLE: { kind: 'name', what: 'table of Cases' },
  AUDIT_TABLE: { kind: 'name', what: 'table of AuditEvents' },
  CHECKS_TABLE: { kind: 'name', what: 'table of the check API: clients, what they asked, hits' },

  SCAN_QUEUE_URL: { kind: 'address', what: 'search pages to fetch' },
  SCAN_DLQ_URL: { kind: 'address', what: 'search pages that could not be fetched' },
  READ_QUEUE_URL: { kind: 'address', what: 'listing pages to fetch' },
  READ_DLQ_URL: { kind: 'address', what: 'listing pages that could not be fetched' },
  READ_RENDERED_QUEUE_URL: { kind: 'address', what: 'listing pages for a browser to draw' },
  READ_RENDERED_DLQ_URL: { kind: 'address', what: 'listing pages that a browser could not draw' },
  MATCH_QUEUE_URL: { kind: 'address', what: 'Revisions and StolenRecords to compare' },
  MATCH_DLQ_URL: { kind: 'address', what: 'comparisons that could not be made' },
  SEE_QUEUE_URL: { kind: 'address', what: 'Revisions whose photos are to be looked at' },
  SEE_DLQ_URL: { kind: 'address', what: 'Revisions whose photos could not be looked at' },
  REVIEW_QUEUE_URL: { kind: 'address', what: 'new Cases whose evidence is to be captured' },
  REVIEW_DLQ_URL: { kind: 'address', what: 'Cases whose evidence could not be captured' },
  DELIVER_QUEUE_URL: { kind: 'address', what: 'notices to deliver' },
  DELIVER_DLQ_URL: { kind: 'address', what: 'notices that could not be delivered' },
  RECORDS_QUEUE_URL: { kind: 'address', what: 'files to import and records to withdraw' },
  RECORDS_DLQ_URL: { kind: 'address', what: 'imports and withdrawals that failed' },

  UPLOADS_BUCKET: { kind: 'name', what: 'files of the records desk on their way in' },
  PHOTOS_BUCKET: { kind: 'name', what: 'photos on which a number was read' },
  EVIDENCE_BUCKET: { kind: 'name', what: 'pages captured for Cases' },
  SURVEYS_BUCKET: { kind: 'name', what: 'surveys of the market' },
  SEALS_BUCKET: { kind: 'name', what: 'seals of the audit, one a day' },
  REFERENCE_BUCKET: { kind: 'name', what: 'the TAC directory that the operator imported' },

  EVENT_BUS: { kind: 'name', what: 'EventBridge bus that is told of every Case that changes its state' },

  IDENTIFIER_KEY: { kind: 'secret', what: 'key of the HMAC under which identifiers are indexed; another key makes an empty index' },
  TEAM: { kind: 'name', default: 'default', what: 'team whose queue new Cases go to' },

  USER_POOL: { kind: 'name', what: 'Cognito user pool of the officers: eu-west-2_a1B2c3D4e' },
  USER_POOL_CLIENT: { kind: 'name', what: 'app client of the console in that user pool' },
  SIGN_IN_ADDRESS: { kind: 'address', what: 'domain of the user pool, where officers sign in' },
  CONSOLE_ADDRESS: { kind: 'address', what: 'where the console answers' },

  DESCRIPTION_CASES_PER_DAY: {
    kind: 'count',
    default: '20',
    what: 'how many cases a day that rest on a description alone enter the team’s queue, best first',
  },

  STAGE: { kind: 'name', default: 'one-machine', what: 'stage of the deployment, named on every metric' },

  OPERATOR_NAME: { kind: 'name', what: 'who watches, named in the User-Agent' },
  OPERATOR_CONTACT: { kind: 'name', what: 'address or e-mail for platforms, named in the User-Agent' },
  API_CREDENTIALS: { kind: 'credentials', default: '{}', what: 'keys to the official APIs of Sources, by Source id' },
  TIMESTAMP_AUTHORITIES: { kind: 'addresses', default: '', what: 'authorities that timestamp evidence (RFC 3161), asked in this order' },
  AUTHORITY: { kind: 'authority', default: 'null', what: 'in whose name notices go; without it none are written' },
  PLATFORM_FILES: { kind: 'files', default: '', what: 'JSON files of platforms that take notices' },
  WEBHOOK_SECRETS: { kind: 'secrets', default: '{}', what: 'what notices to each platform are signed with, by Source id' },
  NOTICE_SENDER: {
    kind: 'emailOrNone',
    default: 'none',
    what: 'address that notices by e-mail come from; without it none is sent by e-mail',
  },
  MAIL_CONFIGURATION_SET: {
    kind: 'nameOrNone',
    default: 'none',
    what: 'configuration set by which SES tells of mails that come back; without it nobody hears of them',
  },
  PORTAL_URL: {
    kind: 'addressOrNone',
    default: 'none',
    what: 'where platforms see their notices and answer; without it notices carry no link',
  },
  PORTAL_KEY: {
    kind: 'numberedKeys',
    default: '{}',
    what: 'keys that links to the portal are signed with; the highest number signs, all open',
  },
  CHECK_SIGNING_KEYS: {
    kind: 'signingKeys',
    default: '{"keys":[]}',
    what: 'keys that sign receipts of checks; without one none is answered',
  },
  SOURCE_FILES: { kind: 'files', default: '', what: 'JSON files of Sources beside those of the registry' },
  FIGURES_QUARTER: {
    kind: 'quarter',
    default: 'ended',
    what: 'quarter whose public figures are rebuilt; while one runs, comparing two days may give a single case away',
  },
  SCREENSHOTS: { kind: 'switch', default: 'off', what: 'whether captured pages are drawn by a browser, about a second each' },
  CHROMIUM_FILES: { kind: 'folder', default: '', what: 'the packed browser beside a bundle; in node_modules when left out' },
  VERIFICATION_LADDER: {
    kind: 'ladder',
    default: '60,1440,4320,10080',
    what: 'minutes after the delivery of a notice at which its listings are looked at again',
  },
  ALLOWED_PRIVATE_NETWORKS: { kind: 'networks', default: '', what: 'private networks that pages may be fetched from; none on AWS' },
} as const satisfies Record<string, Field>;

export type ConfigKey = keyof typeof configFields;

/** Exactly the asked keys, each in the type of its kind: a `files` field is a list of strings. */
export type Config<Key extends ConfigKey> = { readonly [K in Key]: z.output<(typeof kinds)[(typeof configFields)[K]['kind']]['schema']> };

/**
 * Reads the asked keys of an environment such as `process.env`, at cold start.
 *
 * Throws one error that lists every missing and every wrong key with what was expected and what was found; a secret's value is never shown.
 */
export function readConfig<Key extends ConfigKey>(env: Record<string, string | undefined>, keys: readonly Key[]): Config<Key> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const key of keys) {
    const field: Field = configFields[key];
    const kind = kinds[field.kind];
    const found = env[key] || field.default;
    const parsed = kind.schema.safeParse(found);
    if (parsed.success) values[key] = parsed.data;
    else problems.push(`  ${key} (${field.what}): expected ${kind.expected}, found ${describe(found, field.kind)}`);
  }
  if (problems.length > 0) throw new Error(`The environment does not configure this function:\n${problems.join('\n')}`);
  // The loop above filled every asked key with the output of that key's own schema.
  return values as Config<Key>;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function list<Entry extends z.ZodType<unknown, string>>(entry: Entry) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(entry));
}

function describe(found: string | undefined, kind: Field['kind']): string {
  if (found === undefined) return 'nothing';
  return 'secret' in kinds[kind] ? `${found.length} characters` : JSON.stringify(found);
}

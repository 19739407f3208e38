/** Ten thousand random Cases: nothing that a notice must not hold ever gets in, whatever records, Matches and adverts say. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../../shared/domain/case.ts';
import type { Identifier } from '../../../../shared/domain/identifier.ts';
import { doubted } from '../../../../shared/domain/identifiers/belonging.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import type { Evidence } from '../../../../shared/domain/match.ts';
import { confirmedListing, standingOf } from '../../../../shared/domain/notice/confirmed-listing.ts';
import { draftRecall, draftRemoval } from '../../../../shared/domain/notice/draft.ts';
import { noticeWords } from '../../../../shared/domain/notice/words.ts';
import type { StolenRecord } from '../../../../shared/domain/stolen-record.ts';
import { readNotice } from '../../../../shared/notice-schema.ts';
import { aCase, aMatch } from '../../../support/console-data.ts';
import { aConfirmation, draftParts } from '../../../support/notices.ts';

const numRuns = 10_000;

/** A word that stands nowhere else, so that finding it again is a leak. */
const secretWord = fc.stringMatching(/^Qzx[a-z]{8}$/);
const imei = fc.stringMatching(/^[3589][0-9]{14}$/);

const writings: ((value: string) => string)[] = [
  (value) => value,
  (value) => `IMEI: ${value.slice(0, 2)}-${value.slice(2, 8)}-${value.slice(8, 14)}-${value.slice(14)}`,
  (value) => [...value].join(' '),
  (value) => [...value].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
  (value) => `imei ${value.slice(0, 8)} / ${value.slice(8)}`,
  (value) => `${value}01`,
];

const levels = [
  'equal',
  'equal, in doubt',
  'one slip apart',
  'other slot',
  'known digits agree',
  'another number',
  'different',
  'same',
  'both',
  'record only',
];
const fields = ['model', 'colour', 'storage', 'mark: engraving', 'stolen-time', 'place', 'photo', 'prior', 'cap', 'some-new-field'];

const world = fc
  .record({
    victim: fc.record({
      name: secretWord,
      street: secretWord,
      town: secretWord,
      initials: secretWord,
      phone: fc.stringMatching(/^07700 9[0-9]{5}$/),
    }),
    own: imei,
    others: fc.array(imei, { minLength: 1, maxLength: 4 }),
    writing: fc.constantFrom(...writings),
    lines: fc.array(
      fc.record({
        field: fc.constantFrom(...fields),
        level: fc.constantFrom(...levels),
        bits: fc.double({ min: -30, max: 30, noNaN: true }),
      }),
      { maxLength: 8 },
    ),
    shown: fc.constantFrom('imei' as const, 'partial' as const, 'serial' as const, undefined),
    where: fc.constantFrom('text', 'title', 'attribute:alt', 'json-ld:serialNumber', 'photo', 'attribute:data-<script>', 'comment'),
    grade: fc.constantFrom('police-verified' as const, 'network-blocked' as const, 'owner-reported' as const),
    reference: fc.stringMatching(/^[1-9][0-9]{3}\/2[0-9]-[A-Z]$/),
    sellerId: fc.option(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { nil: undefined }),
    title: fc.string({ unit: 'binary', maxLength: 60 }),
  })
  .map((drawn) => ({ ...drawn, ...storyOf(drawn) }));

interface Drawn {
  victim: { name: string; street: string; town: string; initials: string; phone: string };
  own: string;
  others: string[];
  writing: (value: string) => string;
  lines: { field: string; level: string; bits: number }[];
  shown: 'imei' | 'partial' | 'serial' | undefined;
  where: string;
  grade: 'police-verified' | 'network-blocked' | 'owner-reported';
  reference: string;
  sellerId: string | undefined;
  title: string;
}

/** All that is known of the victim and of other devices, wherever the system keeps it. */
function storyOf({ victim, own, others, writing, lines, shown, where, grade, reference, title }: Drawn): {
  record: StolenRecord;
  item: Case;
} {
  const told = `${victim.name}, ${victim.street}, ${victim.town}, ${victim.phone}; also ${others.map(writing).join(' and ')}`;
  const record: StolenRecord = {
    reference,
    grade,
    status: 'stolen',
    stolenAt: '2026-11-01T00:00:00.000Z',
    stolenAtPrecision: 'day',
    identifiers: [own, ...others].map((value) => ({ kind: 'imei', value })),
    marks: [`${victim.initials} engraved`],
    description: told,
    area: victim.town,
  };
  const evidence: Evidence[] = lines.map((line) => ({
    ...line,
    sentence: told,
    recordSays: told,
    listingSays: others.map(writing).join(),
  }));
  if (shown !== undefined) evidence.unshift(identifierLine({ own, others, shown, where, told }));
  evidence.unshift({ field: 'model', level: 'same', bits: 5, sentence: told, recordSays: told });
  const match = {
    ...aMatch(),
    recordReference: reference,
    evidence,
    gates: [{ gate: 'owners-appeal' as const, sentence: told }],
    flags: [told],
  };
  const listing = { ...aCase().listing, title: `${title} ${others.map(writing).join(' ')} ${title}` };
  return { record, item: aCase({ state: 'confirmed', match, listing, closedBecause: told, reopenedBecause: [told] }) };
}

function identifierLine({
  own,
  others,
  shown,
  where,
  told,
}: Pick<Drawn, 'own' | 'others' | 'where'> & { shown: string; told: string }): Evidence {
  const named = { confidence: 0.9, raw: `${own} ${others.join()}`, where, alternatives: others, pairedWith: others[0] ?? '' };
  const finds: Record<string, Identifier> = {
    imei: { kind: 'imei', value: own, ...named },
    partial: { kind: 'partial', pattern: `${own.slice(0, 6)}???????${own.slice(13)}`, ...named },
    serial: { kind: 'serial', value: `F${own.slice(0, 9)}`, ...named },
  };
  const identifier = finds[shown];
  return { field: 'identifier', level: 'equal', bits: 40, sentence: told, recordSays: told, ...(identifier && { identifier }) };
}

function knownOf({ item, record, sellerId }: { item: Case; record: StolenRecord; sellerId: string | undefined }) {
  const standing = standingOf(record, new Date('2026-11-22T11:59:00.000Z'));
  if (standing === undefined) throw new Error('The record stands');
  return {
    item,
    confirmation: aConfirmation,
    listing: { firstSeenAt: '2026-11-21T18:00:07.000Z' },
    seller: sellerId === undefined ? { name: 'somebody' } : { id: sellerId, name: 'somebody' },
    lastSeenLive: { at: '2026-11-22T11:50:00.000Z', scanHealth: 'healthy' as const },
    standing,
    evidence: [{ manifestSha256: 'b'.repeat(64), capturedAt: '2026-11-22T11:02:30.000Z', folder: 'cases/b' }],
  };
}

describe('a notice of any confirmed case', () => {
  it('is complete, and holds neither victim nor another device, as data and as words', () => {
    fc.assert(
      fc.property(world, ({ item, record, victim, own, others, sellerId }) => {
        const removal = draftRemoval([confirmedListing(knownOf({ item, record, sellerId }))], draftParts());
        for (const notice of [removal, draftRecall(removal, 'record-withdrawn', draftParts({ noticeId: 'N-2' }))]) {
          const read = readNotice(notice);
          if (!read.complete) expect.fail(read.problems);
          const said = JSON.stringify(notice) + noticeWords(notice);
          for (const secret of Object.values(victim)) if (said.includes(secret)) expect.fail(`“${secret}” is in ${said}`);
          const digits = said.normalize('NFKC').replaceAll(/[^\p{N}\p{L}"]|\*/gu, '');
          for (const value of [own, ...others]) if (digits.includes(value.slice(0, 14))) expect.fail(`${value} is in ${said}`);
        }
      }),
      { numRuns },
    );
  });

  it('names no number that may be another advert’s', () => {
    const [find] = findIdentifiersInText('IMEI 356938035643817').map((each) => doubted(each, 'another offer'));
    const { item, ...rest } = storedWorld();
    const line = { field: 'identifier', level: 'equal, in doubt', bits: 16, sentence: 'Equal.', ...(find && { identifier: find }) };
    const { identifier, where } = confirmedListing(knownOf({ ...rest, item: { ...item, match: aMatch({ evidence: [line] }) } }));
    expect([identifier, where]).toEqual([undefined, 'description']);
  });

  it('does not parse with any one of its fields left out, or with any field more', () => {
    const removal = draftRemoval([confirmedListing(knownOf(storedWorld()))], draftParts());
    const paths = pathsOf(removal).filter((path) => !['targets.0.sellerId', 'targets.0.identifier'].includes(path.join('.')));
    expect(paths.length).toBeGreaterThan(45);
    for (const path of paths) expect(readNotice(changed(removal, path, undefined)), path.join('.')).toMatchObject({ complete: false });
    for (const path of [[], ['targets', '0'], ['authority'], ['request'], ['targets', '0', 'facts', '0']]) {
      const more = changed(removal, [...path, 'victim'], 'Jane Doe');
      expect(readNotice(more), path.join('.')).toMatchObject({ complete: false });
    }
  });

  it('does not parse with a number of 14 digits or a sentence where a reference, a title or words stand', () => {
    const removal = draftRemoval([confirmedListing(knownOf(storedWorld()))], draftParts());
    const places = [
      ['targets', '0', 'title'],
      ['targets', '0', 'caseRef'],
      ['ground', 'explanation'],
      ['authority', 'officerName'],
      ['redress'],
    ];
    for (const path of [...places, ['targets', '0', 'identifier', 'masked']]) {
      for (const words of ['356938035643809', '35-693803-564380-9', '3 5 6 9 3 8 0 3 5 6 4 3 8 0'])
        expect(readNotice(changed(removal, path, words)), `${path}: ${words}`).toMatchObject({ complete: false });
    }
    for (const reference of ['Jane Doe', 'jane.doe@example.org', 'stolen from J. Doe in 2026', ''])
      expect(readNotice(changed(removal, ['targets', '0', 'caseRef'], reference))).toMatchObject({ complete: false });
  });
});

function storedWorld() {
  const [drawn] = fc.sample(
    world.filter(({ shown, sellerId }) => shown !== undefined && sellerId !== undefined),
    { numRuns: 1, seed: 7 },
  );
  if (drawn === undefined) throw new Error('One was asked for');
  return drawn;
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const inner = Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...path, name]));
  return path.length === 0 || /^\d+$/.test(path.at(-1) ?? '') ? inner : [path, ...inner];
}

/** The value with one place set, or taken away where it is set to nothing. */
function changed(value: unknown, [name, ...rest]: string[], to: unknown): unknown {
  if (name === undefined) return to;
  const copy = structuredClone(value) as Record<string, unknown>;
  if (rest.length === 0 && to === undefined) delete copy[name];
  else copy[name] = changed(copy[name], rest, to);
  return copy;
}

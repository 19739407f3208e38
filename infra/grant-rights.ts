import { tables as definitions } from '../shared/aws/resources.ts';
import type { DataStores } from './data-stores.ts';
import type { MonitorFunction } from './monitor-function.ts';
import type { QueueFunction } from './queue-function.ts';

interface Working {
  function: MonitorFunction;
}

/** Every part of the stack that runs code. */
export interface WorkingParts {
  openScan: Working;
  scan: QueueFunction;
  read: QueueFunction;
  readRendered: QueueFunction;
  see: QueueFunction;
  match: QueueFunction;
  review: QueueFunction;
  admit: Working;
  notify: Working;
  deliver: QueueFunction;
  verify: Working;
  survey: Working;
  seal: Working;
  count: Working;
  inform: Working;
  figures: Working;
  records: QueueFunction;
  officerConsole: Working;
  check: Working;
  portal: Working;
}

/** Who may do what with which table, bucket and queue: no more than the part's work asks for, in the order in which a listing goes through it. */
export function grantRights(parts: WorkingParts, { tables, buckets }: Pick<DataStores, 'tables' | 'buckets'>): void {
  const { openScan, scan, read, readRendered, see, match, review, admit, notify, deliver } = parts;
  const { verify, survey, seal, count, inform, figures, records, officerConsole, check, portal } = parts;

  openScan.function.uses('LISTINGS_TABLE', tables.listings, ['read', 'write']).sendsTo('SCAN_QUEUE_URL', scan.queue);
  scan.function
    .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
    .sendsTo('SCAN_QUEUE_URL', scan.queue)
    .sendsTo('READ_QUEUE_URL', read.queue)
    .sendsTo('READ_RENDERED_QUEUE_URL', readRendered.queue);
  for (const { function: reader } of [read, readRendered]) {
    reader
      .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
      .usesBucket('REFERENCE_BUCKET', buckets.reference, ['read', 'list'])
      .sendsTo('MATCH_QUEUE_URL', match.queue)
      .sendsTo('SEE_QUEUE_URL', see.queue);
  }
  see.function
    .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
    .uses('IDENTIFIERS_TABLE', tables.identifiers, ['read', 'write', 'write-many'])
    .usesBucket('PHOTOS_BUCKET', buckets.photos, ['write'])
    .sendsTo('MATCH_QUEUE_URL', match.queue);
  match.function
    .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
    .uses('IDENTIFIERS_TABLE', tables.identifiers, ['read', 'write', 'write-many', 'delete'])
    .uses('RECORDS_TABLE', tables.records, ['read'])
    .uses('CASES_TABLE', tables.cases, ['read', 'write'], indexesOf('cases'))
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('SURVEYS_BUCKET', buckets.surveys, ['read', 'list'])
    .usesBucket('EVIDENCE_BUCKET', buckets.evidence, ['write'])
    .sendsTo('REVIEW_QUEUE_URL', review.queue)
    .sendsTo('DELIVER_QUEUE_URL', deliver.queue);
  review.function
    .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
    .uses('CASES_TABLE', tables.cases, ['read', 'write'])
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('PHOTOS_BUCKET', buckets.photos, ['read', 'list'])
    .usesBucket('EVIDENCE_BUCKET', buckets.evidence, ['read', 'write', 'hold'])
    .sendsTo('REVIEW_QUEUE_URL', review.queue);
  admit.function
    .uses('CASES_TABLE', tables.cases, ['read', 'write'], indexesOf('cases'))
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .sendsTo('REVIEW_QUEUE_URL', review.queue);
  notify.function
    .uses('LISTINGS_TABLE', tables.listings, ['read'])
    .uses('RECORDS_TABLE', tables.records, ['read'])
    .uses('CASES_TABLE', tables.cases, ['read', 'write'], indexesOf('cases'))
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('EVIDENCE_BUCKET', buckets.evidence, ['read'])
    .sendsTo('DELIVER_QUEUE_URL', deliver.queue);
  deliver.function
    .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
    .uses('RECORDS_TABLE', tables.records, ['read'])
    .uses('CASES_TABLE', tables.cases, ['read', 'write', 'delete'])
    .uses('AUDIT_TABLE', tables.audit, ['append']);
  verify.function
    .uses('LISTINGS_TABLE', tables.listings, ['read', 'write'])
    .uses('CASES_TABLE', tables.cases, ['read', 'write'], indexesOf('cases'))
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('EVIDENCE_BUCKET', buckets.evidence, ['write']);
  survey.function
    .uses('LISTINGS_TABLE', tables.listings, ['sample'])
    .uses('RECORDS_TABLE', tables.records, ['sample', 'read'])
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('SURVEYS_BUCKET', buckets.surveys, ['read', 'write', 'list']);
  seal.function
    .uses('AUDIT_TABLE', tables.audit, ['read'], ['by-day'])
    .usesBucket('SEALS_BUCKET', buckets.seals, ['read', 'write', 'list']);
  count.function.uses('CASES_TABLE', tables.cases, ['read', 'write'], ['by-facets', 'by-queue']);
  inform.function.uses('AUDIT_TABLE', tables.audit, ['append', 'read'], ['by-day']).uses('CASES_TABLE', tables.cases, ['read', 'write']);
  figures.function
    .uses('AUDIT_TABLE', tables.audit, ['read'], ['by-day'])
    .usesPartitions('CASES_TABLE', tables.cases, ['read', 'write'], ['FIGURES#']);
  records.function
    .uses('RECORDS_TABLE', tables.records, ['read', 'write', 'write-many'])
    .uses('IDENTIFIERS_TABLE', tables.identifiers, ['read', 'write', 'write-many'])
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('UPLOADS_BUCKET', buckets.uploads, ['read'])
    .usesBucket('REFERENCE_BUCKET', buckets.reference, ['read', 'list'])
    .sendsTo('MATCH_QUEUE_URL', match.queue);
  officerConsole.function
    .uses('IDENTIFIERS_TABLE', tables.identifiers, ['read'])
    .uses('LISTINGS_TABLE', tables.listings, ['read'])
    .uses('RECORDS_TABLE', tables.records, ['read'])
    .uses('CASES_TABLE', tables.cases, ['read', 'write'], indexesOf('cases'))
    .uses('CHECKS_TABLE', tables.checks, ['read', 'update'], indexesOf('checks'))
    .uses('AUDIT_TABLE', tables.audit, ['append', 'read'], indexesOf('audit'))
    .usesBucket('SEALS_BUCKET', buckets.seals, ['read', 'list'])
    .usesBucket('EVIDENCE_BUCKET', buckets.evidence, ['read', 'list'])
    .usesBucket('PHOTOS_BUCKET', buckets.photos, ['read', 'list'])
    .sendsTo('REVIEW_QUEUE_URL', review.queue)
    .sendsTo('DELIVER_QUEUE_URL', deliver.queue);
  check.function
    .uses('CHECKS_TABLE', tables.checks, ['read', 'write'])
    .uses('IDENTIFIERS_TABLE', tables.identifiers, ['read'])
    .uses('RECORDS_TABLE', tables.records, ['read'])
    .uses('AUDIT_TABLE', tables.audit, ['append']);

  // Strangers reach it: it sees notices and what belongs to them, and of the evidence the captures.
  portal.function
    .usesPartitions('CASES_TABLE', tables.cases, ['read', 'write'], ['NOTICE#', 'PLATFORM#', 'ESCALATION#'])
    .usesPartitions('CASES_TABLE', tables.cases, ['read'], ['FIGURES#'])
    .uses('AUDIT_TABLE', tables.audit, ['append'])
    .usesBucket('EVIDENCE_BUCKET', buckets.evidence, ['read'], 'cases/*');
}

function indexesOf(table: keyof typeof definitions): string[] {
  return definitions[table].indexes.map(({ name }) => name);
}

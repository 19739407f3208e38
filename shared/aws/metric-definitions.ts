/** What is counted of the work, in the words of the domain. The stack's alarms and dashboard name metrics from here, and functions count them. */

export const metricNamespace = 'Fencewatch';
/** On every metric beside `stage`; Powertools sets it by itself. */
export const metricService = 'fencewatch';

export interface MetricDefinition {
  /** Counted for each Source: each is a metric of its own on the bill. */
  perSource: boolean;
  /** `level`: what there is at the moment it is looked at, such as an age, where `count` adds up. */
  kind: 'count' | 'level';
  what: string;
}

export const metricDefinitions = {
  HealthyScans: { perSource: true, kind: 'count', what: 'scans that ended healthy; 0 for one that ended otherwise' },
  BlindScans: { perSource: true, kind: 'count', what: 'scans that saw nothing; 0 for one that saw something' },
  BlockedScans: { perSource: true, kind: 'count', what: 'scans that the platform turned away; 0 for others' },
  ListingsFound: { perSource: true, kind: 'count', what: 'listings that scans saw on search pages, known ones included' },
  ListingsRead: { perSource: true, kind: 'count', what: 'listing pages read, unchanged ones included' },
  PagesNotRead: { perSource: true, kind: 'count', what: 'listing pages that failed, were turned away or not understood' },
  RecordsImported: { perSource: false, kind: 'count', what: 'stolen records that an import created or changed' },
  RowsRefused: { perSource: false, kind: 'count', what: 'rows of imported files that were refused, each with its reason' },
  RecordsWithdrawn: { perSource: false, kind: 'count', what: 'stolen records that were withdrawn one by one' },
  PhotosRead: { perSource: false, kind: 'count', what: 'photos of listings that were read, each once however many show it' },
  PhotosWithNumber: { perSource: false, kind: 'count', what: 'photos on which a device number was read' },
  PhotosNotRead: { perSource: false, kind: 'count', what: 'photos that did not come or could not be read' },
  CasesOpened: { perSource: false, kind: 'count', what: 'cases that go to a person; 0 for each listing that was read' },
  CasesConfirmed: { perSource: false, kind: 'count', what: 'cases that two persons confirmed' },
  CasesRefused: { perSource: false, kind: 'count', what: 'cases that a person closed' },
  UndecidedCases: { perSource: false, kind: 'level', what: 'cases that wait for a person, counted once an hour' },
  OldestUndecidedCaseHours: { perSource: false, kind: 'level', what: 'for how long the oldest of them has waited' },
  NoticesDelivered: { perSource: false, kind: 'count', what: 'notices that a platform took' },
  NoticesUndeliverable: { perSource: false, kind: 'count', what: 'notices that were given up' },
  Looks: { perSource: false, kind: 'count', what: 'listings under notice that were looked at again' },
  PortalVisits: { perSource: false, kind: 'count', what: 'pages of notices that platforms opened' },
  PlatformAnswers: { perSource: false, kind: 'count', what: 'answers that platforms gave, one for each listing' },
  ChecksReported: { perSource: false, kind: 'count', what: 'devices of which the check API said that they are reported' },
  ChecksNotReported: { perSource: false, kind: 'count', what: 'devices of which it said that no report is held' },
  ChecksCannotSay: { perSource: false, kind: 'count', what: 'devices of which it could not say' },
  ChecksTurnedAway: {
    perSource: false,
    kind: 'count',
    what: 'requests to the check API that were turned away: too fast, beyond the budget, or of a client that is held',
  },
  CheckClientsHeld: { perSource: false, kind: 'count', what: 'clients of the check API that were held until a person has looked' },
  MessagesParked: { perSource: false, kind: 'count', what: 'messages parked in a dead-letter queue with their reason' },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof metricDefinitions;

type Named<PerSource> = {
  [Name in MetricName]: (typeof metricDefinitions)[Name]['perSource'] extends PerSource ? Name : never;
}[MetricName];
/** Of one Source each time. */
export type SourceMetricName = Named<true>;
/** Of the whole deployment. */
export type TotalMetricName = Named<false>;

import { basename } from 'node:path';
import { Stack, type StackProps } from 'aws-cdk-lib';
import { FilterRule, RecursiveLoop } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Source } from '../shared/sources/source.ts';
import type { ExtraFile } from './bundling.ts';
import { CheckApi } from './check-api.ts';
import { ClockFunction } from './clock-function.ts';
import { Console } from './console.ts';
import { CostAlarm, isBudgetWanted } from './cost-alarm.ts';
import { OperatorDashboard } from './dashboard.ts';
import { DataStores } from './data-stores.ts';
import { DeploymentSettings } from './deployment-settings.ts';
import { DeskAlarms } from './desk-alarms.ts';
import { grantRights } from './grant-rights.ts';
import type { MonitorFunction } from './monitor-function.ts';
import { OnCall } from './on-call.ts';
import { OpenScan } from './open-scan.ts';
import { Portal } from './portal.ts';
import { QueueFunction } from './queue-function.ts';
import { RenderedRead } from './rendered-read.ts';
import { ReturnedMail } from './returned-mail.ts';
import { ScanAlarms } from './scan-alarms.ts';
import { secondsUntilNextPage } from './scan-delay.ts';
import { See } from './see.ts';
import { withSharp } from './sharp-files.ts';
import { TableEvents } from './table-events.ts';
import { tellWhereBrowserIs, withBrowser } from './with-browser.ts';
import { WorkAlarms } from './work-alarms.ts';

export interface MonitorStackProps extends StackProps {
  /** All Sources, enabled or not: the registry's and those of `sourceFiles`. */
  sources: readonly Source[];
  /** JSON files of Sources that go along with the code, relative to the project. */
  sourceFiles: readonly string[];
  /** JSON files of platforms that take notices, likewise. */
  platformFiles?: readonly string[];
}

/** The whole system on AWS, in the order in which a listing goes through it. */
export class MonitorStack extends Stack {
  constructor(scope: Construct, id: string, { sources, sourceFiles, platformFiles = [], ...props }: MonitorStackProps) {
    super(scope, id, props);
    const { tables, buckets } = new DataStores(this, 'Data', { retentionTerms: sources.map(({ retentionDays }) => retentionDays) });
    const settings = new DeploymentSettings(this, 'Settings');
    const files: ExtraFile[] = sourceFiles.map((from) => ({ from, to: `sources/${basename(from)}` }));
    const recipients: ExtraFile[] = platformFiles.map((from) => ({ from, to: `platforms/${basename(from)}` }));

    const openScan = new OpenScan(this, 'OpenScan', { sources, files });
    const scan = new QueueFunction(this, 'Scan', {
      queue: 'scan',
      environmentEncryption: settings.environmentKey,
      description: 'Fetches a search page and passes on the listings that are new or changed',
      // It waits for platforms more than it works, and waiting is paid by the gigabyte: npm run cost.
      memoryMb: 512,
      mostAtOnce: 10,
      delaySeconds: secondsUntilNextPage(sources),
      // Each search page asks for the next by its own queue. Lambda takes that for a runaway loop and stops it after sixteen; ours ends at `maxPages`.
      recursiveLoop: RecursiveLoop.ALLOW,
      files,
    });
    const read = new QueueFunction(this, 'Read', {
      queue: 'read',
      environmentEncryption: settings.environmentKey,
      description: 'Fetches a listing page and keeps what it says',
      memoryMb: 512,
      mostAtOnce: 20,
      files,
    });
    const readRendered = new RenderedRead(this, 'ReadRendered', { files, environmentEncryption: settings.environmentKey });
    const see = new See(this, 'See', { environmentEncryption: settings.environmentKey, files });
    const match = new QueueFunction(this, 'Match', {
      queue: 'match',
      description: 'Compares listings with stolen records, both ways, and opens cases',
      memoryMb: 1024,
      mostAtOnce: 10,
      files,
      environmentEncryption: settings.environmentKey,
    });
    const review = new QueueFunction(this, 'Review', {
      queue: 'review',
      environmentEncryption: settings.environmentKey,
      description: 'Captures the evidence of a new case',
      mostAtOnce: 5,
      ...withBrowser(files),
    });
    tellWhereBrowserIs(review.function);
    review.function.set('SCREENSHOTS', 'on');
    const admit = new ClockFunction(this, 'Admit', {
      clock: 'admit',
      description: 'Opens the best of the cases that wait for a place in the day’s queue',
      timeoutSeconds: 60,
      memoryMb: 512,
    });
    const notify = new ClockFunction(this, 'Notify', {
      clock: 'notify',
      description: 'Writes the notices that confirmed cases ask for',
      timeoutSeconds: 60,
      memoryMb: 512,
      files: recipients,
    });
    const deliver = new QueueFunction(this, 'Deliver', {
      queue: 'deliver',
      environmentEncryption: settings.environmentKey,
      description: 'Looks once more at what a notice is about and delivers it',
      memoryMb: 1024,
      mostAtOnce: 2,
      files: [...files, ...recipients],
    });
    const verify = new ClockFunction(this, 'Verify', {
      clock: 'verify',
      environmentEncryption: settings.environmentKey,
      description: 'Looks again whether listings under notice are gone',
      timeoutSeconds: 600,
      memoryMb: 1024,
      files,
    });
    const survey = new ClockFunction(this, 'Survey', {
      clock: 'survey',
      description: 'Counts what listings say, so that agreement by chance has a number',
      timeoutSeconds: 600,
      memoryMb: 1024,
    });
    const seal = new ClockFunction(this, 'Seal', {
      clock: 'seal',
      description: 'Seals the days of the audit that are over',
      timeoutSeconds: 600,
      memoryMb: 512,
    });
    const count = new ClockFunction(this, 'Count', {
      clock: 'count',
      description: 'Counts what waits on the desk and how it was decided',
      timeoutSeconds: 300,
      memoryMb: 512,
    });
    const inform = new ClockFunction(this, 'Inform', {
      clock: 'inform',
      description: 'Finds what victims are owed to hear and by when',
      timeoutSeconds: 300,
      memoryMb: 512,
    });
    const figures = new ClockFunction(this, 'Figures', {
      clock: 'figures',
      description: 'Counts the public figures of the quarter that ended from the audit, once',
      timeoutSeconds: 900,
      memoryMb: 1024,
    });
    const records = new QueueFunction(this, 'Records', {
      queue: 'records',
      description: 'Imports and withdraws stolen records',
      memoryMb: 1024,
      mostAtOnce: 2,
      ...withSharp(),
    });
    new TableEvents(this, 'CaseEvents', {
      table: tables.cases,
      description: 'Tells other systems when a case changes its state',
      what: 'Changes of cases',
      // Cases themselves: not the rows of teams and captures beside them.
      filters: [{ Keys: { sk: { S: FilterRule.isEqual('CASE') } } }],
    });
    new TableEvents(this, 'CheckEvents', {
      table: tables.checks,
      handlerFile: 'check-handler.ts',
      description: 'Tells other systems of hits of the check API and of clients that are held',
      what: 'Hits of the check API',
      filters: [{ NewImage: { hitPk: { S: FilterRule.exists() } } }, { NewImage: { held: { M: { since: { S: FilterRule.exists() } } } } }],
    });
    new TableEvents(this, 'VictimEvents', {
      table: tables.cases,
      handlerFile: 'victim-handler.ts',
      description: 'Tells other systems when a victim is owed news',
      what: 'News that victims are owed',
      filters: [{ Keys: { sk: { S: FilterRule.isEqual('VICTIM-UPDATE') } } }],
    });
    const officerConsole = new Console(this, 'Console', { files, environmentEncryption: settings.environmentKey });
    const check = new CheckApi(this, 'Check', { environmentEncryption: settings.environmentKey });

    const portal = new Portal(this, 'Portal', { environmentEncryption: settings.environmentKey });

    grantRights(
      {
        openScan,
        scan,
        read,
        readRendered,
        see,
        match,
        review,
        admit,
        notify,
        deliver,
        verify,
        survey,
        seal,
        count,
        inform,
        figures,
        records,
        officerConsole,
        check,
        portal,
      },
      { tables, buckets },
    );
    deliver.function.set('PORTAL_URL', portal.url);
    for (const signer of [portal.function, deliver.function]) settings.tellPortalKeyTo(signer);

    for (const { function: visitor } of [scan, read, readRendered, see, review, deliver, verify]) {
      settings.nameOperatorTo(visitor);
      settings.tellApiCredentialsTo(visitor);
    }
    for (const member of [
      match.function,
      admit.function,
      notify.function,
      verify.function,
      count.function,
      inform.function,
      officerConsole.function,
    ])
      settings.nameTeamTo(member);
    settings.nameAuthorityTo(notify.function);
    settings.nameTimestampAuthoritiesTo(review.function);
    settings.nameAuthorityTo(deliver.function);
    settings.tellWebhookSecretsTo(deliver.function);
    const returned = new ReturnedMail(this, 'ReturnedMail', { sender: deliver });
    settings.letSendMails(deliver.function, returned.configurationSet);
    settings.sizeQueueFor(admit.function);
    // The console looks up a number that an officer types, the check API one that a shop sends.
    for (const indexer of [match.function, officerConsole.function, check.function]) settings.tellIdentifierKeyTo(indexer);
    settings.tellCheckSigningKeysTo(check.function);
    new ScanAlarms(this, 'ScanAlarms', { sources });
    new DeskAlarms(this, 'DeskAlarms');
    new WorkAlarms(this, 'WorkAlarms', { tables });
    const onCall = new OnCall(this, 'OnCall');
    onCall.hearsFrom(this);
    if (isBudgetWanted(this)) new CostAlarm(this, 'Cost', { onCall });
    new OperatorDashboard(this, 'Dashboard', { sources });

    const sourceReaders: MonitorFunction[] = [openScan, scan, read, readRendered, see, match, review, deliver, verify, officerConsole].map(
      (part) => part.function,
    );
    // Relative: a function's working directory is where its bundle was unpacked.
    const bundled = (extra: readonly ExtraFile[]) => extra.map(({ to }) => to).join(',');
    if (files.length > 0) for (const reader of sourceReaders) reader.set('SOURCE_FILES', bundled(files));
    if (recipients.length > 0) for (const { function: teller } of [notify, deliver]) teller.set('PLATFORM_FILES', bundled(recipients));
  }
}

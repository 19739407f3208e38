/** `fencewatch`: every command, and the one place where an outcome becomes an exit code: 0 done, 1 failed, 2 wrong usage. */

import { Command, CommanderError } from 'commander';
import { version } from '../shared/version.ts';
import { registerAuditCommand } from './commands/audit-command.ts';
import { registerCasesCommand } from './commands/cases-command.ts';
import { registerClientsCommand } from './commands/clients-command.ts';
import { registerEvidenceCommand } from './commands/evidence-command.ts';
import { registerExtractCommand } from './commands/extract-command.ts';
import { registerFiguresCommand } from './commands/figures-command.ts';
import { registerIdentifiersCommand } from './commands/identifiers-command.ts';
import { registerListingCommand } from './commands/listing-command.ts';
import { registerMatchCommand } from './commands/match-command.ts';
import { registerModelCommand } from './commands/model-command.ts';
import { registerNoticesCommand } from './commands/notices-command.ts';
import { registerPauseCommands } from './commands/pause-command.ts';
import { registerReadCommand } from './commands/read-command.ts';
import { registerReceiptCommand } from './commands/receipt-command.ts';
import { registerRecordsCommand } from './commands/records-command.ts';
import { registerRedriveCommand } from './commands/redrive-command.ts';
import { registerResetCommand } from './commands/reset-command.ts';
import { registerScanCommand } from './commands/scan-command.ts';
import { registerSeeCommand } from './commands/see-command.ts';
import { registerSourceCommand } from './commands/source-command.ts';
import { registerStartCommand } from './commands/start-command.ts';
import { registerStatusCommand } from './commands/status-command.ts';
import { registerTacCommand } from './commands/tac-command.ts';
import { registerVictimsCommand } from './commands/victims-command.ts';
import { faultText } from './fault-text.ts';

const program = new Command('fencewatch')
  .description('Watches public resale listings for stolen phones and queues what fits, with reasons, for officers to review.')
  .version(version)
  .showHelpAfterError('(fencewatch COMMAND --help says more)')
  .exitOverride();

registerStartCommand(program);
registerScanCommand(program);
registerRecordsCommand(program);
registerCasesCommand(program);
registerEvidenceCommand(program);
registerNoticesCommand(program);
registerClientsCommand(program);
registerReceiptCommand(program);
registerAuditCommand(program);
registerFiguresCommand(program);
registerVictimsCommand(program);
registerListingCommand(program);
registerStatusCommand(program);
registerRedriveCommand(program);
registerPauseCommands(program);
registerTacCommand(program);
registerExtractCommand(program);
registerIdentifiersCommand(program);
registerSourceCommand(program);
registerReadCommand(program);
registerSeeCommand(program);
registerMatchCommand(program);
registerModelCommand(program);
registerResetCommand(program);
for (const command of program.commands) command.exitOverride();

// A reader that has seen enough (`… | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Commander has printed its own message; showing help or the version is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(`fencewatch: ${faultText(error)}`);
  if (process.env['FENCEWATCH_DEBUG'] !== undefined) console.error(error);
  return 1;
}

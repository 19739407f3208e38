/** `npm run synth`: writes the CloudFormation template and every function's bundle to cdk.out, and checks the template offline. */

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

// The command line reads the validation report that an earlier run left behind and fails for its findings.
rmSync(new URL('../cdk.out', import.meta.url), { recursive: true, force: true });

const cli = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');
const { status, error } = spawnSync(process.execPath, [cli, 'synth', '--quiet', ...process.argv.slice(2)], {
  cwd: project,
  stdio: 'inherit',
});
if (error) throw new Error('The CDK command line did not start', { cause: error });
process.exitCode = status ?? 1;

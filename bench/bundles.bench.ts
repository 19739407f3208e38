/** What a cold start loads: the size of every function's bundle, and its import beside that of a handler that knows nothing but the same SDK clients. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from '../infra/bundling.ts';
import { monitorTemplate, resourcesOf } from '../test/support/monitor-template.ts';
import { environmentOf } from '../test/support/stack-environment.ts';
import { median } from './median.ts';
import type { Figure } from './run.ts';

const runs = 7;
const project = fileURLToPath(new URL('..', import.meta.url));

export async function bundles(): Promise<Figure[]> {
  const outdir = mkdtempSync(join(tmpdir(), 'fencewatch-bundles-'));
  try {
    const figures: Figure[] = [];
    for (const { id, properties } of resourcesOf(monitorTemplate({ outdir }), 'AWS::Lambda::Function')) {
      const folder = join(outdir, `asset.${String(properties['Code'].S3Key).replace('.zip', '')}`);
      const bundle = join(folder, 'index.mjs');
      const bare = await bareHandler(clientsIn(join(folder, 'index.mjs.map')), outdir);
      const environment = environmentOf(properties['Environment'].Variables);
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let run = 0; run < runs; run += 1) {
        ours.push(importMs(bundle, environment));
        theirs.push(importMs(bare, environment));
      }
      const [mine, peer] = [median(ours), median(theirs)];
      figures.push({
        what: id.replace(/Function[0-9A-F]{8}$/, ''),
        value: `${Math.round(statSync(bundle).size / 1000)} kB`,
        against: `import ${mine.toFixed(0)} ms, bare SDK ${peer.toFixed(0)} ms (${Math.round(statSync(bare).size / 1000)} kB): ${(mine / peer).toFixed(2)} times`,
      });
    }
    return figures;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The SDK's packages that a bundle holds, by its source map. */
function clientsIn(map: string): string[] {
  const { sources }: { sources: string[] } = JSON.parse(readFileSync(map, 'utf8'));
  const found = sources.flatMap((source) => /node_modules\/(@aws-sdk\/(?:client-[a-z0-9]+|lib-dynamodb))\//.exec(source)?.[1] ?? []);
  return [...new Set(found)].sort();
}

const clientNames: Record<string, string> = {
  '@aws-sdk/client-dynamodb': 'DynamoDBClient',
  '@aws-sdk/client-eventbridge': 'EventBridgeClient',
  '@aws-sdk/client-s3': 'S3Client',
  '@aws-sdk/client-sesv2': 'SESv2Client',
  '@aws-sdk/client-sqs': 'SQSClient',
};

/** Bundled as ours are, and made ready as ours are: a client of each kind. */
async function bareHandler(packages: readonly string[], outdir: string): Promise<string> {
  const clients = packages.flatMap((name) => (name in clientNames ? [{ name, client: clientNames[name] }] : []));
  const imports = clients.map(({ name, client }) => `import { ${client} } from '${name}';`);
  const made = clients.map(({ client }) => `new ${client}({})`);
  const hasDocuments = packages.includes('@aws-sdk/lib-dynamodb');
  if (hasDocuments) imports.push("import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';");
  const documents = hasDocuments ? 'DynamoDBDocumentClient.from(clients[0]);' : '';
  const contents = `${imports.join('')} const clients = [${made.join(',')}]; export const handler = () => clients; ${documents}`;
  const outfile = join(outdir, `bare-${packages.join('-').replaceAll(/[^a-z0-9-]/g, '')}.mjs`);
  await build({ ...bundleOptions, stdin: { contents, resolveDir: project }, outfile });
  return outfile;
}

/** Milliseconds of processor in a process of its own: the wall clock of a shared machine says more of its other users. */
function importMs(file: string, environment: Record<string, string>): number {
  const script = `
    const before = process.cpuUsage();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], AWS_REGION: 'eu-west-2', NODE_OPTIONS: '--enable-source-maps', ...environment },
    encoding: 'utf8',
  });
  return Number(said.trim());
}

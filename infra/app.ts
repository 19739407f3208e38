/**
 * The CDK app: one stack. `FENCEWATCH_SOURCE_FILES`, paths of JSON files inside the project separated by commas, adds a force's own
 * Sources or enables ones of the registry; the files are deployed with the code. `FENCEWATCH_PLATFORM_FILES` does the same for platforms that take
 * notices.
 */

import { App, Tags } from 'aws-cdk-lib';
import { loadSources } from '../shared/sources/load-sources.ts';
import { registry } from '../shared/sources/registry.ts';
import { MonitorStack } from './monitor-stack.ts';

const sourceFiles = filesOf('FENCEWATCH_SOURCE_FILES');

const app = new App();
const stack = new MonitorStack(app, 'Fencewatch', {
  description: 'Watches public resale listings for stolen phones',
  sources: await loadSources({ registry, files: sourceFiles }),
  sourceFiles,
  platformFiles: filesOf('FENCEWATCH_PLATFORM_FILES'),
  terminationProtection: true,
});
Tags.of(stack).add('service', 'fencewatch');

function filesOf(variable: string): string[] {
  return (process.env[variable] ?? '').split(',').filter((path) => path !== '');
}

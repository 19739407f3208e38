/**
 * The CDK app: one stack. `FENCEWATCH_SOURCE_FILES`, paths of JSON files inside the project separated by commas, adds a force's own
 * Sources or enables ones of the registry; the files are deployed with the code.
 */

import { App, Tags } from 'aws-cdk-lib';
import { loadSources } from '../shared/sources/load-sources.ts';
import { registry } from '../shared/sources/registry.ts';
import { MonitorStack } from './monitor-stack.ts';

const sourceFiles = (process.env['FENCEWATCH_SOURCE_FILES'] ?? '').split(',').filter((path) => path !== '');

const app = new App();
const stack = new MonitorStack(app, 'Fencewatch', {
  description: 'Watches public resale listings for stolen phones',
  sources: await loadSources({ registry, files: sourceFiles }),
  sourceFiles,
  terminationProtection: true,
});
Tags.of(stack).add('service', 'fencewatch');

/**
 * The CDK app: one stack, of the stage that `-c stage=dev` or `-c stage=prod` names. `FENCEWATCH_SOURCE_FILES`, paths of JSON files inside the project separated by commas, adds a force's own
 * Sources or enables ones of the registry; the files are deployed with the code. `FENCEWATCH_PLATFORM_FILES` does the same for platforms that take
 * notices.
 */

import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { loadSources } from '../shared/sources/load-sources.ts';
import { registry } from '../shared/sources/registry.ts';
import { MonitorStack } from './monitor-stack.ts';
import { stageOf } from './stage.ts';

const sourceFiles = filesOf('FENCEWATCH_SOURCE_FILES');

const app = new App();
const stage = stageOf(app);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
// Both may stand in one account: what is named for the whole account carries the stage.
const stack = new MonitorStack(app, stage.name === 'prod' ? 'Fencewatch' : `Fencewatch-${stage.name}`, {
  description: 'Watches public resale listings for stolen phones',
  sources: await loadSources({ registry, files: sourceFiles }),
  sourceFiles,
  platformFiles: filesOf('FENCEWATCH_PLATFORM_FILES'),
  terminationProtection: stage.keepsData,
});
// Activated as cost allocation tags, they say on the bill what this costs: docs/operating.md.
Tags.of(stack).add('project', 'fencewatch');
Tags.of(stack).add('stage', stage.name);

function filesOf(variable: string): string[] {
  return (process.env[variable] ?? '').split(',').filter((path) => path !== '');
}

/** The stack of infra/ as a template, made with the flags of cdk.json, for tests to look at. */

import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MonitorStack } from '../../infra/monitor-stack.ts';
import type { Source } from '../../shared/sources/source.ts';

const flags: Record<string, unknown> = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')).context;

export function sourceNamed(id: string, fields: Partial<Source> = {}): Source {
  return {
    id,
    name: id,
    country: 'GB',
    currency: 'GBP',
    language: 'en-GB',
    hosts: [`${id}.example`],
    access: { basis: 'written-permission', note: 'made up', termsReviewedOn: '2026-11-01', termsReviewedBy: 'tests' },
    enabled: true,
    pace: { secondsBetweenRequests: 1 },
    schedule: { everyMinutes: 15 },
    pages: { how: 'plain' },
    searches: [{ name: 'phones', url: `https://${id}.example/phones` }],
    searchPage: { maxPages: 10 },
    listing: { url: '/item/:itemId' },
    retentionDays: 30,
    ...fields,
  };
}

interface MonitorOptions {
  sources?: Source[];
  sourceFiles?: string[];
  platformFiles?: string[];
  stage?: string;
  /** As `-c` gives it. */
  context?: Record<string, string>;
  outdir?: string;
}

/** With `outdir` the functions are bundled for real into it; without, their code is left out, which takes seconds off. */
export function monitorTemplate(options: MonitorOptions = {}): Template {
  return Template.fromStack(monitorStack(options));
}

/** The constructs before they become a template. */
export function monitorStack({
  sources = [sourceNamed('market')],
  sourceFiles = [],
  platformFiles = [],
  stage,
  context = {},
  outdir,
}: MonitorOptions = {}): MonitorStack {
  const noBundles = outdir === undefined ? { 'aws:cdk:bundling-stacks': [] } : {};
  const app = new App({
    context: { ...flags, ...noBundles, ...context, ...(stage !== undefined && { stage }) },
    ...(outdir !== undefined && { outdir }),
  });
  return new MonitorStack(app, 'Fencewatch', { sources, sourceFiles, platformFiles });
}

export interface Resource {
  id: string;
  // CloudFormation properties are as deep and as varied as AWS; the library types them the same way.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  properties: Record<string, any>;
  policy: string | undefined;
}

export function resourcesOf(template: Template, type: string): Resource[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id,
    properties: resource['Properties'] ?? {},
    policy: resource['DeletionPolicy'],
  }));
}

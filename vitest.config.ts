import { defineConfig } from 'vitest/config';

const node = 'node';

export default defineConfig({
  test: {
    projects: [
      // Some unit tests keep their work in an embedded DynamoDB; on a loaded machine that takes its time.
      {
        test: {
          name: 'unit',
          environment: node,
          include: ['test/{bench,shared,functions,local,rehearsal}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // Every source definition and every store keeps its contract; stores speak to an embedded DynamoDB.
      { test: { name: 'contract', environment: node, include: ['test/contract/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      // The real handlers on real queues, with the demo marketplace answering over HTTP.
      { test: { name: 'flow', environment: node, include: ['test/flow/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 } },
      // CDK_VALIDATION off: the offline CloudFormation validation takes seconds a template and `npm run synth` does it.
      {
        test: {
          name: 'infra',
          environment: node,
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 300_000,
          env: { CDK_VALIDATION: 'false' },
        },
      },
      { test: { name: 'browser', environment: node, include: ['test/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
    // Two cores: more workers only make the embedded services time out.
    maxWorkers: 2,
  },
});

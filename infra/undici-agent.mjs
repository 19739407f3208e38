// What bundles hold of undici. Its index also brings mocks, caches and a `fetch` of its own along: 263 kB that nothing here calls.

export { default as Agent } from '../node_modules/undici/lib/dispatcher/agent.js';

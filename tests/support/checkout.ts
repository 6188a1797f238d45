/** A checkout of its own, for a test that changes what is built: everybody else runs what stands in the one they are in. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = ['bin', 'src', 'tools', 'package.json', 'package-lock.json', 'tsconfig.json'];

export interface Checkout {
  folder: string;
  remove(): void;
}

/** Built before its sources were last changed, with the libraries of this one. */
export function staleCheckout(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'crier-checkout-'));
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist'));
  const built = join(folder, 'dist/.built');
  writeFileSync(built, '');
  utimesSync(built, 0, 0);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What browsers load: bundles and styles under names that change with their content. Built by tools/build.mjs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserFolderOf } from '../kit/own-module.ts';

export const browserFolder = fileURLToPath(browserFolderOf());

export type AssetName =
  | 'site'
  | 'banner'
  | 'alerts'
  | 'own-alerts'
  | 'desk'
  | 'desk-front'
  | 'editor'
  | 'translation'
  | 'entries'
  | 'site-style'
  | 'desk-style';

let manifest: Record<string, string> | undefined; // read once: the files are fixed while the process lives

/** The path of a bundle on this site. */
export function assetPath(name: AssetName): string {
  manifest ??= JSON.parse(readFileSync(`${browserFolder}manifest.json`, 'utf8')) as Record<string, string>;
  return `/assets/${manifest[name]}`;
}

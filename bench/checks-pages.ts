/** `npx tsx bench/checks-pages.ts`: counts what each check finds on clean copy, and writes the tables of docs/checks anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allChecks } from '../src/checks/all-checks.ts';
import { checkCopy } from '../src/checks/check-copy.ts';
import { readCopyPieces } from '../tests/support/copy-pieces.ts';
import { cleanSentences, newsStories, type Piece, wildItems } from './checks-copy.ts';
import { treebankTexts } from './treebanks.ts';

const WILD = 900; // items of real feeds
const HEAD = '| copy | pieces | words | findings |\n|---|---|---|---|\n';

const pageOf = (name: string) => fileURLToPath(new URL(`../docs/checks/${name}.md`, import.meta.url));
const number = (value: number) => value.toLocaleString('en');

const shut = treebankTexts().filter(({ isShut }) => isShut);
const sets: [string, Piece[]][] = [
  ['DEMETR references', cleanSentences('eng_sent')],
  ['DEMETR translations', cleanSentences('mt_sent')],
  ['PolNeAR news stories', newsStories()],
  ...(shut.length > 0 ? [[`treebanks, ${languagesOf(shut)}`, shut] as [string, Piece[]]] : []),
  ['our clean set', readCopyPieces().map(({ name, clean }) => ({ name, copy: clean }))],
  ['feeds as they are, unclean', await wildItems(WILD)],
];
const counted = sets.map(([name, pieces]) => ({ name, pieces: pieces.length, ...count(pieces) }));

for (const { name } of allChecks) {
  const page = pageOf(name);
  if (!existsSync(page)) continue;
  const rows = counted.map(
    ({ name: set, pieces, words, by }) =>
      `| ${set} | ${number(pieces)} | ${number(words)} | ${number(by[name] ?? 0)} |\n`,
  );
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(/\| copy \| pieces \|[^\n]*\n\|[-|]+\n(?:\|[^\n]*\n)*/u, HEAD + rows.join('')),
  );
}

function languagesOf(pieces: { language: string }[]): string {
  return [...new Set(pieces.map(({ language }) => language))].sort().join(' ');
}

function count(pieces: Piece[]) {
  const by: Record<string, number> = {};
  let words = 0;
  for (const { copy } of pieces) {
    words += copy.bodyText.split(/\s+/u).length;
    for (const { check } of checkCopy(copy)) by[check] = (by[check] ?? 0) + 1;
  }
  return { words, by };
}

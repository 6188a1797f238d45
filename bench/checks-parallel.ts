/**
 * The checks between original and translation on pairs that people translated: the parallel treebanks in the folder that
 * CRIER_BENCH_TREEBANKS names, each language into English. Every pair is sound, so whatever is told of counts. Of each two
 * documents one may be read while rules are written, the other is only counted: the same halves as in `treebanks.ts`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPair } from '../src/checks/bilingual/check-translation.ts';
import { isShutDocument } from './treebanks.ts';

interface ParallelFigures {
  language: string;
  pairs: number;
  told: number;
  byCheck: Record<string, number>;
}

/** A sentence's number is the same in every language; its first six signs are its document's. */
function sentencesIn(file: string): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const block of readFileSync(file, 'utf8').split(/\n\n+/u)) {
    const id = /^# sent_id = ([nw]\d{8})$/mu.exec(block)?.[1];
    const text = /^# text = (.+)$/mu.exec(block)?.[1];
    if (id && text) sentences.set(id, text);
  }
  return sentences;
}

/** One half of the pairs, by language. `tell` hears each finding of it. */
export function measureParallel(
  half: 'open' | 'shut',
  tell?: (id: string, language: string, source: string, target: string, found: string[]) => void,
): ParallelFigures[] {
  const folder = process.env.CRIER_BENCH_TREEBANKS;
  if (!folder) return [];
  const files = readdirSync(folder).filter((name) => /_pud-ud-test\.conllu$/u.test(name));
  const english = files.find((name) => name.startsWith('en_'));
  if (!english) return [];
  const targets = sentencesIn(join(folder, english));
  return files
    .filter((name) => name !== english)
    .map((name): ParallelFigures => {
      const language = name.split('_')[0] ?? '';
      const figures: ParallelFigures = { language, pairs: 0, told: 0, byCheck: {} };
      for (const [id, source] of sentencesIn(join(folder, name))) {
        const target = targets.get(id);
        if (!target || isShutDocument(id.slice(0, 6)) !== (half === 'shut')) continue;
        const found = checkPair({ source, target, from: language, to: 'en' });
        figures.pairs += 1;
        if (found.length === 0) continue;
        figures.told += 1;
        for (const check of new Set(found.map((each) => each.check)))
          figures.byCheck[check] = (figures.byCheck[check] ?? 0) + 1;
        tell?.(
          id,
          language,
          source,
          target,
          found.map(({ check, message }) => `${check}: ${message}`),
        );
      }
      return figures;
    });
}

/** `--read` prints each finding of the open half; `--shut` counts the other, and shows nothing of it. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isShut = process.argv.includes('--shut');
  const read = !isShut && process.argv.includes('--read');
  const figures = measureParallel(isShut ? 'shut' : 'open', (id, language, source, target, found) => {
    if (read) console.log(`\n${language} ${id}\n  ${source}\n  ${target}\n  ${found.join('\n  ')}`);
  });
  for (const { language, pairs, told, byCheck } of figures)
    console.log(language, pairs, told, `${((100 * told) / pairs).toFixed(1)} %`, JSON.stringify(byCheck));
}

/** Our own copy, clean and broken: read from tests/fixtures/copy, see its README. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Checkable, HouseRule } from '../../src/checks/check.ts';
import { storyKindIn } from '../../src/kit/story-kind.ts';

export interface Defect {
  /** The check that is to find it. */
  check: string;
  part: 'headline' | 'dek' | 'body';
  /** The span of what is wrong in the broken twin; nothing long where something was taken away. */
  start: number;
  end: number;
}

export interface CopyPiece {
  name: string;
  language: string;
  clean: Checkable;
  broken: Checkable;
  defects: Defect[];
}

const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url));

/**
 * Of `copy`, which rules are tuned to; of `copy-kinds`, other kinds of news; of `copy-figures`, sums; or of a `-shut` one, on which
 * they are only counted.
 */
export function readCopyPieces(
  set: 'copy' | 'copy-kinds' | 'copy-shut' | 'copy-figures' | 'copy-figures-shut' = 'copy',
): CopyPiece[] {
  const folder = `${fixtures}/${set}`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => piecesIn(readFileSync(`${folder}/${name}`, 'utf8'), name.replace('.txt', '')));
}

function piecesIn(text: string, language: string): CopyPiece[] {
  return text
    .split(/^=== /mu)
    .filter((block) => block.trim() !== '')
    .map((block) => pieceOf(block, language));
}

function pieceOf(block: string, fileLanguage: string): CopyPiece {
  const [name = '', ...lines] = block.trimEnd().split('\n');
  const heads: Record<string, string> = {};
  while (/^(?:headline|dek|published|house|language|kind): /u.test(lines[0] ?? '')) {
    const [, key = '', value = ''] = /^(\w+): (.*)$/u.exec(lines.shift() ?? '') ?? [];
    heads[key] = value;
  }
  const language = heads.language ?? fileLanguage;
  const parts = { headline: heads.headline ?? '', dek: heads.dek ?? '', body: lines.join('\n').trim() };
  const defects = Object.entries(parts).flatMap(([part, marked]) =>
    defectsIn(marked, part as Defect['part']),
  );
  const twin = (side: 0 | 1): Checkable => ({
    ...{
      headline: written(parts.headline, side),
      dek: written(parts.dek, side),
      bodyText: written(parts.body, side),
    },
    ...{ byline: '', pickedUp: false, credit: '', originalLink: null, hops: [], isBare: true, language },
    kind: storyKindIn(heads.kind) ?? undefined,
    publishedAt: heads.published ? Date.parse(`${heads.published}T12:00:00Z`) : undefined,
    houseStyle: houseIn(heads.house, language),
  });
  return { name, language, clean: twin(0), broken: twin(1), defects };
}

const mark = /\{\{([^|{}]*)\|([^|{}]*)\|([a-z-]+)\}\}/gu;

function written(marked: string, side: 0 | 1): string {
  return marked.replace(mark, (_all, clean: string, broken: string) => (side === 0 ? clean : broken));
}

function defectsIn(marked: string, part: Defect['part']): Defect[] {
  let shift = 0;
  return [...marked.matchAll(mark)].map((match) => {
    const [all, , broken = '', check = ''] = match;
    const start = match.index - shift;
    shift += all.length - broken.length;
    return { check, part, start, end: start + broken.length };
  });
}

function houseIn(line: string | undefined, language: string): HouseRule[] {
  const [avoid, write = ''] = line?.split(' > ') ?? [];
  return avoid === undefined ? [] : [{ avoid, write, language, exact: false }];
}

/** Clean pieces in house styles of many papers, and sentences of them in translation: read from tests/fixtures/house-styles, see its README. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface StyledPiece {
  name: string;
  language: string;
  text: string;
  /** Who says the words that begin so. */
  said: { speaker: string; words: string }[];
}

export interface SoundPair {
  name: string;
  from: string;
  to: string;
  source: string;
  target: string;
}

type HouseStyleSet = 'looked-at' | 'shut';

const folder = fileURLToPath(new URL('../fixtures/house-styles', import.meta.url));
const blocksOf = (file: string) =>
  readFileSync(`${folder}/${file}.txt`, 'utf8')
    .split(/^=== /mu)
    .filter((block) => block.trim() !== '');

export function readStyledPieces(set: HouseStyleSet): StyledPiece[] {
  return blocksOf(set).map((block) => {
    const [name = '', ...lines] = block.split('\n');
    const head = lines.slice(0, lines.indexOf(''));
    const values = (key: string) =>
      head.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
    return {
      name,
      language: values('language')[0] ?? '',
      text: `${lines
        .slice(head.length + 1)
        .join('\n')
        .trimEnd()}\n`,
      said: values('said').map((line) => {
        const [speaker = '', words = ''] = line.split(' | ');
        return { speaker, words };
      }),
    };
  });
}

export function readSoundPairs(set: HouseStyleSet): SoundPair[] {
  return blocksOf(`${set}-pairs`).map((block) => {
    const [name = '', languages = '', source = '', target = ''] = block.split('\n');
    const [from = '', to = ''] = languages.split(' ');
    return { name, from, to, source, target };
  });
}

/**
 * The quotation marks of languages, as newspapers set them: `q` has none of its own, the one who shows it writes them
 * (HTML LS 4.5.7). Mostly those of Unicode's CLDR; where the press differs from it (Arabic, Norwegian), the press.
 */

type Pair = readonly [string, string];
type Pairs = readonly [Pair, Pair];

const ENGLISH: Pairs = [['“', '”'], ['‘', '’']]; // biome-ignore format: a table
const LOW: Pairs = [['„', '“'], ['‚', '‘']]; // biome-ignore format: a table
const ANGLED: Pairs = [['«', '»'], ['“', '”']]; // biome-ignore format: a table
const ANGLED_LOW: Pairs = [['«', '»'], ['„', '“']]; // biome-ignore format: a table
const LOW_HIGH: Pairs = [['„', '”'], ['«', '»']]; // biome-ignore format: a table
const SAME: Pairs = [['”', '”'], ['’', '’']]; // biome-ignore format: a table
const CORNERS: Pairs = [['「', '」'], ['『', '』']]; // biome-ignore format: a table

const MARKS: [string, Pairs][] = [
  ['de cs sk sl et lt is bg mk hsb dsb lb', LOW],
  ['el es it ca pt-PT sq ar fa ps hy eu gl oc', ANGLED],
  ['ru uk be ka kk ky', ANGLED_LOW],
  ['pl ro', LOW_HIGH],
  ['hu', [['„', '”'], ['»', '«']]],
  ['hr bs sr', [['„', '“'], ['‘', '’']]],
  ['sv fi he', SAME],
  ['no nb nn', [['«', '»'], ['‘', '’']]],
  ['fr', [['«\u00a0', '\u00a0»'], ['“', '”']]],
  ['de-CH it-CH fr-CH', [['«', '»'], ['‹', '›']]],
  ['nl', [['‘', '’'], ['“', '”']]],
  ['ja zh-Hant zh-TW zh-HK', CORNERS],
]; // biome-ignore format: a table

const BY_TAG = new Map(
  MARKS.flatMap(([tags, pairs]) => tags.split(' ').map((tag) => [tag.toLowerCase(), pairs])),
);

/** The marks around a quotation, `depth` 0, and around one within it; English ones for a language not known. */
export function quotationMarks(language: string | null, depth: number): Pair {
  const tag = (language ?? '').toLowerCase().replaceAll('_', '-');
  const parts = tag.split('-');
  const pairs =
    BY_TAG.get(tag) ?? BY_TAG.get(parts.slice(0, 2).join('-')) ?? BY_TAG.get(parts[0] ?? '') ?? ENGLISH;
  return pairs[depth % 2 === 0 ? 0 : 1];
}

/** True of words that are in quotation marks already, by how they begin and how they end. */
export function isInMarks(first: string, last: string): boolean {
  return /^["“”„«»‘‚‹›「『]/u.test(first.trimStart()) && /["“”«»’‘‹›」』]$/u.test(last.trimEnd());
}

/** A name folded to a key under which its spellings in several scripts and transliterations meet. */

const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
};
const greek: Record<string, string> = {
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'i',
  φ: 'f',
  χ: 'h',
  ψ: 'ps',
  ω: 'o',
};
// Ways in which one sound is written in Latin letters; longer ones first.
const folds: [RegExp, string][] = [
  [/yy|iy|ij|yi|ii|y/g, 'i'],
  [/kh|ch(?=[aou])/g, 'h'],
  [/tch|tsch|ch/g, 'c'],
  [/sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/ph/g, 'f'],
  [/ck|q|c(?![ei])/g, 'k'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/x/g, 'ks'],
  [/th/g, 't'],
  [/gh/g, 'g'],
  [/ei|ai|ae|ie|ye|io|yo|jo/g, 'e'],
  [/iu|yu|ju/g, 'u'],
  [/ia|ya|ja/g, 'a'],
  [/mp|(?<=^)b/g, 'b'],
  [/(.)\1/g, '$1'],
];

/** Latin letters of a word in any of our scripts, lower case, marks taken off. */
export function latinOf(word: string): string {
  if (/^[a-z]+$/i.test(word)) return word.toLowerCase();
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let latin = '';
  for (const letter of plain
    .replace(/μπ/gu, 'b')
    .replace(/ντ/gu, 'd')
    .replace(/γκ/gu, 'g')
    .replace(/ου/gu, 'u')
    .replace(/[αε]υ/gu, (pair) => `${pair[0] === 'α' ? 'a' : 'e'}v`))
    latin += cyrillic[letter] ?? greek[letter] ?? (/[a-z]/.test(letter) ? letter : '');
  return latin;
}

/** The key by sound: the same for Zelensky, Zelenskyy and Zelenskiy. */
export function soundKey(word: string): string {
  return folds.reduce((key, [pattern, to]) => key.replace(pattern, to), latinOf(word));
}

/** Edit distance, given up beyond `most`. Words are short: names of a few dozen letters. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
    if (Math.min(...row) > most) return most + 1;
  }
  return row.at(-1) as number;
}

/** Whether two letters beside each other are turned round, and nothing else: Treloar and Trelaor. */
export function isTurnedRound(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    at + 1 < one.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/**
 * Whether a line begins as one of very many patterns does. V8 takes tens of milliseconds to compile a pattern of a thousand
 * alternatives that no capital is to matter to; here those of one letter are compiled when a line begins with it.
 */

/** Brackets and bars of a pattern's source that mean something there, each with how many brackets hold it. */
function* marksOf(source: string): Generator<{ sign: string; at: number; depth: number }> {
  let [depth, isClass] = [0, false];
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (sign === '\\') at += 1;
    else if (isClass) isClass = sign !== ']';
    else if (sign === '[') isClass = true;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (!isClass && /[()|]/.test(sign)) yield { sign, at, depth };
  }
}

/** The alternatives of a pattern's source, as they stand between bars that no bracket holds. */
export function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { sign, at, depth } of marksOf(source))
    if (sign === '|' && depth === 0) {
      found.push(source.slice(from, at));
      from = at + 1;
    }
  return [...found, source.slice(from)].filter((each) => each !== '');
}

const LETTER_FIRST = /^(\p{L})(?![?*{])/u;

/** The letters, in lower case, with which whatever the pattern matches begins; null where it may be any sign. */
function firstLetters(source: string): string[] | null {
  const letter = LETTER_FIRST.exec(source)?.[1];
  if (letter !== undefined) return [letter.toLowerCase()];
  const group = source.startsWith('(?:') ? endOfGroup(source) : -1;
  if (group < 0 || /^[?*{]/u.test(source.slice(group + 1))) return null;
  const inner = alternativesOf(source.slice(3, group)).map(firstLetters);
  return inner.every((letters) => letters !== null) ? inner.flat() : null;
}

function endOfGroup(source: string): number {
  for (const { sign, at, depth } of marksOf(source)) if (sign === ')' && depth === 0) return at;
  return -1;
}

/** `lead` is the source of what may stand before; case does not matter. What it says no to, no longer pattern of these begins. */
export function beginsLike(sources: readonly string[], lead: string): (line: string) => boolean {
  let byLetter: Map<string, string[]> | undefined;
  const compiled = new Map<string, RegExp>();
  const isLike = (key: string, line: string) => {
    const list = byLetter?.get(key);
    if (!list) return false;
    const pattern = compiled.get(key) ?? new RegExp(`^${lead}(?:${list.join('|')})`, 'iu');
    compiled.set(key, pattern);
    return pattern.test(line);
  };
  return (line) => {
    byLetter ??= sorted(sources.flatMap(alternativesOf));
    const letter = /\p{L}/u.exec(line)?.[0].toLowerCase() ?? ANY;
    return (letter !== ANY && isLike(letter, line)) || isLike(ANY, line);
  };
}

const ANY = '';

function sorted(alternatives: readonly string[]): Map<string, string[]> {
  const byLetter = new Map<string, string[]>();
  for (const each of alternatives)
    for (const letter of new Set(firstLetters(each) ?? [ANY])) {
      const list = byLetter.get(letter) ?? [];
      list.push(each);
      byLetter.set(letter, list);
    }
  return byLetter;
}

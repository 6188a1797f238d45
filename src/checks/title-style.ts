/** Case and titles that change within a piece: NATO and Nato, headings in two styles. */

import { eachOnce } from '../kit/once.ts';
import { byLanguage } from '../language/languages.ts';
import { bodyCapitals } from './body-capitals.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import { spanAt, type Word } from './words.ts';

export const caseChanges: Check = {
  name: 'case-changes',
  says: 'A name or an abbreviation is written in two cases.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'it'],
  isOn: true,
  find: ({ body }) => [...acronymsIn(body), ...titlesIn(body), ...bodyCapitals(body)],
};

const tell = { check: 'case-changes', severity: 'minor' } as const;

/** NATO here, Nato there; a shout in capitals is not meant, nor are roman numerals. */
function acronymsIn(body: TextReading): Finding[] {
  if (!/\p{Lu}{3}/u.test(body.text)) return [];
  const capitals = new Map<string, number>();
  for (const { text } of body.words)
    if (/^\p{Lu}{3,7}$/u.test(text)) capitals.set(text, (capitals.get(text) ?? 0) + 1);
  if (capitals.size === 0) return [];
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const calm = new Set(
    body.words.filter(({ text }, at) => capitals.has(text) && isCalm(body, at)).map(({ text }) => text),
  );
  for (const [index, word] of body.words.entries()) {
    const upper = word.text.toUpperCase();
    if (
      !/^\p{Lu}\p{Ll}{2,6}$/u.test(word.text) ||
      !capitals.has(upper) ||
      seen.has(upper) ||
      !/\p{Ll}/u.test(word.text)
    )
      continue;
    if (!calm.has(upper) || !isName(body, index)) continue;
    seen.add(upper);
    findings.push(
      body.finding(word, {
        ...tell,
        because: reason('hereAndElsewhere', { here: word.text, elsewhere: upper }),
        suggestion: upper,
      }),
    );
  }
  return findings;
}

/** In mid-sentence and alone, not part of a longer name. */
function isName(body: TextReading, index: number): boolean {
  const [before, word, next] = [body.words[index - 1], body.words[index], body.words[index + 1]];
  if (word && next && /^\p{Lu}/u.test(next.text) && body.text.slice(word.end, next.start) === ' ')
    return false; // a name of its own
  if (
    !before ||
    !word ||
    !/^[ \u00a0]$/u.test(body.text.slice(before.end, word.start)) ||
    /^\p{Lu}/u.test(before.text)
  )
    return false;
  return true;
}

/** In prose: not in a run of capitals, and neither the label of a speaker nor the place of a dateline. */
function isCalm(body: TextReading, at: number): boolean {
  const word = body.words[at];
  if (!word || isLabel(body.text, word)) return false;
  const near = [body.words[at - 2], body.words[at - 1], body.words[at + 1], body.words[at + 2]].filter(
    (word) => word !== undefined,
  );
  return (
    near.length > 1 &&
    near.every(({ text }) => !/^\p{Lu}{2,}$/u.test(text)) &&
    near.some(({ text }) => /^\p{Ll}/u.test(text))
  );
}

function isLabel(text: string, { start, end }: Word): boolean {
  const isHead = start === 0 || /\n\s*[(["“«]?$/u.test(text.slice(Math.max(0, start - 3), start));
  return isHead || /^\s?(?::|\([^()\n]{1,40}\):)/u.test(text.slice(end, end + 45));
}

/** Posts that stand before a name. German writes every one with a capital. */
const titles = byLanguage('titles');
const beforeName = eachOnce(
  titles,
  (posts) => new RegExp(`(?<![\\p{L}\\p{N}’'-])(${posts}) (\\p{Lu}[\\p{L}’'-]+)`, 'giu'),
);

/** "President Leontis" and "president Leontis"; at the head of a sentence, or behind a mark, every word has a capital. */
function titlesIn(body: TextReading): Finding[] {
  const pattern = beforeName[body.language];
  if (!pattern) return [];
  const forms = new Map<string, { upper: string | null; lower: { start: number; end: number }[] }>();
  for (const match of body.matches(pattern)) {
    const [, word = '', name = ''] = match;
    if (!/^\p{Lu}\p{Ll}/u.test(name) || /^\p{Lu}{2}/u.test(word) || opensAt(body, match.index)) continue;
    const key = `${word.toLowerCase().slice(0, 5)} ${body.language === 'en' ? name : name.slice(0, 5)}`;
    const known = forms.get(key) ?? { upper: null, lower: [] };
    if (/^\p{Lu}/u.test(word)) known.upper ??= `${word} ${name}`;
    else known.lower.push({ start: match.index, end: match.index + word.length });
    forms.set(key, known);
  }
  return [...forms.values()].flatMap(({ upper, lower }) => {
    const [span] = lower;
    if (upper === null || !span) return [];
    const title = body.slice(span);
    const because = reason('hereAndElsewhere', { here: title, elsewhere: upper });
    const suggestion = `${title[0]?.toLocaleUpperCase()}${title.slice(1)}`;
    return [body.finding(span, { ...tell, because, suggestion })];
  });
}

function opensAt(body: TextReading, at: number): boolean {
  return (
    spanAt(body.sentences, at)?.start === at ||
    /(?:^|[\n:“«"„•–—-]\s?)$/u.test(body.text.slice(Math.max(0, at - 2), at))
  );
}

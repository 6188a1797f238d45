/** Opposites: before for after, rose for fell, north for south. Only where one side has one of a pair and the other only its opposite. */
import { type Opposites, opposites } from './opposite-words.ts';
import { type Pair, type PairCheck, type PairFinding, type Span, unspaced } from './translation.ts';

export const oppositeCheck: PairCheck = {
  name: 'translation-opposite',
  says: 'The translation says the opposite: after for before, fell for rose.',
  knows: (from, to) => from !== to && opposites.some((pair) => from in pair && to in pair),
  find: findOpposites,
};

function findOpposites({ source, target, from, to }: Pair): PairFinding[] {
  const findings: PairFinding[] = [];
  for (const pair of opposites) {
    const [there, here] = [pair[from], pair[to]];
    if (!there || !here) continue;
    const was = sidesIn(source, there, from);
    const is = sidesIn(target, here, to);
    const turned =
      (was.one && !was.other && is.other && !is.one) || (was.other && !was.one && is.one && !is.other);
    const now = is.one ?? is.other;
    const before = was.one ?? was.other;
    if (!turned || !now || !before) continue;
    findings.push({
      check: oppositeCheck.name,
      severity: 'major',
      message: `The original says “${source.slice(before.start, before.end)}”, the translation “${target.slice(now.start, now.end)}”.`,
      target: now,
      source: before,
    });
  }
  return findings;
}

function sidesIn(
  text: string,
  [one, other]: Opposites[string],
  language: string,
): { one: Span | null; other: Span | null } {
  return { one: find(text, one, language), other: find(text, other, language) };
}

function find(text: string, words: string, language: string): Span | null {
  const lower = text.toLowerCase();
  if (unspaced.has(language)) {
    for (const word of words.split(' ')) {
      const at = lower.indexOf(word);
      if (at >= 0) return { start: at, end: at + word.length };
    }
    return null;
  }
  const list = words.split(' ');
  for (const word of lower.matchAll(/[\p{L}\p{M}]+/gu)) {
    const forms = language === 'ar' ? [word[0], word[0].replace(/^[وفبلك]?(?:ال)?/, '')] : [word[0]];
    const hit = list.some((each) =>
      forms.some((form) => (each.endsWith('*') ? form.startsWith(each.slice(0, -1)) : form === each)),
    );
    if (hit) return { start: word.index, end: word.index + word[0].length };
  }
  return null;
}

/** A body that is spoken of as a man or a woman: the party said she would. Translation carries a gender over from elsewhere. */

import { eachOnce } from '../kit/once.ts';
import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { Reading } from './reading.ts';

const bodies = byLanguage('bodyGender');

const compiled = eachOnce(bodies, ({ patterns, across = [], person }) => ({
  across: across.map((pattern) => new RegExp(`(?<=^|\\n|[.!?] )${pattern}`, 'giu')),
  patterns: patterns.map((pattern) => new RegExp(`(?<![\\p{L}\\p{M}’'-])${pattern}`, 'giu')),
  person: new RegExp(`(?<![\\p{L}\\p{M}-])(?:${person})(?![\\p{L}\\p{M}])`, 'iu'),
}));

export const bodyGender: Check = {
  name: 'body-gender',
  says: 'A body is spoken of as if it were a man or a woman.',
  languages: Object.keys(bodies),
  isOn: true,
  find: genderIn,
};

const LOOK_BACK = 700; // units in which somebody may have been named whom the pronoun means

function genderIn({ body, headline, dek, language }: Reading): Finding[] {
  const known = compiled[language];
  if (!known) return [];
  const above = `${headline.text} ${dek.text}`;
  return [...known.patterns, ...known.across].flatMap((pattern) =>
    [...body.text.matchAll(pattern)].flatMap((match): Finding[] => {
      const before = `${above}\n${body.text.slice(Math.max(0, match.index - LOOK_BACK), match.index)}\n${match.groups?.between ?? ''}`;
      if (body.isQuoted(match.index) || known.person.test(before) || namesSomeone(before)) return [];
      const pronoun = (match.groups?.pronoun ?? match[1] ?? '').trim();
      const start = match.index + match[0].lastIndexOf(pronoun);
      const because = reason('genderOfBody', { word: pronoun });
      const at = { start, end: start + pronoun.length };
      return [body.finding(at, { check: 'body-gender', severity: 'minor', because })];
    }),
  );
}

/** Two capitalised words side by side are taken for a person's name. */
function namesSomeone(text: string): boolean {
  return /\p{Lu}[\p{Ll}’'-]+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+/u.test(text);
}

/** One public body named three ways: Health Ministry, Ministry of Health, Department of Health. */

import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const heads =
  'Ministry|Department|Office|Directorate|Agency|Authority|Commission|Bureau|Secretariat|Board|Service|Committee|Council';
const topic =
  '(?<!\\p{L})(?!The )\\p{Lu}\\p{L}{1,30}(?!\\p{L})(?:(?:,? and| &|,)? \\p{Lu}\\p{L}{1,30}(?!\\p{L})){0,2}';
const pattern = new RegExp(
  `(?<of>(?:${heads}) (?:of|for) (?:the )?(?<topic>${topic}))|(?<topic2>${topic}) (?<head2>${heads})(?!\\p{L}| of | for )`,
  'gu',
);

export const bodyNamedThrice: Check = {
  name: 'body-named-thrice',
  says: 'One public body is named in three ways.',
  languages: ['en'],
  isOn: true,
  find: ({ body }) => bodiesIn(body),
};

const anyHead = new RegExp(heads, 'u');

function bodiesIn(body: TextReading): Finding[] {
  if (!anyHead.test(body.text)) return [];
  const forms = new Map<string, Map<string, { start: number; end: number }>>();
  for (const match of body.text.matchAll(pattern)) {
    const words = (match.groups?.topic ?? match.groups?.topic2 ?? '').replace(/^The /u, '');
    const key = words
      .toLowerCase()
      .replace(/,|\band\b|&/g, ' ')
      .split(/\s+/u)
      .sort()
      .join(' ');
    const known = forms.get(key) ?? new Map();
    const form = match[0].replace(/^The /u, '');
    if (!known.has(form))
      known.set(form, {
        start: match.index + match[0].length - form.length,
        end: match.index + match[0].length,
      });
    forms.set(key, known);
  }
  return [...forms.values()].flatMap((known) => {
    const [first, , third] = [...known.entries()];
    if (!first || !third) return [];
    return [
      body.finding(third[1], {
        check: 'body-named-thrice',
        severity: 'minor',
        because: reason('oneBodyManyNames', { names: [...known.keys()] }),
        suggestion: first[0],
      }),
    ];
  });
}

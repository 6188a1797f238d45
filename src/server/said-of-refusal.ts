/** What the page of a refusal says: to readers in the words of their catalog, to whoever works here in the verb's own. */
import { STATUS_CODES } from 'node:http';
import type { Refusal, RefusalCode } from '../kit/refusal.ts';
import type { Words } from '../views/words/catalog.ts';

interface Said {
  title: string;
  words: string;
  fields: Record<string, string>;
}

const deskTitles: Partial<Record<RefusalCode, string>> = {
  'not-found': 'There is nothing here',
  'form-expired': 'This form is out of date',
  'disk-full': 'Nothing was saved',
  'role-needed': 'Not for your role',
  'too-many-tries': 'Too many tries',
  'store-away': 'One moment',
};

/** What readers can be refused, by the one of their catalogs; what has no line here is said as the verb says it. */
const readersWords: Partial<Record<RefusalCode, (words: Words) => { title: string; say: string }>> = {
  'not-found': ({ lost }) => lost,
  'story-killed': ({ gone }) => gone,
  'too-many-tries': ({ trouble }) => trouble.tooMany,
  'disk-full': ({ trouble }) => trouble.full,
  'store-away': ({ trouble }) => trouble.away,
  'too-large': ({ trouble }) => ({ title: trouble.no, say: trouble.tooLarge }),
  'form-incomplete': ({ trouble }) => ({ title: trouble.no, say: trouble.unread }),
  'form-expired': ({ trouble }) => ({ title: trouble.no, say: trouble.expired }),
  'other-site': ({ trouble }) => ({ title: trouble.no, say: trouble.otherSite }),
};

/** `words` is null at the desk. What a form lacks is shown to those who have no form to be shown it at. */
export function saidOf(refusal: Refusal, words: Words | null): Said {
  const said = words && readersWords[refusal.code]?.(words);
  if (said) return { title: said.title, words: said.say, fields: {} };
  const title = words?.trouble.no ?? deskTitles[refusal.code] ?? STATUS_CODES[refusal.status] ?? 'No';
  return { title, words: refusal.words, fields: refusal.fields };
}

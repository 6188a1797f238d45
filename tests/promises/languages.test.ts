/** Promise: a language that pages are written in is one that alerts are written in too. */
import { expect, test } from 'vitest';
import { actionWords } from '../../src/alerts/action-words.ts';
import { alertWords } from '../../src/alerts/alert-words.ts';
import { gatheredWords } from '../../src/alerts/sending/gathered-words.ts';
import { catalogs } from '../../src/views/words/words.ts';

test.each(Object.keys(catalogs))(
  'in %s an alert, its buttons and several alerts in one have words',
  (language) => {
    for (const words of [alertWords, actionWords, gatheredWords])
      expect(words(language), words.name).not.toBe(words('en'));
  },
);

/** The newsroom's own list of words that ask for care. It holds nothing until the desk writes something in it. */

import { type Actor, findFact, type Newsroom, recordAct, setFact } from '../newsroom.ts';
import { readWords } from '../store/json-column.ts';

const FACT = 'replies-banned-words';
const MOST_WORDS = 2_000; // more is a dictionary, which catches place names and surnames

/** As they were written, one word or phrase each. */
export async function bannedWordsOf(newsroom: Newsroom): Promise<string[]> {
  const value = await findFact(newsroom.store, FACT);
  return value === null ? [] : readWords('newsroom_facts.value', FACT, value);
}

/** A reply with one of them is held with a note, as every reply is held; it is never turned away for it. */
export async function setBannedWords(
  newsroom: Newsroom,
  given: { words: string[]; by: Actor },
): Promise<void> {
  const words = given.words.map((word) => word.normalize('NFC').trim()).filter((word) => word !== '');
  const value = JSON.stringify([...new Set(words)].slice(0, MOST_WORDS));
  await newsroom.transact(async (inner) => {
    await setFact(inner.store, FACT, value);
    const facts = { count: words.length };
    const by = given.by;
    await recordAct(inner, {
      by,
      act: 'change banned words',
      subjectKind: 'masthead',
      subjectId: 'masthead',
      facts,
    });
  });
}

/** What is asked for again and again is made once: answers of late, by what was asked. */
import { createHash } from 'node:crypto';

/** Makes what a word always comes to once, and keeps the answers of late: for what is read again and again in all copy. */
export function remember<T>(make: (word: string) => T, most: number): (word: string) => T {
  const made = new Map<string, { it: T }>();
  return (word) => {
    const known = made.get(word);
    if (known) return known.it;
    if (made.size >= most) made.clear();
    const it = make(word);
    made.set(word, { it });
    return it;
  };
}

/**
 * Gives the answers of late again to whoever asks the very same: for work over a whole copy, which a save, its gate and every
 * page that is open ask for in turn. `make` depends on nothing but what it is handed, and nobody changes its answers.
 */
export function rememberAsked<Asked, Answer>(
  make: (asked: Asked) => Answer,
  most: number,
): (asked: Asked) => Answer {
  const made = new Map<string, { answer: Answer }>(); // in the order of last use: the first is the one to let go
  return (asked) => {
    const key = createHash('sha256').update(JSON.stringify(asked)).digest('base64');
    const known = made.get(key) ?? { answer: make(asked) };
    made.delete(key);
    made.set(key, known);
    const [oldest] = made.keys();
    if (made.size > most && oldest !== undefined) made.delete(oldest);
    return known.answer;
  };
}

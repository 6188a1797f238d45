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

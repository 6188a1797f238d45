/** SQLite's list of the words that the index has: what begins so is a range of it. It keeps nothing itself. PostgreSQL has none. */
export const lookupWordsText = {
  sqlite: 'create virtual table lookup_words using fts5vocab (lookup, row)',
  postgres: '',
};

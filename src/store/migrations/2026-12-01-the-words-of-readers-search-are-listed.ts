/** SQLite's list of the words that readers' search has, as of the desk's. It keeps nothing itself. PostgreSQL has none. */
export const morgueListText = {
  sqlite: 'create virtual table morgue_words using fts5vocab (morgue, row)',
  postgres: '',
};

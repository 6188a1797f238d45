/** What the doctor says of one thing: how it is, and where it is not well, the mend. */

export interface Diagnosis {
  /** What was looked at. */
  about: string;
  /** 'unsure': it may be meant so, or could not be found out. */
  state: 'good' | 'unsure' | 'bad';
  words: string;
  mend?: string;
}

export const good = (about: string, words: string): Diagnosis => ({ about, state: 'good', words });
export const unsure = (about: string, words: string, mend: string): Diagnosis => ({
  about,
  state: 'unsure',
  words,
  mend,
});
export const bad = (about: string, words: string, mend: string): Diagnosis => ({
  about,
  state: 'bad',
  words,
  mend,
});

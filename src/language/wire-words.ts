/** What the wire knows of the news of a language, and of the websites that are written in it. */

export interface WireWords {
  /**
   * What news is made of: a word of each kind of happening and of the things it happens to, by the kind's English name. A star
   * ends a stem that any ending may follow, two stars stand for any part of a word. Words with capitals are looked for as written.
   */
  news?: string;
  /** Whole lines that are a website's own: buttons, prompts, notices. Alternatives of a regular expression, in lower case. */
  furnitureLines?: string;
}

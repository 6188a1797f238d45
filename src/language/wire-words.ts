/** What the wire knows of the news of a language, and of the websites that are written in it. */

/**
 * How websites speak of themselves in the middle of copy. Alternatives of a regular expression, in lower case; each begins a
 * short block (`kit/furniture-words.ts` says how each is used).
 */
export interface FurnitureWords {
  /** Where a reader is sent to follow a source: only together with `asks`. */
  places?: string;
  /** To ask a reader to subscribe or follow; only together with `places`. */
  asks?: string;
  /** The same, alone in its block. */
  subscribe?: string;
  /** Share this, alone in its block. */
  share?: string;
  /** Share, before the names of networks. */
  shareOn?: string;
  comments?: string;
  readAlso?: string;
  /** What a feed adds under a story. */
  feedLine?: string;
  /** Before a colon or a bar, and a name. */
  credit?: string;
  rights?: string;
  advertisement?: string;
}

export interface WireWords {
  furniture?: FurnitureWords;
  /**
   * What news is made of: a word of each kind of happening and of the things it happens to, by the kind's English name. A star
   * ends a stem that any ending may follow, two stars stand for any part of a word. Words with capitals are looked for as written.
   */
  news?: string;
  /** Whole lines that are a website's own: buttons, prompts, notices. Alternatives of a regular expression, in lower case. */
  furnitureLines?: string;
}

/** How somebody says something in a language, to whom, and through whom it came. Words in lower case, forms as newspapers use them. */

export interface CueTable {
  /** Verb forms of saying, helping words included; `*` at the end stands for any ending, `_` for a space. */
  verbs: string;
  /** Verbs that lead to a quotation as a name for something: ‘X called it “…”’. */
  naming: string;
  /** Words that open what is said. */
  opens: string;
  /** ‘according to’, before who says it. */
  according: string;
  /** The same after who says it. */
  accordingAfter?: string;
  /** Helping words that may stand between a subject and its verb. */
  between: string;
  /** Words with which a phrase after the verb ends: prepositions of place and time, days. */
  stops: string;
  /** Articles, and what joins the words of one name or post. */
  joins: string;
  /** Verbs for which what follows after a comma is what was said, without an opening word. */
  bareComma?: true;
  /** A statement may have no subject of its own: then it is the last speaker's. */
  dropsSubject?: true;
  /** A word before the verb with which it says nothing, but after a quotation: ‘un incendio se declaró’. */
  unlessAfter?: string;
}

export interface HearerTable {
  /** Right before who was told: a preposition, or the article in its case. */
  before: string;
  /** Words for an outlet that may stand before its name. */
  outlets: string;
  /** Whole phrases for people who were told and are no party: reporters, the press. */
  people: string;
  /** Whether who was told may stand without a mark, as indeclinable names do. */
  unmarked?: true;
  /** Whether a name after `before` must be an outlet's own: where the article may as well be a genitive. */
  onlyKnown?: true;
}

export interface HopTable {
  /** The party heard the speaker: ‘told’, ‘in an interview with’. */
  told: string;
  /** The party has it from the next one: ‘citing’. What stands after it was there before. */
  citing: string;
  /** The party passed it on: ‘as carried by’. */
  carried: string;
  /** The party stands before these: ‘, Reuters reported’. */
  carriedAfter?: string;
  translated: string;
  /** Somebody who is not named: ‘reportedly’. */
  unknown: string;
}

/** Pronouns that may stand for a speaker, by language: whom they can mean. */
export type PronounGender = 'm' | 'f' | 'any' | 'none';

export interface SayingWords {
  /** Absent for English, which has a grammar of its own in sourcing. */
  cues?: CueTable;
  hearers?: HearerTable;
  hops?: HopTable;
  /** Pronouns that may stand for a speaker: whom they can mean. */
  pronouns?: Record<string, PronounGender>;
}

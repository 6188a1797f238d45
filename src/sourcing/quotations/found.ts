/** What the quotation finder finds: statements, speakers and hops, as suggestions for an editor. */
import type { Span } from '../../kit/paragraphs.ts';
import type { HopAct } from '../hops.ts';
import type { Form } from '../statement.ts';

/** A hop as the copy names it. */
export interface FoundHop {
  party: string;
  act: HopAct;
  url: string | null;
}

export interface FoundStatement {
  form: Form;
  /** What is said, where it stands: UTF-16 offsets, quotation marks not included; several when the cue stands between. */
  content: Span[];
  /** The same as text, its parts joined by a space. */
  said: string;
  /** The words that say that it is said: ‘told’, ‘according to’; empty where only marks do. */
  cue: string;
  cueAt: Span | null;
  /** The canonical name of who says it, as it stands in `speakers`; null where nobody is named. */
  speaker: string | null;
  /** Where the copy names the speaker at this place; it may be a pronoun or a title. */
  speakerAt: Span | null;
  /** What the copy says of the way to us, from the speaker's end. */
  hops: FoundHop[];
  /** 0 to 1: how sure the finder is that all of it is right. Damaged marks and guessed pronouns lower it. */
  confidence: number;
}

export interface FoundSpeaker {
  /** The fullest name in the text. */
  name: string;
  /** The other forms in which the text names them. */
  variants: string[];
  /** Posts and descriptions that the text gives. */
  roles: string[];
}

export interface FoundQuotation {
  /** In the order of the text. */
  statements: FoundStatement[];
  speakers: FoundSpeaker[];
  /** Every party on the way that the copy names, each once. */
  hops: FoundHop[];
}

/** A statement before its speaker has a name: what the rules of one language give. */
export interface RawStatement {
  content: Span[];
  cue: Span | null;
  source: Span | null;
  confidence: number;
  /** Whether a sentence that is nothing but a quotation, next to it, goes on with it. */
  quoted: boolean;
  /** Set where a dash rather than marks says that it is speech. */
  form?: Form;
  /** Whether a verb without a subject means the last speaker. */
  implied?: boolean;
  /** Whom the sentence before is about, where it names somebody and nobody speaks in it: who a pronoun or no subject means. */
  before?: Span | null;
}

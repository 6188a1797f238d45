/** What a story of the cast is: plain data, which seeding turns into real stories by the newsroom's own verbs. */
import type { StoryKind } from '../../kit/story-kind.ts';
import type { HopAct } from '../../sourcing/hops.ts';
import type { Form, Standing } from '../../sourcing/statement.ts';
import type { AlertLevel } from '../../stories/story.ts';
import type { SectionName, SourceKey, StaffKey } from './cast.ts';
import type { DrawingName } from './drawings.ts';

/**
 * Texts may hold days by their distance from the story's publication, so that the paper is always of today:
 * `{day:-2}` 'Tuesday' as it stands in a sentence of that language, `{date:0}` '19 November 2026'.
 */
export interface CastStory {
  key: string;
  language: string;
  section: SectionName;
  /** Plain news where none is named. */
  kind?: StoryKind;
  topics?: string[];
  headline: string;
  dek: string;
  byline: string;
  dateline?: string;
  /** Paragraphs with an empty line between, and the marks of kit/copy-text.ts. */
  body: string;
  by: StaffKey;
  /** The source it was picked up from, and its own report there. */
  source?: SourceKey;
  original?: { headline: string; text: string };
  hops?: CastHop[];
  statements?: CastStatement[];
  alertLevel?: AlertLevel;
  drawing?: DrawingName;
  /** Minutes before now at which it was published; for a draft, at which it was begun. */
  ago: number;
  corrections?: CastCorrection[];
  replies?: CastReply[];
  repliesClosed?: boolean;
  /** Its edition in another language, out at the same time: read, as every translation is. */
  translation?: CastTranslation;
  /** How it ended, where not published and left so. */
  fate?: { killed: string; after: number } | { scheduledIn: number } | 'draft';
}

export interface CastHop {
  party: string;
  act: HopAct;
  language?: string;
  /** The source's own report, at its link. */
  source?: SourceKey;
  /** Minutes before publication. */
  before?: number;
}

export interface CastStatement {
  speaker: string;
  role?: string;
  form: Form;
  words: string;
  occasion: string;
  /** Who passed it on to us; nobody when we heard it ourselves. */
  through?: CastHop[];
  standing: Standing;
  note?: string;
  original?: { words: string; language: string };
}

export interface CastTranslation {
  language: string;
  /** The original's where they are not given. */
  byline?: string;
  dateline?: string;
  /** The sentences of headline, dek and body in their order, one for one. */
  sentences: string[];
  statements: CastStatement[];
  readBy: StaffKey;
  /** What readers say is wrong in it, and nobody has weighed yet. */
  objections?: CastObjection[];
}

export interface CastObjection {
  /** The sentence of the translation. */
  about: string;
  reason: string;
  better: string;
  /** Minutes after publication. */
  after: number;
}

export interface CastCorrection {
  /** Minutes after publication. */
  after: number;
  notice: string;
  /** What stood there, and what stands there now. */
  changes: [was: string, is: string][];
}

export interface CastReply {
  name: string;
  text: string;
  /** Minutes after publication. */
  after: number;
  verdict: 'approved' | 'held' | 'rejected';
  /** The desk's answer to it. */
  answer?: { by: StaffKey; text: string; after: number };
}

/** What the editor's page and its parts are given, and what they all ask of it. */
import type { FlashCheck } from '../../alerts/alert-check.ts';
import type { AlertText } from '../../alerts/alert-text.ts';
import type { DraftText } from '../../alerts/compose.ts';
import type { AlertLine } from '../../alerts/sending/progress.ts';
import type { Finding } from '../../checks/check.ts';
import type { PlanItem } from '../../planning/read-plan.ts';
import type { RemarkThread } from '../../remarks/remarks.ts';
import type { Statement } from '../../sourcing/statement.ts';
import type { Suggestion } from '../../sourcing/suggestions.ts';
import type { Role } from '../../staff/roles.ts';
import type { DeskEdition, DeskStory } from '../../stories/desk-read.ts';
import type { WaitingEdition } from '../../stories/gate.ts';
import type { LockState } from '../../stories/lock.ts';
import { asksForEditor } from '../../stories/may-change.ts';
import type { Section } from '../../stories/sections.ts';
import type { Copy, Obstacle } from '../../stories/story.ts';
import type { DeskTies } from '../../stories/ties.ts';
import type { WireNotice } from '../../wire/notices/notices.ts';
import type { suggestedLevel } from '../../wire/reading/agency-copy.ts';
import type { DeskFrame } from '../views/desk-layout.tsx';
import type { WordRun } from '../views/word-diff.ts';
import { dayAndTime, type PageTime } from '../views/words.ts';
import type { WireProps } from '../wire/wire-pane.tsx';
import { embargoWords } from './embargo-words.ts';

/** What an editor typed, as the form has it. */
export interface StoryForm extends Copy {
  /** The body as somebody without script typed it, see kit/copy-text.ts; null where it stands as `bodyHtml` has it. */
  bodyText: string | null;
  slug: string;
  sectionId: string;
  topics: string;
  alertLevel: string;
  repliesOpen: boolean;
  kind: string;
  override: string;
  publishAt: string;
  /** Under embargo until then; empty for none. */
  holdUntil: string;
  notice: string;
  /** What a flash asks for. */
  flashWord: string;
  /** The alert's own words, by edition; only what the form had. */
  alertTexts: Record<string, AlertText>;
}

/** The alert of the story, for whoever looks. */
export interface AlertAtDesk {
  texts: DraftText[];
  /** Newest first. */
  told: AlertLine[];
  /** What a flash of this person's would wait for. */
  flashCheck: FlashCheck | null;
  staff: { id: string; role: Role };
  /** Whether the role writes alerts. */
  mayAsk: boolean;
  /** The host of the site, as devices show it. */
  site: string;
}

/** The words of an edition's copy that a publication changes, with a few around them. */
export interface CopyChange {
  language: string;
  /** Empty where no word changes: another picture, or how words look. */
  changed: WordRun[];
}

export interface StoryPageProps {
  frame: DeskFrame;
  wire: WireProps;
  story: DeskStory;
  edition: DeskEdition;
  typed: StoryForm;
  /** The take the copy goes on from. */
  basedOn: string;
  obstacles: Obstacle[];
  /** Editions that stay at the desk when the others go out. */
  waiting: WaitingEdition[];
  /** What the checks found in the saved copy, worst first. */
  findings: Finding[];
  /** How many findings were dismissed, here or for the paper. */
  dismissed: number;
  /** Checks that have no rule for the language. */
  silent: string[];
  sections: Section[];
  topicNames: string[];
  speakerNames: string[];
  statements: Statement[];
  /** What the desk says of it among itself, newest first. */
  remarks: RemarkThread[];
  /** Headline, dek and the sentences of the body, as the take has them: where a remark may stand; none where it is not whole. */
  sentences: string[];
  /** As what it was planned; null where nobody did. */
  plan: PlanItem | null;
  /** What else the copy seems to say that somebody says; unconfirmed. */
  suggestions: Suggestion[];
  /** What it is to other stories, and they to it. */
  ties: DeskTies;
  alert: AlertAtDesk;
  /** What of the copy is other than readers have it, by edition. */
  copyChanges: CopyChange[];
  /** Those whose words are no longer in the copy. */
  lost: ReadonlySet<string>;
  lock: LockState;
  /** What the source did to the item since, that nobody has dealt with or that was dealt with. */
  notices: WireNotice[];
  /** What was typed was refused: it stays in its fields, whoever holds the story. */
  isSentBack: boolean;
  /** The level that the headline of its item speaks of, by the word that stands before it. */
  wireLevel: ReturnType<typeof suggestedLevel>;
  /** Whether the one who looks may publish. */
  mayPublish: boolean;
  /** With all that stands in folds: see fold.tsx. */
  whole: boolean;
  /** The page's own address. */
  at: string;
  /** What was just done, in words. */
  done?: string | undefined;
  /** Whether it was done beside the copy, where it is said then. */
  isBeside: boolean;
  /** A remark that was refused stays in its field. */
  typedRemark?: TypedRemark | undefined;
  /** What was typed in the form of a part that was refused, by the names of its fields. */
  sentPart: Record<string, string>;
  /** Why the last act was refused, and the words beside its fields. */
  refused?: { words: string; fields: Record<string, string> } | undefined;
  when: PageTime;
}

/** What the parts of the page that follow others are made of: see live-part.tsx. */
export type StoryPartProps = Omit<
  StoryPageProps,
  'wire' | 'alert' | 'wireLevel' | 'sections' | 'topicNames' | 'speakerNames' | 'ties' | 'plan' | 'at'
>;

/** The one form of the copy; fields and buttons anywhere on the page belong to it by this id. */
export const COPY_FORM = 'copy-form';

type Looked = Pick<StoryPageProps, 'story' | 'lock' | 'isSentBack' | 'mayPublish'>;

/** Whether the copy can be written in: the story is alive, nobody else has it, and it is not an editor's alone. */
export function isWritable(props: Looked): boolean {
  return (
    (props.lock.held || props.isSentBack) &&
    props.story.status !== 'killed' &&
    props.story.status !== 'merged' &&
    props.story.status !== 'spiked' &&
    (props.mayPublish || !asksForEditor(props.story.status, 'waits'))
  );
}

/** Whether whoever looks may change what readers see at once: who says what, and how it came to us. */
export function mayChangeShown(props: Looked): boolean {
  return isWritable(props) && (props.mayPublish || !asksForEditor(props.story.status, 'shows'));
}

/** The foot in a sentence. */
export function gateWords(props: {
  story: Pick<DeskStory, 'status' | 'publishAt' | 'notPublished' | 'changed' | 'embargoUntil' | 'release'>;
  obstacles: Obstacle[];
  when: PageTime;
}): string {
  const { story, obstacles, when } = props;
  if (story.status === 'killed') return 'Killed: readers are told that it was withdrawn.';
  if (story.status === 'spiked') return 'Spiked.';
  if (story.status === 'merged') return 'Merged: its addresses lead to another story.';
  const waits = story.notPublished.length > 0 ? `Not published: ${story.notPublished.join(', ')}.` : '';
  if (obstacles.length > 0)
    return [waits, `Not ready: ${obstacles.map(({ words }) => words).join(' ')}`].join(' ').trim();
  const held = embargoWords(story, when);
  if (story.status === 'scheduled' && story.publishAt !== null) {
    const at = dayAndTime(story.publishAt, when);
    return story.changed.length === 0
      ? [`Goes out by itself at ${at}.`, held].join(' ').trim()
      : `Does not go out at ${at}: ${story.changed.join(', ')} changed since it was scheduled. Schedule it again.`;
  }
  if (story.status === 'published') return waits || 'Published as it stands.';
  return held === '' ? 'Ready to publish.' : `Ready. ${held}`;
}

/** How the foot says it: all is well, something waits, or something is in the way. */
export function gateClass({
  story,
  obstacles,
}: Pick<StoryPageProps, 'obstacles'> & { story: Pick<DeskStory, 'changed' | 'notPublished'> }): string {
  if (obstacles.length > 0 || story.changed.length > 0) return 'gate';
  return story.notPublished.length > 0 ? 'gate waits' : 'gate open';
}

/** What was typed of a remark; `answers` is the thread, empty of a new one. */
export interface TypedRemark {
  words: string;
  place: string;
  answers: string;
}

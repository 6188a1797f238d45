/** The noun: who said what, how we know it, and which statements a reader sees explained together. */
import type { Tables } from '../store/tables.ts';
import { type Hop, needsStanding } from './hops.ts';

export type Form = Tables['statements']['form'];
export type Standing = Tables['statements']['standing'];
/** Whether the words inside the marks are those that were said, or a translation of them. */
export type Verbatim = 'original' | 'translated' | 'unknown';

/** Direct: all of it inside quotation marks. Mixed: some of it. Indirect: reported in our words. */
export const forms = ['direct', 'mixed', 'indirect'] as const satisfies readonly Form[];

/** What is known of a statement's truth, apart from that it was made. */
export const standings = [
  'unverified',
  'confirmed',
  'disputed',
  'denied',
  'retracted',
] as const satisfies readonly Standing[];

export interface Statement {
  id: string;
  editionId: string;
  /** `inConflict`: a party to a conflict, whose word alone is not enough. */
  speaker: { id: string; slug: string; name: string; inConflict: boolean };
  /** Who the speaker was when saying it: 'Head of the harbour inquiry'. */
  speakerRole: string;
  form: Form;
  /** The words as they stand in the edition, quotation marks included where they are there. */
  words: string;
  /** What stands before them, to find the right place when the same words are there twice. */
  wordsBefore: string;
  originalWords: string | null;
  originalLanguage: string | null;
  verbatim: Verbatim;
  /** Where and when it was said: 'to Radio Thalassa, Thursday 19 November'. */
  occasion: string;
  /** From the speaker to us, without our own publication. */
  hops: Hop[];
  standing: Standing;
  /** The desk's words for the standing: 'The logs have not been seen by this paper.' */
  standingNote: string;
  /** What those say whom it accuses, or that they were asked; empty where nobody is accused. */
  answer: string;
  confirmedById: string | null;
  confirmedAt: number | null;
  createdAt: number;
}

/** Whether the desk must still say what is known of it: it needs a standing, and all that stands there is what stood from the first. */
export function asksForStanding({
  hops,
  speaker,
  standing,
  standingNote,
}: Pick<Statement, 'hops' | 'speaker' | 'standing' | 'standingNote'>): boolean {
  return needsStanding(hops, speaker.inConflict) && standing === 'unverified' && standingNote === '';
}

/**
 * Statements with the same key share one note, and so one number: the same speaker in the same role, on the same occasion,
 * heard the same way and standing the same. A speaker heard twice in different ways is explained twice.
 */
export function noteKey(statement: Statement): string {
  const { speaker, speakerRole, occasion, hops, standing, standingNote, answer } = statement;
  return JSON.stringify([speaker.id, speakerRole, occasion, hops, standing, standingNote, answer]);
}

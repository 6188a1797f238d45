/** The noun: what a reply is, what may be in one, and how it is made clean. No database. */
import { z } from 'zod';
import type { Tables } from '../store/tables.ts';

export type ReplyState = Tables['replies']['state'];

/** A reply as everyone may see it. There is no address here, and there never is. */
export interface ShownReply {
  id: string;
  name: string;
  /** Plain text; an empty line parts paragraphs. */
  body: string;
  receivedAt: number;
  /** By someone of the staff: shown with a badge. */
  byDesk: boolean;
  /** Answers of the desk. */
  answers: ShownReply[];
}

export const LONGEST_REPLY = 5_000; // characters: two printed columns; who has more to say writes to the paper
export const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 254; // characters, RFC 5321 section 4.5.3.1.3 less the angle brackets

// Characters that are not text. Marks of direction are among them only where they turn round what follows (a reply
// must not turn round the page); joiners stay, Persian and emoji are written with them.
const CONTROLS = /(?!\n)\p{Cc}|[\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Plain text in one form: no controls, no turning of direction, at most one empty line in a row. Takes time with the
 * length of the text and no more, whatever it holds: it is asked of what strangers send.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '')
    .normalize('NFC')
    .replace(/\p{M}{8,}/gu, (marks) => marks.slice(0, 7)) // stacks of marks that climb over the lines above
    .split('\n')
    .map((line) => line.trimEnd()) // a pattern for blanks before a line's end would look again from every blank
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

// What takes room or none and shows nothing: blanks of every script (the braille blank counts as a sign, Hangul's
// fillers as letters), marks without a letter, joiners, tags.
const SHOWS_NOTHING = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{M}\u2800]/gu;

/** Whether a person sees anything of the text. */
export function isSeen(text: string): boolean {
  return text.replace(SHOWS_NOTHING, '') !== '';
}

export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** One address however it was typed. What stands before the @ may differ by case, and never does. */
export function normalAddress(address: string): string {
  return cleanLine(address).toLowerCase();
}

const lengthOf = (text: string) => [...text].length;

const ROOM = 4; // raw characters for each that may stay: line ends of two, signs of two halves, blanks that are taken out

/** Text of a stranger: refused by its raw length before anything looks into it. */
export const strangersText = (longest: number, tooLong: string) => z.string().max(longest * ROOM, tooLong);

/** What a reader sends. Its messages are codes that the site's words have sentences for. */
export const replyForm = z.object({
  name: strangersText(LONGEST_NAME, 'nameLong')
    .transform(cleanLine)
    .refine(isSeen, 'nameMissing')
    .refine((name) => lengthOf(name) <= LONGEST_NAME, 'nameLong'),
  address: strangersText(LONGEST_ADDRESS, 'addressWrong')
    .transform(normalAddress)
    .refine(
      (address) => address.length <= LONGEST_ADDRESS && z.email().safeParse(address).success,
      'addressWrong',
    ),
  text: strangersText(LONGEST_REPLY, 'textLong')
    .transform(cleanText)
    .refine(isSeen, 'textMissing')
    .refine((text) => lengthOf(text) <= LONGEST_REPLY, 'textLong'),
});

export type ReplyForm = z.output<typeof replyForm>;

/** What can be wrong with a field of the form. */
export type FieldFault = 'nameMissing' | 'nameLong' | 'addressWrong' | 'textMissing' | 'textLong';

/** The form's values, or what is wrong with each field. */
export function readReply(given: unknown): { reply: ReplyForm } | { faults: Record<string, string> } {
  const read = replyForm.safeParse(given);
  if (read.success) return { reply: read.data };
  const faults: Record<string, string> = {};
  for (const issue of read.error.issues) faults[String(issue.path[0])] ??= issue.message;
  return { faults };
}

/** Paragraphs, each with its lines. */
export function replyParagraphs(body: string): string[][] {
  return body.split(/\n{2,}/).map((paragraph) => paragraph.split('\n'));
}

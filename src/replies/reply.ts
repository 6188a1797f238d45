/** The noun: what a reply is, what may be in one, and how it is made clean. No database. */
import ipaddr from 'ipaddr.js';
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

// Characters that are not text. Marks of direction are among them only where they turn round what follows (a reply
// must not turn round the page); joiners stay, Persian and emoji are written with them.
const CONTROLS = /(?!\n)\p{Cc}|[\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Plain text in one form: no controls, no turning of direction, at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '')
    .normalize('NFC')
    .replace(/\p{M}{8,}/gu, (marks) => marks.slice(0, 7)) // stacks of marks that climb over the lines above
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** One address however it was typed. What stands before the @ may differ by case, and never does. */
export function normalAddress(address: string): string {
  return cleanLine(address).toLowerCase();
}

const lengthOf = (text: string) => [...text].length;

/** What a reader sends. Its messages are codes that the site's words have sentences for. */
export const replyForm = z.object({
  name: z
    .string()
    .transform(cleanLine)
    .refine((name) => name !== '', 'nameMissing')
    .refine((name) => lengthOf(name) <= LONGEST_NAME, 'nameLong'),
  address: z
    .string()
    .transform(normalAddress)
    .refine((address) => address.length <= 254 && z.email().safeParse(address).success, 'addressWrong'),
  text: z
    .string()
    .transform(cleanText)
    .refine((text) => text !== '', 'textMissing')
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

/** The neighbourhood of an address on the network, /24 or /48: enough to count by, too little to find a person by. */
export function senderPrefix(ip: string): string {
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip); // an IPv4 address written as IPv6 counts as IPv4
  return address.kind() === 'ipv4'
    ? address.toByteArray().slice(0, 3).join('.')
    : Buffer.from(address.toByteArray().slice(0, 6)).toString('hex');
}

/** Paragraphs, each with its lines. */
export function paragraphsOf(body: string): string[][] {
  return body.split(/\n{2,}/).map((paragraph) => paragraph.split('\n'));
}

/**
 * The screen: one ordered list of small checks that every reply goes through. A check sees what was sent and what is
 * known of the sender, and says nothing or one thing. None publishes: in the end a moderator reads every reply.
 */
import { DAY, MINUTE } from '../kit/clock.ts';

/** What came in, and what the newsroom knows about it. */
export interface ScreenInput {
  now: number;
  name: string;
  text: string;
  storyOpen: boolean;
  /** A field that people do not see; programs fill it in. */
  honeypot: string;
  /** How many replies came in a while, by when: from this sender, from this address, to this story. */
  fromSender: number[];
  fromAddress: number[];
  toStory: number[];
  /** What others sent in the last day. */
  recent: { text: string; sameAddress: boolean }[];
  /** What became of earlier replies from this address. */
  approved: number;
  rejected: number;
  bannedWords: string[];
}

/**
 * What a check may do: tell the sender no (nothing is kept), set it aside as rejected (a moderator can fetch it back),
 * ask for care, or just say something.
 */
export type ScreenStep = 'refuse' | 'reject' | 'hold' | 'note';

/** What one check found, for the moderator. */
export interface ScreenFinding {
  check: string;
  step: ScreenStep;
  words: string;
}

export interface ScreenRule {
  name: string;
  look(seen: ScreenInput): Omit<ScreenFinding, 'check'> | null;
}

/** In the order in which they are asked; the first that refuses ends it. */
export const screenRules: readonly ScreenRule[] = [
  { name: 'story-open', look: (seen) => (seen.storyOpen ? null : refusing('Replies are closed.')) },
  { name: 'sender-rate', look: senderRate },
  { name: 'address-rate', look: addressRate },
  { name: 'story-rate', look: storyRate },
  { name: 'honeypot', look: honeypot },
  { name: 'links', look: links },
  { name: 'repeated', look: repeated },
  { name: 'banned-words', look: bannedWords },
  { name: 'shouting', look: shouting },
  { name: 'history', look: history },
];

/** Of what is said about a sentence: it comes without a name or an address, and as often as it is wrong. */
export const objectionChecks = screenRules.filter(
  ({ name }) => !['story-open', 'address-rate', 'repeated', 'history'].includes(name),
);

/** All that the checks say, up to the first that refuses. */
export function screen(seen: ScreenInput, asked: readonly ScreenRule[] = screenRules): ScreenFinding[] {
  const findings: ScreenFinding[] = [];
  for (const { name, look } of asked) {
    const found = look(seen);
    if (found) findings.push({ check: name, ...found });
    if (found?.step === 'refuse') break;
  }
  return findings;
}

const refusing = (words: string) => ({ step: 'refuse' as const, words });
const since = (times: number[], from: number) => times.filter((at) => at > from).length;

const A_WHILE = 10 * MINUTE;
const SENDER_IN_A_WHILE = 6; // a school or an office behind one address writes less
const SENDER_IN_A_DAY = 60;
const ADDRESS_IN_A_WHILE = 4;
const ADDRESS_IN_A_DAY = 30;
const STORY_IN_A_WHILE = 200; // what one moderator reads in an hour; above it is a flood, not a conversation

function senderRate(seen: ScreenInput) {
  const often = since(seen.fromSender, seen.now - A_WHILE) >= SENDER_IN_A_WHILE;
  const daily = since(seen.fromSender, seen.now - DAY) >= SENDER_IN_A_DAY;
  return often || daily ? refusing('Too many from one place.') : null;
}

function addressRate(seen: ScreenInput) {
  const often = since(seen.fromAddress, seen.now - A_WHILE) >= ADDRESS_IN_A_WHILE;
  const daily = since(seen.fromAddress, seen.now - DAY) >= ADDRESS_IN_A_DAY;
  return often || daily ? refusing('Too many from one address.') : null;
}

function storyRate(seen: ScreenInput) {
  const flood = since(seen.toStory, seen.now - A_WHILE) >= STORY_IN_A_WHILE;
  if (!flood) return null;
  // A cap for all would let whoever floods shut everybody else out; so it is for who has had their word today.
  if (since(seen.fromSender, seen.now - DAY) > 0) return refusing('Too many to one story.');
  return { step: 'hold' as const, words: 'Very many came to this story just then.' };
}

function honeypot(seen: ScreenInput) {
  if (seen.honeypot === '') return null;
  return { step: 'reject' as const, words: 'A field that people do not see was filled in, as programs do.' };
}

const LINK =
  /\bhttps?:\/\/|\bwww\.|\[url|<a\s|\b[\w-]{1,63}\.(?:com|net|org|info|biz|shop|top|xyz|click|ru|cn)\//gi;

function links(seen: ScreenInput) {
  if (seen.name.match(LINK)) return { step: 'hold' as const, words: 'There is a link in the name.' };
  const count = seen.text.match(LINK)?.length ?? 0;
  if (count === 0) return null;
  if (count === 1) return { step: 'note' as const, words: 'One link.' };
  return { step: 'hold' as const, words: `${count} links.` };
}

const ALIKE = 0.75; // share of five-letter runs in common: the same text with a few words changed
const SIGNS = 1.6; // characters for a letter, at most: spaces, signs, and runs that come twice
const LONG_ENOUGH = 40; // letters; shorter texts ("Well said!") are alike without being copies

function repeated(seen: ScreenInput) {
  const mine = runsOf(seen.text);
  if (mine.size < LONG_ENOUGH) return null;
  const like = seen.recent.find((other) => likeness(mine, other.text) >= ALIKE);
  if (!like) return null;
  const whose = like.sameAddress ? 'from this address' : 'from another address';
  return { step: 'hold' as const, words: `Almost the same was sent ${whose} in the last day.` };
}

/** Runs of five letters or digits, whatever stands between them: spaces, signs and case do not make a text another. */
function runsOf(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const runs = new Set<string>();
  for (let at = 0; at + 5 <= letters.length; at += 1) runs.add(letters.slice(at, at + 5));
  return runs;
}

/** Shared runs by all runs (Jaccard). Texts of very different length cannot be alike and are not looked into. */
function likeness(mine: Set<string>, text: string): number {
  if (text.length < mine.size * ALIKE || text.length > (mine.size / ALIKE) * SIGNS) return 0;
  const theirs = runsOf(text);
  let shared = 0;
  for (const run of theirs) if (mine.has(run)) shared += 1;
  return shared / (mine.size + theirs.size - shared);
}

function bannedWords(seen: ScreenInput) {
  const text = ` ${plain(`${seen.name} ${seen.text}`)} `;
  const found = seen.bannedWords.filter((word) => plain(word) !== '' && text.includes(` ${plain(word)} `));
  return found.length > 0
    ? { step: 'hold' as const, words: `On the list of words: ${found.join(', ')}.` }
    : null;
}

/** Words with single spaces between, without accents and signs, so that a list need not have every spelling. */
function plain(text: string): string {
  const bare = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function shouting(seen: ScreenInput) {
  const letters = seen.text.match(/\p{L}/gu) ?? [];
  const capitals = seen.text.match(/\p{Lu}/gu) ?? [];
  const mostly = letters.length >= 30 && capitals.length > letters.length * 0.7;
  return mostly ? { step: 'note' as const, words: 'Mostly capitals.' } : null;
}

function history(seen: ScreenInput) {
  if (seen.approved + seen.rejected === 0)
    return { step: 'note' as const, words: 'First reply from this address.' };
  const words = `From this address before: ${seen.approved} approved, ${seen.rejected} rejected.`;
  return { step: seen.rejected > seen.approved ? ('hold' as const) : ('note' as const), words };
}

/** Statements that the finder suggests for an edition. They are nobody's word until an editor confirms them. */

import { createHash } from 'node:crypto';
import { bodyCopyOf } from '../kit/body-copy.ts';
import { rememberAsked } from '../kit/remember.ts';
import type { Newsroom } from '../newsroom.ts';
import { type BodyText, readBody } from './body-text.ts';
import { type FoundStatement, findQuotations } from './find-quotations.ts';
import { type FoldedRange, findWords } from './find-words.ts';
import { foldForMatch } from './fold.ts';
import { type Hop, joinHops, needsStanding } from './hops.ts';
import { type Speaker, speakerNamed } from './speakers.ts';
import type { Form, Statement } from './statement.ts';

const SURE_ENOUGH = 0.7; // below this the finder is wrong too often to take an editor's eye: thoughts, guesses, nested speech
const MOST = 60; // suggestions of one edition
const COPIES = 100; // in which who says what is remembered: what a dozen editors have open, with their last saves
const BEFORE = 80; // characters before the words, by which their place is found again

export interface Suggestion {
  /** The same for the same words of the same speaker, so that a refusal is remembered. */
  digest: string;
  /** Where the cue stands between, one for each part; they share one note. */
  pieces: { words: string; wordsBefore: string }[];
  /** The canonical name where the speaker is known, else as the copy has it; empty where nobody is named. */
  speakerName: string;
  speakerRole: string;
  form: Form;
  cue: string;
  /** From the speaker to us: what the copy says, then the story's own way. */
  hops: Hop[];
  confidence: number;
  /** Whether it must be said what is known of its truth. */
  needsStanding: boolean;
}

export interface SuggestionRequest {
  language: string;
  /** The body as it is now, saved or not. */
  bodyHtml: string;
  /** The story's own way to us. */
  hops: readonly Hop[];
  /** All speakers, the edition's statements, and what was refused in it. */
  known: readonly Speaker[];
  statements: readonly Statement[];
  refusals: readonly { digest: string }[];
}

/** In the order of the text, without what is kept or was refused. */
export function suggestionsIn({ memory }: Pick<Newsroom, 'memory'>, asked: SuggestionRequest): Suggestion[] {
  const { known, statements, refusals } = asked;
  const text = bodyCopyOf(asked.bodyHtml).text();
  const read = memory.of(quotationsOfLate);
  const { statements: found, speakers: named } = read({ text, language: asked.language });
  const sure = found.filter(({ confidence }) => confidence >= SURE_ENOUGH);
  if (sure.length === 0) return [];
  const body = readBody(asked.bodyHtml);
  const kept = keptPlaces(body, statements);
  const refused = new Set(refusals.map(({ digest }) => digest));
  const suggestions: Suggestion[] = [];
  for (const found of sure) {
    const pieces = piecesOf(text, found).filter(({ words, wordsBefore }) => {
      const place = findWords(body, words, wordsBefore);
      return place !== null && !kept.some((each) => overlap(each, place));
    });
    if (pieces.length === 0 || suggestions.length >= MOST) continue;
    const role = named.find(({ name }) => name === found.speaker)?.roles[0] ?? '';
    const suggestion = suggestionOf(found, pieces, { known, role, hops: asked.hops });
    if (!refused.has(suggestion.digest)) suggestions.push(suggestion);
  }
  return suggestions;
}

const quotationsOfLate = () =>
  rememberAsked(
    ({ text, language }: { text: string; language: string }) => findQuotations(text, { language }),
    COPIES,
  );

function keptPlaces(body: BodyText, kept: readonly Statement[]): FoldedRange[] {
  return kept
    .map(({ words, wordsBefore }) => findWords(body, words, wordsBefore))
    .filter((place) => place !== null);
}

/** Whether one covers most of the other. */
function overlap(one: FoldedRange, other: FoldedRange): boolean {
  const shared = Math.min(one.to, other.to) - Math.max(one.from, other.from);
  return shared * 2 > Math.min(one.to - one.from, other.to - other.from);
}

/** A quotation is kept with its marks; a part of a few letters is no statement of its own. */
function piecesOf(text: string, { content, form }: FoundStatement): Suggestion['pieces'] {
  return content
    .map(({ start, end }) => {
      const from = form === 'direct' && isMark(text[start - 1]) ? start - 1 : start;
      const to = form === 'direct' && isMark(text[end]) ? end + 1 : end;
      return {
        words: text.slice(from, to).trim(),
        wordsBefore: text.slice(Math.max(0, from - BEFORE), from),
      };
    })
    .filter(({ words }) => (words.match(/[\p{L}\p{N}]/gu) ?? []).length >= 4);
}

function isMark(sign: string | undefined): boolean {
  return sign !== undefined && /["'“”„‘’«»‹›]/u.test(sign);
}

function suggestionOf(
  found: FoundStatement,
  pieces: Suggestion['pieces'],
  { known, role, hops }: { known: readonly Speaker[]; role: string; hops: readonly Hop[] },
): Suggestion {
  const speaker = found.speaker === null ? null : speakerNamed(known, found.speaker);
  const name = speaker?.name ?? found.speaker ?? '';
  const way = joinHops(
    found.hops.map(
      ({ party, act, url }): Hop => ({ party, act, link: url, sourceId: null, language: null, at: null }),
    ),
    hops.filter(({ act }) => act !== 'published'), // our own step is the page's to add
  );
  const held = speaker?.roles.findLast(({ until }) => !until)?.title;
  return {
    digest: createHash('sha256')
      .update(JSON.stringify([foldForMatch(name), pieces.map(({ words }) => foldForMatch(words))]))
      .digest('hex')
      .slice(0, 32),
    pieces,
    speakerName: name,
    speakerRole: role || held || '',
    form: found.form,
    cue: found.cue,
    hops: way,
    confidence: found.confidence,
    needsStanding: needsStanding(way, speaker?.inConflict ?? false),
  };
}

/** A not that came or went on the way, counted by clauses: several noes of one clause are one. */

import { byLanguage } from '../../language/languages.ts';
import type { NegationWords } from '../../language/pair-words.ts';
import { type FindingReason, reason } from '../finding-reason.ts';
import { clausesOf, goesOn, isNone } from './negation-clauses.ts';
import { negationWords } from './negation-words.ts';
import { withoutCounterpart } from './shared-denials.ts';
import { withoutShared } from './shared-words.ts';
import {
  type Pair,
  type PairCheck,
  type PairDraft,
  perLanguage,
  type Span,
  unspaced,
} from './translation.ts';

export const negationCheck: PairCheck = {
  name: 'translation-negation',
  says: 'The translation denies what the original says, or the other way about.',
  knows: (from, to) => from in negationWords && to in negationWords,
  find: findNegation,
};

/** Languages whose ways of saying no are too many for the list: there a lost not is asked after where no other reading is. */
const OPEN_ENDED = new Set(['hi', 'ja', 'zh']);
const SURE_NO = byLanguage('sureNo');

function findNegation(pair: Pair): PairDraft[] {
  const { from, to } = pair;
  const { source, target } = withoutShared(pair);
  const original = readNegation(source, from);
  const translated = readNegation(target, to);
  if (!original || !translated) return [];
  const [here, there] = [saysNo(original), saysNo(translated)];
  const [added] = OPEN_ENDED.has(to) ? sureNo(target, to) : there;
  if (added && here.length === 0 && there.length > unanswered(pair, original) && !standsThere(pair, added))
    return [finding(ADDED_NO, { target: added })];
  const [lost] = OPEN_ENDED.has(from) ? sureNo(source, from) : here;
  if (lost && there.length === 0 && isWithoutTrace(pair, translated)) return [lostNo(source, lost)];
  return besideEachOther(pair, original, translated);
}

/** How much in the original may be what the translation says no for: what both say alike has its own word there. */
function unanswered({ source, target }: Pair, original: readonly Clause[]): number {
  const words = original.flatMap(({ nears }) => nears.map(({ start, end }) => source.slice(start, end)));
  return withoutCounterpart(words, target);
}

/** The first no of a text that can be nothing else, where the list knows more noes than there are. */
function sureNo(text: string, language: string): Span[] {
  const found = SURE_NO[language]?.exec(text);
  return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
}

/** Whether nothing in the translation may be what became of a no: what is in the original too is not. */
function isWithoutTrace({ source, target }: Pair, translated: readonly Clause[]): boolean {
  const words = translated.flatMap(({ nears }) => nears.map(({ start, end }) => target.slice(start, end)));
  return withoutCounterpart(words, source) === 0;
}

/** A title or a cry that the original has in the translation's language: “Don’t Go Breaking My Heart”. */
function standsThere({ source, target }: Pair, { start, end }: Span): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll('’', "'");
  const words: string[] = plain(source).match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
  return words.includes(plain(target.slice(start, end)));
}

const ADDED_NO = reason('noAdded');

function lostNo(source: string, lost: Span): PairDraft {
  return finding(reason('wordsLost', { words: source.slice(lost.start, lost.end) }), {
    source: lost,
  });
}

/** Languages whose no grows together with any verb, so that a list knows it only as what may be one. */
const GROWN = new Set(['cs', 'tr']);

/** Where both have the same clauses, the one that denies has to stand beside one that denies. */
function besideEachOther(pair: Pair, original: Clause[], translated: Clause[]): PairDraft[] {
  const { source, from } = pair;
  const [here, there] = [saysNo(original).length, saysNo(translated).length];
  if (here === there || original.length !== translated.length || original.length === 1) return [];
  for (const [at, clause] of original.entries()) {
    const beside = translated[at] as Clause;
    const [lost, added] = [clause.nots[0], beside.nots[0]];
    if (here > there && lost && !added && nearAt(translated, at, original) === 0 && !OPEN_ENDED.has(from))
      return [lostNo(source, lost)];
    const isMore = there > here + (GROWN.has(from) ? nearOf(original) : 0);
    if (
      isMore &&
      !OPEN_ENDED.has(pair.to) &&
      added &&
      !lost &&
      nearAt(original, at, translated) === 0 &&
      !standsThere(pair, added)
    )
      return [finding(ADDED_NO, { target: added })];
  }
  return [];
}

/** What may be a no in a clause, or in the one behind it where no other no wants it: a comma more moves it over. */
function nearAt(clauses: readonly Clause[], at: number, others: readonly Clause[]): number {
  return nearOf(clauses.slice(at, others[at + 1]?.nots.length ? at + 1 : at + 2));
}

function finding(because: FindingReason, at: { target?: Span; source?: Span }): PairDraft {
  return { check: negationCheck.name, severity: 'major', because, ...at };
}

interface Clause {
  /** Where it says no; several are one. */
  nots: Span[];
  /** Where it says something that may be a no. */
  nears: Span[];
}

/** The noes of a text, one for each clause that denies; what only goes on with the no before it is none of its own. */
function saysNo(clauses: readonly Clause[]): Span[] {
  return clauses.flatMap(({ nots }) => nots.slice(0, 1));
}

const nearOf = (clauses: readonly Clause[]): number =>
  clauses.reduce((sum, { nears }) => sum + nears.length, 0);

function readNegation(text: string, language: string): Clause[] | null {
  const words = negationWords[language];
  if (!words) return null;
  const found = unspaced.has(language) ? signsIn(text, words) : wordsIn(text, words);
  const nots = found.nots.filter((span) => !isNone(text, span, language));
  const plain = nots.filter((span) => !idle(text, span, language));
  const near = [...found.near, ...nots.filter((span) => !plain.includes(span))];
  const read: Clause[] = [];
  for (const clause of clausesOf(text, language)) {
    const within = ({ start }: Span) => start >= clause.start && start < clause.end;
    const own = plain.filter(within);
    const last = read.at(-1);
    const isLast = !/\p{L}/u.test(text.slice(clause.end));
    if (last && isLast && own.length === 0 && !/\s/u.test(text.slice(clause.start, clause.end).trim())) {
      last.nears.push(...near.filter(within)); // ‘…, warum’: one word is no clause
      continue;
    }
    const [first] = own;
    if (first && read.at(-1)?.nots.length && goesOn(text, clause, first, language)) continue;
    read.push({ nots: own, nears: near.filter(within) });
  }
  return read;
}

interface Placed {
  nots: Span[];
  near: Span[];
}

function signsIn(text: string, words: NegationWords): Placed {
  const places = (list: string) =>
    list.split(' ').flatMap((word) =>
      [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
        start: index,
        end: index + word.length,
      })),
    );
  return { nots: places(words.not), near: places(words.near) };
}

function wordsIn(text: string, words: NegationWords): Placed {
  const [not, near] = [listed(words.not), listed(words.near)];
  const found: Placed = { nots: [], near: [] };
  for (const word of text.matchAll(/[\p{L}\p{M}]+(?:['’](?:t\b|s\b)?)?/gu)) {
    const span = { start: word.index, end: word.index + word[0].length };
    if (not.has(word[0])) found.nots.push(span);
    else if (near.has(word[0])) found.near.push(span);
  }
  return found;
}

class Words {
  readonly #exact = new Set<string>();
  readonly #starts: string[] = [];
  readonly #ends: string[] = [];
  readonly #within: string[] = [];
  readonly #never: string[] = [];

  constructor(words: string) {
    for (const word of words.split(' ')) {
      if (word.startsWith('-')) this.#never.push(word.slice(1));
      else if (word.startsWith('*') && word.endsWith('*')) this.#within.push(word.slice(1, -1));
      else if (word.endsWith('*')) this.#starts.push(word.slice(0, -1));
      else if (word.startsWith('*')) this.#ends.push(word.slice(1));
      else this.#exact.add(word);
    }
  }

  has(as: string): boolean {
    const word = as.toLowerCase();
    if (this.#exact.has(word)) return true;
    if (
      this.#never.some((never) =>
        never.endsWith('*') ? word.startsWith(never.slice(0, -1)) : word === never,
      )
    )
      return false;
    if (/n['’]t$/.test(word) && this.#exact.has("n't")) return true;
    if (
      this.#starts.some(
        (start) => word.startsWith(start) && word.length >= start.length + (start.length < 3 ? 3 : 0),
      )
    )
      return true;
    if (this.#within.some((part) => word.indexOf(part) > 0)) return true;
    return this.#ends.some((end) => word.endsWith(end) && word.length > end.length + 2);
  }
}

const listed = perLanguage((words) => new Words(words));

/** 'not only … but also', 'no fewer than', 'no. 5', 'without a doubt': a no that denies nothing. */
function idle(text: string, { start, end }: Span, language: string): boolean {
  if (
    language === 'fr' &&
    /^(?:personne|rien|plus|pas)$/i.test(text.slice(start, end)) &&
    !/\bn(?:e\b|['’])/iu.test(text)
  )
    return true;
  const after = text.slice(end, end + 24).toLowerCase();
  const before = text.slice(Math.max(0, start - 16), start).toLowerCase();
  const pattern = IDLE_AFTER[language];
  return (pattern?.test(after) ?? false) || (IDLE_BEFORE[language]?.test(before) ?? false);
}

const IDLE_AFTER = byLanguage('idleAfterNo');

const IDLE_BEFORE = byLanguage('idleBeforeNo');

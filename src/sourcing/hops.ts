/** Hops: the steps that a story, or a statement in it, took to reach us, and how far that leaves it from our own ears. */
import type { Tables } from '../store/tables.ts';

export type HopAct = Tables['hops']['act'];

/** One step. Null is unknown, and shown as such; a party may be unknown too, and is then an empty name. */
export interface Hop {
  party: string;
  sourceId: string | null;
  act: HopAct;
  language: string | null;
  link: string | null;
  at: number | null;
}

/** How a statement was heard. */
export interface Hearing {
  /** 1: we heard it ourselves. 2: from someone who heard it. And so on. */
  hands: number;
  /** Those who passed it on, in order, each once in a row; an empty name is someone unknown. */
  relays: string[];
  /** Languages in which it stood on the way, in order, each once in a row. */
  languages: string[];
}

const ourOwn: readonly HopAct[] = ['published']; // our own step at the end; others' publishing is 'reported'

/**
 * Counts the hands that a statement went through. The speaker does not count (that is the 'said' step), nor does our own
 * publication; a party that reports and then translates is one pair of hands.
 */
export function hearingOf(hops: readonly Hop[]): Hearing {
  const relays: string[] = [];
  const languages: string[] = [];
  for (const hop of hops) {
    if (hop.language !== null && hop.language !== languages.at(-1)) languages.push(hop.language);
    if (hop.act === 'said' || ourOwn.includes(hop.act)) continue;
    const party = hop.party.trim();
    if (party === '' || !sameParty(party, relays.at(-1))) relays.push(party);
  }
  return { hands: relays.length + 1, relays, languages };
}

/**
 * Whether the desk must say of such a statement that it could not be verified, or that it was: two relays or more, or a
 * party to a conflict speaks.
 */
export function needsStanding(hops: readonly Hop[], inConflict = false): boolean {
  return inConflict || hearingOf(hops).relays.length >= 2;
}

/** Hops of one party in a row, as a reader sees them: one step, with all that the party did. */
export interface HopStep {
  party: string;
  sourceId: string | null;
  acts: HopAct[];
  languages: string[];
  link: string | null;
  /** When it was through with it. */
  at: number | null;
}

/** The chain as steps. Unknown parties stay apart: nobody knows that they are the same. */
export function stepsOf(hops: readonly Hop[]): HopStep[] {
  const steps: HopStep[] = [];
  for (const { party: name, sourceId, act, language, link, at } of hops) {
    const party = name.trim();
    const last = steps.at(-1);
    if (last && party !== '' && sameParty(party, last.party)) {
      if (!last.acts.includes(act)) last.acts.push(act);
      if (language !== null && !last.languages.includes(language)) last.languages.push(language);
      last.link ??= link;
      last.sourceId ??= sourceId;
      last.at = at ?? last.at;
    } else
      steps.push({ party, sourceId, acts: [act], languages: language === null ? [] : [language], link, at });
  }
  return steps;
}

/** A chain that goes on in another: what both know at the seam stands once. */
export function joinHops(first: readonly Hop[], then: readonly Hop[]): Hop[] {
  const known = new Set(then.map(({ party }) => party.trim().toLowerCase()));
  return [
    ...first.filter(({ party }) => party.trim() === '' || !known.has(party.trim().toLowerCase())),
    ...then,
  ];
}

/** The chain as one line, for feeds, logs and the desk: 'Radio Thalassa — Aegean News Agency — The Harbour Post'. */
export function chainLine(hops: readonly Hop[], unknown = '?'): string {
  const parties: string[] = [];
  for (const { party } of hops) {
    const name = party.trim() === '' ? unknown : party.trim();
    if (!sameParty(name, parties.at(-1))) parties.push(name);
  }
  return parties.join(' — ');
}

function sameParty(one: string, other: string | undefined): boolean {
  return other !== undefined && one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

/** What the local wires send: short news in the five languages, first a written pool, then composed without end. */
import { dice } from '../strokes.ts';

/** A headline, its text, and what the headline becomes when the agency learns more. */
export type WireText = readonly [headline: string, text: string, later?: string];

export interface WirePool {
  /** Written by hand, sent once each. */
  written: readonly WireText[];
  /** After those: made of parts, another each time. */
  composed: (pick: Pick) => WireText;
}

export interface Pick {
  <Part>(parts: readonly [Part, ...Part[]]): Part;
  /** A whole number, both ends included. */
  number(from: number, to: number): number;
}

/** Choices that are the same in every run for the same turn. */
export function pickFor(turn: number): Pick {
  const roll = dice(turn * 7919 + 13);
  const pick = <Part>(parts: readonly [Part, ...Part[]]) =>
    parts[Math.floor(roll() * parts.length)] ?? parts[0];
  return Object.assign(pick, {
    number: (from: number, to: number) => from + Math.floor(roll() * (to - from + 1)),
  });
}

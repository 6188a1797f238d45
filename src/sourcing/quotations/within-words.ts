/** Whether somebody is spoken of within what somebody else says. */
import type { RawStatement } from './found.ts';

const BESIDE = 6; // statements on either side among which one that holds another stands

/** ‘“The fire didn’t read our map,” she added’: the fire is spoken of within somebody's words, and is nobody whom a pronoun means. */
export function isWithinWords(raw: readonly RawStatement[], index: number): boolean {
  const { source } = raw[index] as RawStatement;
  return raw
    .slice(Math.max(0, index - BESIDE), index + BESIDE + 1)
    .some(
      (other) =>
        other !== raw[index] &&
        other.quoted &&
        source &&
        other.content.some(({ start, end }) => start <= source.start && source.end <= end),
    );
}

/** The part of the gate that what others say must pass: of some of it the desk says what it knows, before readers ask. */

import { because } from '../kit/refusal.ts';
import { markStatements } from '../sourcing/mark-statements.ts';
import { asksForStanding } from '../sourcing/statement.ts';
import { type Obstacle, obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back: a party to a conflict speaks in it, or someone at third hand, and nobody said how that stands. */
export function sourcingObstacles(edition: EditionReading): Obstacle[] {
  const asking = edition.statements.filter(asksForStanding);
  if (asking.length === 0) return [];
  const { lost } = markStatements(edition.take.body_html, asking);
  const names = new Set(asking.filter((each) => !lost.includes(each)).map(({ speaker }) => speaker.name));
  if (names.size === 0) return [];
  const why = because('standingUnsaid', { language: edition.language, speakers: [...names] });
  return [obstacle('standing-unsaid', why, 'overridable')];
}

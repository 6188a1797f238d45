/** The part of the gate that what others say must pass: of some of it the desk says what it knows, before readers ask. */

import { markStatements } from '../sourcing/mark-statements.ts';
import { asksForStanding } from '../sourcing/statement.ts';
import type { Obstacle } from './story.ts';
import type { EditionReading } from './story-reading.ts';

/** What keeps this edition back: a party to a conflict speaks in it, or someone at third hand, and nobody said how that stands. */
export function sourcingObstacles(edition: EditionReading): Obstacle[] {
  const asking = edition.statements.filter(asksForStanding);
  if (asking.length === 0) return [];
  const { lost } = markStatements(edition.take.body_html, asking);
  const names = new Set(asking.filter((each) => !lost.includes(each)).map(({ speaker }) => speaker.name));
  if (names.size === 0) return [];
  const language =
    new Intl.DisplayNames(['en'], { type: 'language' }).of(edition.language) ?? edition.language;
  const who = new Intl.ListFormat('en').format([...names]);
  const words = `In the ${language} edition, say what is known of what ${who} says: heard at third hand, or from a party to a conflict.`;
  return [{ code: 'standing-unsaid', words, overridable: true }];
}

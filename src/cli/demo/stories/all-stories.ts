/** Every story of the cast, oldest first: the order in which they are written. */
import type { CastStory } from '../cast-story.ts';
import { fishermen, northQuay } from './arabic.ts';
import { beach } from './beach.ts';
import { ferry, market, school } from './city.ts';
import { icebreaker, navigation } from './russian.ts';
import { sundays, yards } from './spanish.ts';
import { secondTanker, tanker } from './tanker.ts';
import { pilots, questions, saltBarge, swim } from './to-come.ts';
import { dockers, letter, lighthouse, olives } from './work.ts';
import { sail, storm } from './world.ts';

export const allStories: readonly CastStory[] = [
  ...[lighthouse, navigation, school, fishermen, dockers, market, sundays, sail, secondTanker, yards],
  ...[olives, ferry, letter, icebreaker, storm, northQuay, swim, beach, tanker, saltBarge, questions, pilots],
].sort((one, other) => other.ago - one.ago);

/** The story this paper is looked at for. */
export const flagship = tanker;

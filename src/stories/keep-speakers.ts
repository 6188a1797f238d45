/** Speakers kept in order by hand: renamed, merged, split, their posts and spellings. Each act has its line in the audit. */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { moveEntrySayings } from '../sourcing/entry-statements.ts';
import {
  getSpeakerById as byId,
  dropSpeaker,
  listSpeakers,
  makeSpeaker,
  nameKey,
  type Speaker,
  type SpeakerRole,
  speakerNamed,
  writeSpeaker,
} from '../sourcing/speakers.ts';
import { countStatements, moveStatements, selectStatementsOf, selectStoriesOf } from './statement-queries.ts';

const LONGEST_NAME = 200; // characters: the longest official names of bodies stay under it
const MOST_SHOWN = 200; // statements on a speaker's page

/** One thing a speaker says in a story of ours. */
export interface Saying {
  id: string;
  words: string;
  standing: string;
  role: string;
  storyId: string;
  headline: string;
  language: string;
}

export interface SpeakerWithSayings {
  speaker: Speaker;
  sayings: Saying[];
}

/** Refuses with `not-found`. */
export async function getSpeaker(newsroom: Newsroom, speakerId: string): Promise<SpeakerWithSayings> {
  const speaker = await byId(newsroom, speakerId);
  const rows = await selectStatementsOf(newsroom, speakerId, MOST_SHOWN);
  const sayings = rows.map((row) => ({
    id: row.id,
    words: row.words,
    standing: row.standing,
    role: row.speaker_role,
    storyId: row.story_id,
    headline: row.headline,
    language: row.language,
  }));
  return { speaker, sayings };
}

/** By name, with how often each speaks in our stories. */
export async function listSpeakersAtDesk(newsroom: Newsroom): Promise<(Speaker & { statements: number })[]> {
  const counts = new Map((await countStatements(newsroom)).map((row) => [row.speaker_id, Number(row.count)]));
  return (await listSpeakers(newsroom)).map((speaker) => ({
    ...speaker,
    statements: counts.get(speaker.id) ?? 0,
  }));
}

export interface SpeakerChange {
  speakerId: string;
  name: string;
  /** Spellings by which the speaker is found, in any script. */
  variants: readonly string[];
  roles: readonly SpeakerRole[];
  inConflict: boolean;
  by: Actor;
}

/** Writes a speaker's facts anew. Refuses a name or spelling that is another speaker's: those are merged instead. */
export async function changeSpeaker(newsroom: Newsroom, given: SpeakerChange): Promise<Speaker> {
  const name = plain(given.name);
  if (name === '' || name.length > LONGEST_NAME)
    refuse('form-incomplete', { fields: { name: because('nameLength', { most: LONGEST_NAME }) } });
  return newsroom.transact(async (inner) => {
    const before = await byId(inner, given.speakerId);
    const variants = distinct(given.variants, [name]);
    const others = (await listSpeakers(inner)).filter(({ id }) => id !== before.id);
    for (const [field, spellings] of [
      ['name', [name]],
      ['variants', variants],
    ] as const) {
      const taken = spellings.map((one) => speakerNamed(others, one)).find((one) => one !== null);
      if (taken)
        refuse('form-incomplete', {
          fields: { [field]: because('nameOfOtherSpeaker', { name: taken.name }) },
        });
    }
    const kept = before.name === name ? variants : distinct([...variants, before.name], [name]);
    const roles = given.roles
      .filter(({ title }) => title.trim() !== '')
      .toSorted((one, other) => one.since - other.since);
    const now = { ...before, name, variants: kept, roles, inConflict: given.inConflict };
    await writeSpeaker(inner, now);
    await told(inner, given.by, 'change speaker', before.id, {
      before,
      name,
      variants: kept,
      inConflict: given.inConflict,
    });
    return now;
  });
}

/** Makes two one: everything `goneId` said, was and was called goes to `speakerId`. */
export async function mergeSpeakers(
  newsroom: Newsroom,
  { speakerId, goneId, by }: { speakerId: string; goneId: string; by: Actor },
): Promise<Speaker> {
  if (speakerId === goneId) refuse('form-incomplete', { fields: { other: because('sameSpeaker') } });
  return newsroom.transact(async (inner) => {
    const [stays, goes] = [await byId(inner, speakerId), await byId(inner, goneId)];
    const inEntries = await moveEntrySayings(inner, goneId, speakerId);
    const moved = inEntries + (await moveStatements(inner, goneId, speakerId));
    const variants = distinct([...stays.variants, goes.name, ...goes.variants], [stays.name]);
    const titles = new Set(stays.roles.map(({ title }) => title));
    const roles = [...stays.roles, ...goes.roles.filter(({ title }) => !titles.has(title))].sort(
      (one, other) => one.since - other.since,
    );
    const now = { ...stays, variants, roles, inConflict: stays.inConflict || goes.inConflict };
    await writeSpeaker(inner, now);
    await dropSpeaker(inner, goneId);
    await told(inner, by, 'merge speakers', speakerId, { gone: goes, moved });
    return now;
  });
}

/** Makes one two: these statements, and the spelling if it is one of the speaker's, are somebody else's. */
export async function splitSpeaker(
  newsroom: Newsroom,
  given: { speakerId: string; name: string; statementIds: readonly string[]; by: Actor },
): Promise<Speaker> {
  const name = plain(given.name);
  if (name === '') refuse('form-incomplete', { fields: { newName: because('speakerMissing') } });
  return newsroom.transact(async (inner) => {
    const before = await byId(inner, given.speakerId);
    if (nameKey(before.name) === nameKey(name))
      refuse('form-incomplete', { fields: { newName: because('nameOfSameSpeaker') } });
    const others = (await listSpeakers(inner)).filter(({ id }) => id !== before.id);
    const other = speakerNamed(others, name) ?? (await makeSpeaker(inner, name));
    const moved =
      given.statementIds.length > 0
        ? await moveStatements(inner, before.id, other.id, given.statementIds)
        : 0;
    const variants = before.variants.filter((one) => nameKey(one) !== nameKey(name));
    await writeSpeaker(inner, { ...before, variants });
    await told(inner, given.by, 'split speaker', before.id, { other: other.id, name, moved });
    await told(inner, given.by, 'split speaker', other.id, { from: before.id, moved });
    return other;
  });
}

function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Each spelling once, without those that are known already. */
function distinct(spellings: readonly string[], known: readonly string[]): string[] {
  const seen = new Set(known.map(nameKey));
  return spellings.map(plain).filter((one) => {
    const key = nameKey(one);
    if (one === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The audit's line, and a ring for every page on which the speaker stands. */
async function told(
  inner: Newsroom,
  by: Actor,
  act: string,
  speakerId: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await recordAct(inner, { by, act, subjectKind: 'speaker', subjectId: speakerId, facts });
  const stories = await selectStoriesOf(inner, speakerId);
  if (stories.length > 0)
    inner.bell.ring('pages', { touched: stories.map(({ story_id }) => `story:${story_id}` as const) });
  inner.bell.ring('desk', { what: 'stories', storyId: null });
}

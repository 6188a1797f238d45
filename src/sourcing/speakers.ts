/** Speakers: the people and bodies who say things, each under one canonical name. */

import { isInLettersOf } from '../kit/language-tag.ts';
import { because, refuse } from '../kit/refusal.ts';
import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { readRecords, readWords } from '../store/json-column.ts';
import { foldForMatch } from './fold.ts';
import {
  deleteSpeaker,
  insertSpeaker,
  type SpeakerRow,
  selectSpeakerById,
  selectSpeakerBySlug,
  selectSpeakers,
  updateSpeaker,
} from './queries.ts';

/** What a speaker is or was: a post, since when we know of it, and until when it was held. */
export interface SpeakerRole {
  title: string;
  since: number;
  /** Null or absent while it is held. */
  until?: number | null;
}

export interface Speaker {
  id: string;
  slug: string;
  /** The canonical name: what is printed, but where readers write in other letters and a variant is in theirs. */
  name: string;
  /** Other spellings, in any script, by which the same speaker is found. */
  variants: string[];
  /** Oldest first. */
  roles: SpeakerRole[];
  /** A party to a conflict: its word alone is never enough. */
  inConflict: boolean;
}

/** By name. */
export async function listSpeakers(newsroom: Newsroom): Promise<Speaker[]> {
  return (await selectSpeakers(newsroom)).map(speakerOf);
}

export async function findSpeaker(newsroom: Newsroom, slug: string): Promise<Speaker | null> {
  const row = await selectSpeakerBySlug(newsroom, slug);
  return row ? speakerOf(row) : null;
}

/** The name that readers of a language can read: the canonical one, or the first variant in their letters. */
export function nameIn({ name, variants }: Pick<Speaker, 'name' | 'variants'>, language: string): string {
  return [name, ...variants].find((each) => isInLettersOf(each, language)) ?? name;
}

/** The speaker of this name or variant, whatever its case, accents and quotation marks; null when nobody is. */
export async function findSpeakerByName(newsroom: Newsroom, name: string): Promise<Speaker | null> {
  return speakerNamed(await listSpeakers(newsroom), name);
}

/** The same among speakers that are at hand. */
export function speakerNamed(speakers: readonly Speaker[], name: string): Speaker | null {
  const wanted = nameKey(name);
  const byName = speakers.find((speaker) => nameKey(speaker.name) === wanted);
  return byName ?? speakers.find(({ variants }) => variants.some((each) => nameKey(each) === wanted)) ?? null;
}

/** The speaker of this name or variant, made where there is none; a role not known before is added. */
export async function ensureSpeaker(
  newsroom: Newsroom,
  { name, role = '' }: { name: string; role?: string },
): Promise<Speaker> {
  const canonical = name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (canonical === '') refuse('form-incomplete', { fields: { speakerName: because('whoSaidMissing') } });
  return newsroom.transact(async (inner) => {
    const known = (await findSpeakerByName(inner, canonical)) ?? (await makeSpeaker(inner, canonical));
    const title = role.trim();
    if (title === '' || known.roles.some((each) => each.title === title)) return known;
    const roles = [...known.roles, { title, since: inner.clock.now() }];
    await updateSpeaker(inner, known.id, { roles_json: JSON.stringify(roles) });
    return { ...known, roles };
  });
}

/** Lets the speaker be found by another spelling. */
export async function addVariant(
  newsroom: Newsroom,
  { speakerId, variant, by }: { speakerId: string; variant: string; by: Actor },
): Promise<Speaker> {
  return newsroom.transact(async (inner) => {
    const row = await selectSpeakerById(inner, speakerId);
    if (!row) refuse('not-found');
    const speaker = speakerOf(row);
    const spelling = variant.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const known = [speaker.name, ...speaker.variants].map(nameKey);
    if (spelling === '' || known.includes(nameKey(spelling))) return speaker;
    const variants = [...speaker.variants, spelling];
    await updateSpeaker(inner, speakerId, { variants_json: JSON.stringify(variants) });
    await recordAct(inner, {
      by,
      act: 'add variant',
      subjectKind: 'speaker' as const,
      subjectId: speakerId,
      facts: { variant: spelling },
    });
    return { ...speaker, variants };
  });
}

/** Refuses with `not-found`. */
export async function getSpeakerById(newsroom: Newsroom, id: string): Promise<Speaker> {
  const row = await selectSpeakerById(newsroom, id);
  return row ? speakerOf(row) : refuse('not-found');
}

/** Writes what is known of one; the verbs that decide it are in stories/keep-speakers.ts, beside what the speaker says. */
export async function writeSpeaker(
  inner: Newsroom,
  { id, name, variants, roles, inConflict }: Omit<Speaker, 'slug'>,
): Promise<void> {
  await updateSpeaker(inner, id, {
    name,
    variants_json: JSON.stringify(variants),
    roles_json: JSON.stringify(roles),
    in_conflict: inConflict ? 1 : 0,
  });
}

/** Takes one away who says nothing any more. */
export async function dropSpeaker(inner: Newsroom, id: string): Promise<void> {
  await deleteSpeaker(inner, id);
}

/** One of a new name; its address is kept apart from others that read the same. */
export async function makeSpeaker(inner: Newsroom, name: string): Promise<Speaker> {
  const base = slugOf(name) || 'speaker'; // a name that cannot be written in ASCII still has an address
  for (let turn = 1; ; turn += 1) {
    const slug = turn === 1 ? base : `${base}-${turn}`;
    const row: SpeakerRow = {
      id: inner.ids.next(),
      slug,
      name,
      variants_json: '[]',
      roles_json: '[]',
      in_conflict: 0,
    };
    if (await insertSpeaker(inner, row)) return speakerOf(row);
    const other = await selectSpeakerBySlug(inner, slug); // perhaps another process has just made the same one
    if (other && nameKey(other.name) === nameKey(name)) return speakerOf(other);
  }
}

/** What two spellings must share to be the same name. */
export function nameKey(name: string): string {
  return foldForMatch(name)
    .replace(/\p{M}|["'.]/gu, '')
    .toLowerCase();
}

function speakerOf(row: SpeakerRow): Speaker {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    variants: readWords('speakers.variants_json', row.id, row.variants_json),
    roles: readRecords<SpeakerRole>('speakers.roles_json', row.id, row.roles_json),
    inConflict: row.in_conflict === 1,
  };
}

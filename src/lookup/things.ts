/** Each kind of thing as the desk's search files it. What a source withholds is filed as the wire page shows it, and no more. */
import { createHash } from 'node:crypto';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import { readRecords, readWords } from '../store/json-column.ts';
import type { LookupThing } from './thing.ts';
import {
  listEditionTexts,
  listItemTexts,
  listMediaAfter,
  listPeopleAfter,
  listSourcesAfter,
  listSpeakersAfter,
} from './thing-queries.ts';
import { idWord } from './thing-words.ts';

const ITEM_TEXT = 1_200; // characters of an item's text: what tells what it is about; a wire sends a million

export async function readItems(newsroom: Newsroom, ids: string[]): Promise<LookupThing[]> {
  return (await listItemTexts(newsroom, ids)).map((row) => ({
    kind: 'item',
    id: row.id,
    at: Number(row.received_at),
    stamp: String(row.changed_at),
    language: row.language,
    title: row.headline,
    text: `${row.summary}\n${(row.text ?? '').slice(0, ITEM_TEXT)}`,
    by: [row.byline ?? ''],
    fields: [
      `s${idWord(row.source_id)}`,
      ...languageField(row.language),
      `t${row.story_id !== null ? 'taken' : (itemStates[row.status] ?? row.status)}`,
    ],
  }));
}

/** As the desk calls them. */
const itemStates: Record<string, string> = {
  usable: 'waiting',
  withheld: 'withheld',
  canceled: 'withdrawn',
};

/** Editions with the copy that is being worked on; and the items that they were made of, which are taken now. */
export async function readEditions(
  newsroom: Newsroom,
  ids: string[],
): Promise<{ things: LookupThing[]; itemIds: string[] }> {
  const rows = await listEditionTexts(newsroom, ids);
  const things = rows.map((row): LookupThing => {
    const wasOut = ['published', 'killed', 'merged'].includes(row.status);
    const isOut = wasOut && row.is_desk_copy === 0;
    return {
      kind: isOut ? 'published' : 'draft',
      id: row.id,
      at: Number(row.updated_at),
      stamp: String(row.updated_at),
      language: row.language,
      title: `${row.headline}\n${row.slug}`,
      text: `${row.dek}\n${htmlToText(row.body_html)}`,
      by: [row.byline, row.by_name ?? '', row.take_by_name ?? ''],
      fields: [
        ...languageField(row.language),
        `t${row.status}`,
        ...(row.section_id === null ? [] : [`c${idWord(row.section_id)}`]),
        ...(row.source_id === null ? [] : [`s${idWord(row.source_id)}`]),
      ],
    };
  });
  return { things, itemIds: [...new Set(rows.flatMap((row) => row.item_id ?? []))] };
}

/** A round through what changes seldom: the next things after an id. Their stamp is what they say. */
export type RoundRead = (newsroom: Newsroom, after: string, most: number) => Promise<LookupThing[]>;

export const readMedia: RoundRead = async (newsroom, after, most) =>
  (await listMediaAfter(newsroom, after, most)).map((row) =>
    stamped({
      kind: 'media',
      id: row.id,
      at: Number(row.created_at),
      language: null,
      title: row.headline || row.caption || row.name,
      text: [row.caption, row.alt, row.name, row.persons, row.place].join('\n'),
      by: [row.creator, row.credit],
      fields: [`k${row.kind}`, ...(row.source_id === null ? [] : [`s${idWord(row.source_id)}`])],
    }),
  );

export const readSpeakers: RoundRead = async (newsroom, after, most) =>
  (await listSpeakersAfter(newsroom, after, most)).map((row) =>
    stamped({
      kind: 'speaker',
      id: row.id,
      at: madeAt(row.id),
      language: null,
      title: [row.name, ...readWords('speakers.variants_json', row.id, row.variants_json)].join('\n'),
      text: titlesOf(row.id, row.roles_json).join('\n'),
      by: [],
      fields: [],
    }),
  );

export const readSources: RoundRead = async (newsroom, after, most) =>
  (await listSourcesAfter(newsroom, after, most)).map((row) =>
    stamped({
      kind: 'source',
      id: row.id,
      at: Number(row.created_at),
      language: row.language,
      title: `${row.name}\n${row.slug}`,
      text: [row.feed_host ?? '', row.site_url ?? ''].join('\n'),
      by: [],
      fields: [...languageField(row.language), `s${idWord(row.id)}`],
    }),
  );

export const readPeople: RoundRead = async (newsroom, after, most) =>
  (await listPeopleAfter(newsroom, after, most)).map((row) =>
    stamped({
      kind: 'person',
      id: row.id,
      at: Date.parse(row.created_at) || 0,
      language: null,
      title: row.name,
      text: [row.slug, row.role, row.bio].join('\n'),
      by: [row.name],
      fields: [],
    }),
  );

/** What a speaker was called in office, over time. */
export function titlesOf(id: string, json: string): string[] {
  return readRecords<{ title?: unknown }>('speakers.roles_json', id, json).flatMap(({ title }) =>
    typeof title === 'string' ? title : [],
  );
}

function stamped(thing: Omit<LookupThing, 'stamp'>): LookupThing {
  const said = createHash('sha256').update(JSON.stringify(thing)).digest('base64url').slice(0, 16);
  return { ...thing, stamp: said };
}

const languageField = (language: string | null): string[] =>
  language === null ? [] : [`l${language.toLowerCase().split('-')[0]}`];

/** An id says when it was made (RFC 9562 section 5.7); 0 where it is of another kind. */
function madeAt(id: string): number {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return Number.isSafeInteger(at) ? at : 0;
}

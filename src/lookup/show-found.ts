/** What is shown of what was found: title, words round those that were looked for, a few facts. */
import { primaryLanguage } from '../kit/language-tag.ts';
import { htmlToText } from '../kit/safe-html.ts';
import { type SnippetPart, snippetOf } from '../morgue/snippet.ts';
import { marksOf, type SearchMarks } from '../morgue/terms.ts';
import type { Newsroom } from '../newsroom.ts';
import { readWords } from '../store/json-column.ts';
import {
  listFoundEditions,
  listFoundItems,
  listFoundMedia,
  listFoundPeople,
  listFoundSources,
  listFoundSpeakers,
} from './found-queries.ts';
import type { FoundThing } from './index-engine.ts';
import type { LookupKind } from './thing.ts';
import { titlesOf } from './things.ts';

/** One line of what was found. */
export interface LookupHit {
  kind: LookupKind;
  id: string;
  /** Where the next page of its kind begins. */
  number: number;
  /** Of an edition, its story. */
  storyId: string | null;
  title: SnippetPart[];
  snippet: SnippetPart[];
  language: string | null;
  /** Short facts in their order: source, state, who. */
  facts: string[];
  at: number | null;
}

/** What of a thing is shown, before its words are marked. */
interface PlainHit {
  id: string;
  storyId?: string;
  title: string;
  /** Looked through for the words, one after the other. */
  texts: string[];
  language?: string | null;
  facts: (string | null)[];
  at?: number;
}

/** In the order in which they were found. */
export async function showFound(
  newsroom: Newsroom,
  kind: LookupKind,
  found: FoundThing[],
  marks: SearchMarks,
): Promise<LookupHit[]> {
  if (found.length === 0) return [];
  const plain = new Map(
    (
      await plainHits(
        newsroom,
        kind,
        found.map(({ id }) => id),
      )
    ).map((hit) => [hit.id, hit]),
  );
  return found.flatMap(({ id, number }) => {
    const hit = plain.get(id);
    return hit ? markHit(kind, hit, { number, marks }) : [];
  });
}

function markHit(
  kind: LookupKind,
  hit: PlainHit,
  { number, marks }: { number: number; marks: SearchMarks },
): LookupHit {
  const language = hit.language ?? null;
  const primary = primaryLanguage(language ?? '');
  const marked = (text: string) => snippetOf(text, marks, primary);
  const title = marked(hit.title);
  const texts = hit.texts.filter((text) => text !== '');
  const snippet = texts.map(marked).find((parts) => parts.length > 0);
  const first = texts[0] === undefined ? [] : [{ text: openingOf(texts[0]), found: false }];
  return {
    kind,
    id: hit.id,
    number,
    storyId: hit.storyId ?? null,
    title: title.length > 0 ? title : [{ text: hit.title, found: false }],
    snippet: snippet ?? first,
    language,
    facts: hit.facts.filter((fact): fact is string => fact !== null && fact !== ''),
    at: hit.at === undefined ? null : Number(hit.at),
  };
}

/** The beginning of a text, in whole words; where nothing parts words, in whole letters. */
function openingOf(text: string): string {
  if (text.length <= OPENING_LENGTH) return text;
  const cut = text.slice(0, OPENING_LENGTH).replace(/[\ud800-\udbff]$/, '');
  return `${cut.replace(/(?<=\S.{40,})\s+\S*$/, '')} …`;
}

const OPENING_LENGTH = 160; // characters shown of what was found by its title
const LOOKED_AT = 20_000; // characters of a text in which the words are looked for, to show where they stand

/** By kind, as each room keeps it. */
async function plainHits(newsroom: Newsroom, kind: LookupKind, ids: string[]): Promise<PlainHit[]> {
  switch (kind) {
    case 'item':
      return (await listFoundItems(newsroom, ids)).map((row) => ({
        id: row.id,
        title: row.headline || row.summary,
        texts: [row.summary, (row.text ?? '').slice(0, LOOKED_AT)],
        language: row.language,
        facts: [row.source_name, row.status === 'usable' ? null : row.status, row.story_id ? 'taken' : null],
        at: row.at,
      }));
    case 'draft':
    case 'published':
      return (await listFoundEditions(newsroom, ids)).map((row) => ({
        id: row.id,
        storyId: row.story_id,
        title: row.headline || row.slug,
        texts: [row.dek, htmlToText(row.body_html).slice(0, LOOKED_AT)],
        language: row.language,
        facts: [
          row.status === 'published' || row.status === 'draft' ? null : row.status,
          row.section_name,
          row.by_name ?? row.byline,
        ],
        at: row.at,
      }));
    case 'media':
      return (await listFoundMedia(newsroom, ids)).map((row) => ({
        id: row.id,
        title: row.headline || row.caption || row.name,
        texts: [row.caption, row.alt, row.name],
        facts: [row.kind, row.credit],
        at: row.at,
      }));
    default:
      return plainNames(newsroom, kind, ids);
  }
}

async function plainNames(
  newsroom: Newsroom,
  kind: 'speaker' | 'source' | 'person',
  ids: string[],
): Promise<PlainHit[]> {
  if (kind === 'speaker')
    return (await listFoundSpeakers(newsroom, ids)).map((row) => ({
      id: row.id,
      title: row.name,
      texts: [
        readWords('speakers.variants_json', row.id, row.variants_json).join(' · '),
        titlesOf(row.id, row.roles_json).join(' · '),
      ],
      facts: [],
    }));
  if (kind === 'source')
    return (await listFoundSources(newsroom, ids)).map((row) => ({
      id: row.id,
      title: row.name,
      texts: [row.feed_host ?? '', row.site_url ?? '', row.slug],
      facts: [row.feed_host],
    }));
  return (await listFoundPeople(newsroom, ids)).map((row) => ({
    id: row.id,
    title: row.name,
    texts: [row.bio],
    facts: [row.role, row.left_at === null ? null : 'left'],
  }));
}

/** Things by their ids, each as it stands now; of one that is gone there is none. */
export async function showRung(
  newsroom: Newsroom,
  things: { thingId: string; kind: LookupKind }[],
): Promise<Map<string, LookupHit>> {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  const marks = marksOf([]);
  const all = await Promise.all(
    kinds.map(async (kind) => {
      const ids = [...new Set(things.flatMap((thing) => (thing.kind === kind ? thing.thingId : [])))];
      const plain = await plainHits(newsroom, kind, ids);
      return plain.map((hit) => markHit(kind, hit, { number: 0, marks }));
    }),
  );
  return new Map(all.flat().map((hit) => [hit.id, hit]));
}

/** A published story as IPTC ninjs 3.1. */
import type { LiveEntry } from '../entries/entry.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Hop } from '../sourcing/hops.ts';
import type { Statement } from '../sourcing/statement.ts';
import type { Masthead } from '../stories/masthead.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { Kin } from '../translation/kin.ts';
import { dressedBody } from '../views/dressed-body.tsx';
import { GENRES, kindFormats } from '../views/kind-formats.ts';
import { ninjsEntries } from './entry-json.ts';
import { ninjsMediaOf } from './ninjs-picture.ts';
import { instantJson } from './story-json.ts';

export const NINJS_STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
};

export interface NinjsContext {
  story: PublishedStory;
  /** Who says what in it; speakers and those who passed their words on are named among the sources. */
  statements: readonly Statement[];
  kin: Kin;
  /** The newest of a live story. */
  entries?: readonly LiveEntry[];
}

export function ninjsOf(
  site: string,
  masthead: Masthead,
  { story, statements, kin, entries = [] }: NinjsContext,
) {
  const text = htmlToText(story.bodyHtml);
  return {
    uri: site + story.path,
    standard: NINJS_STANDARD,
    type: 'text',
    language: story.language,
    version: String(story.takeNumber),
    firstCreated: instantJson(story.firstPublishedAt),
    versionCreated: instantJson(story.publishedAt),
    pubStatus: 'usable',
    headlines: [{ role: 'main', value: story.headline }],
    ...(story.dek ? { descriptions: [{ role: 'summary', value: story.dek }] } : {}),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: dressedBody(story.bodyHtml, { media: story.bodyMedia, site }),
      },
      {
        role: 'main',
        contentType: 'text/plain',
        value: text,
        wordCount: text.split(/\s+/).filter(Boolean).length,
      },
    ],
    ...(story.byline ? { by: story.byline } : {}),
    ...(story.dateline ? { located: story.dateline } : {}),
    subjects: story.topics.map((topic) => ({ name: topic.name, uri: `${site}/topic/${topic.slug}` })),
    ...genresOf(story),
    copyrightHolder: masthead.name,
    altIds: [
      { role: 'edition', value: `urn:uuid:${story.editionId}` },
      { role: 'story', value: `urn:uuid:${story.storyId}` },
    ],
    ...digitalSource(story, kin),
    infoSources: [
      ...sourcesOf(story, statements),
      ...translatorsOf(kin),
      { name: masthead.name, role: 'published', uri: site },
    ],
    ...associationsOf(site, story, { kin, entries }),
    trustIndicators: [
      {
        role: 'http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy',
        title: 'Corrections',
        href: `${site}/corrections`,
      },
    ],
  };
}

/** IPTC's genre, where it has one for the kind; our own word for it otherwise. */
function genresOf({ kind }: PublishedStory) {
  const { genre } = kindFormats[kind];
  return { genres: [genre ? { name: genre.name, uri: GENRES + genre.code } : { literal: kind }] };
}

const CODES = 'http://cv.iptc.org/newscodes/digitalsourcetype';

/**
 * Where the words come from, as docs/decisions/0006-translation.md has it. A translation by an engine is people's work
 * that software has changed, not work that software made. What a source sent us it may have made in any way: of that
 * nothing is said.
 */
function digitalSource({ source, hops }: PublishedStory, { translation }: Kin) {
  if (translation?.made === 'trained') {
    const name = 'Edited using Generative AI';
    return { digitalSourceType: { name, uri: `${CODES}/compositeWithTrainedAlgorithmicMedia` } };
  }
  if (translation?.made === 'rules') {
    const name = 'Algorithmically-altered media';
    return { digitalSourceType: { name, uri: `${CODES}/algorithmicallyEnhanced` } };
  }
  if (source !== null || hops.length > 0) return {};
  return { digitalSourceType: { name: 'Digital creation', uri: `${CODES}/digitalCreation` } };
}

/** What translated, and who read it against the original: parties that modified the content. */
function translatorsOf({ translation }: Kin) {
  if (!translation) return [];
  const engines = translation.engines.map(({ name, version }) => ({
    name: version === null ? name : `${name} ${version}`,
    role: 'translated',
  }));
  return translation.checked
    ? [...engines, { name: translation.checked.name, role: 'read the translation' }]
    : engines;
}

/** Its media, the story's other editions, each with what it is to this one, and entries of a live story. */
function associationsOf(
  site: string,
  story: PublishedStory,
  { kin: { original, translations }, entries }: { kin: Kin; entries: readonly LiveEntry[] },
) {
  const made = new Set(translations.map(({ editionId }) => editionId));
  const editions = story.editions.map(({ editionId, language, path, headline }) => ({
    rel:
      editionId === original?.editionId ? 'translationOf' : made.has(editionId) ? 'translation' : 'edition',
    name: headline,
    uri: site + path,
    type: 'text',
    language,
    headlines: [{ role: 'main', value: headline }],
  }));
  const associations = [...ninjsMediaOf(site, story), ...editions, ...ninjsEntries(site, story, entries)];
  return associations.length === 0 ? {} : { associations };
}

/** Parties by what they did, each once: the story's way to us, then whoever speaks, and through whom that was heard. */
function sourcesOf(story: PublishedStory, statements: readonly Statement[]) {
  const sources = new Map<string, { name: string; role: string; uri?: string }>();
  const put = (name: string, role: string, uri: string | null) => {
    const key = JSON.stringify([name, role]);
    const known = sources.get(key);
    if (!known) sources.set(key, { name: name || 'unknown', role, ...(uri ? { uri } : {}) });
    else if (uri) known.uri ??= uri;
  };
  const putHop = ({ party, act, link }: Pick<Hop, 'party' | 'act' | 'link'>) => put(party, act, link);
  for (const hop of story.hops) putHop(hop);
  for (const { speaker, hops } of statements) {
    put(speaker.name, 'said', null);
    for (const hop of hops) putHop(hop);
  }
  return [...sources.values()];
}

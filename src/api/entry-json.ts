/** Entries of a live story as the API gives them, and as what they are to its ninjs. */
import type { z } from 'zod';
import { entryPath, entryTitle, type LiveEntry } from '../entries/entry.ts';
import type { LiveCoverage } from '../entries/read-entries.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { PublishedStory } from '../stories/read.ts';
import { dressedBody } from '../views/dressed-body.tsx';
import { ninjsMediaOf } from './ninjs-picture.ts';
import type * as schemas from './schemas.ts';
import { hopJson, instantJson, statementJson } from './story-json.ts';

/** Of one that was withdrawn only its place and the notice are given: its words are said no more. */
export function entryJson(
  site: string,
  story: Pick<PublishedStory, 'path' | 'language'>,
  entry: LiveEntry,
): z.infer<typeof schemas.entry> {
  const { withdrawn, picture, source } = entry;
  const isGone = withdrawn !== null;
  return {
    id: entry.id,
    number: entry.number ?? 0,
    url: `${site}${entryPath(story.path, entry.number ?? 0)}`,
    headline: isGone ? '' : entry.headline,
    title: isGone ? '' : entryTitle(entry, story.language),
    byline: isGone ? '' : entry.byline,
    html: isGone ? '' : dressedBody(entry.bodyHtml, { media: entry.media, site }),
    key: entry.isKey && !isGone,
    pinned: entry.isPinned && !isGone,
    published: instantJson(entry.at),
    changed: instantJson(withdrawn?.at ?? entry.changedAt),
    source: source && !isGone ? { name: source.name, credit: source.credit } : null,
    original: isGone ? null : (entry.hops.findLast(({ link }) => link !== null)?.link ?? null),
    hops: isGone ? [] : entry.hops.map(hopJson),
    statements: isGone ? [] : entry.statements.map(statementJson),
    picture:
      picture === null || isGone
        ? null
        : {
            url: `${site}${picture.card}`,
            alt: picture.alt,
            caption: picture.caption,
            credit: picture.credit,
          },
    corrections: isGone ? [] : entry.corrections.map(({ notice, at }) => ({ notice, at: instantJson(at) })),
    withdrawn: withdrawn && { notice: withdrawn.notice, at: instantJson(withdrawn.at) },
    translationOf: entry.originalId,
    translation: isGone ? null : translationJson(entry),
  };
}

/** Its sentences beside their originals where readers have that entry too. */
function translationJson({ translation, original }: LiveEntry): z.infer<typeof schemas.entry>['translation'] {
  if (!translation) return null;
  const { fromLanguage, engines, checked, sentences } = translation;
  return {
    from: fromLanguage,
    engines,
    read: checked && { by: checked.name, at: instantJson(checked.at) },
    sentences:
      original === null
        ? []
        : sentences.map(({ original: said, translated }) => ({ original: said, translated })),
  };
}

/** That a story is live, from when to when, and where its entries are. */
export function liveJson(
  site: string,
  editionId: string,
  { startedAt, endedAt, last }: LiveCoverage,
): z.infer<typeof schemas.live> {
  return {
    started: instantJson(startedAt),
    ended: endedAt === null ? null : instantJson(endedAt),
    entries: last,
    api: `${site}/api/stories/${editionId}/entries`,
  };
}

/** Each entry as an association: ninjs has no live story of its own, and every item may hold others. */
export function ninjsEntries(site: string, story: PublishedStory, entries: readonly LiveEntry[]): object[] {
  return entries
    .filter(({ withdrawn }) => withdrawn === null)
    .map((entry) => {
      const text = htmlToText(entry.bodyHtml);
      const pictures = ninjsMediaOf(site, { ...entry, bodyMedia: entry.media, language: story.language });
      return {
        rel: entry.isKey ? 'keyMoment' : 'entry',
        name: entryTitle(entry, story.language),
        uri: `${site}${entryPath(story.path, entry.number ?? 0)}`,
        type: 'text',
        language: story.language,
        version: String(entry.corrections.length + 1),
        firstCreated: instantJson(entry.at),
        versionCreated: instantJson(entry.changedAt),
        pubStatus: 'usable',
        headlines: [{ role: 'main', value: entryTitle(entry, story.language) }],
        bodies: [
          {
            role: 'main',
            contentType: 'text/html',
            value: dressedBody(entry.bodyHtml, { media: entry.media, site }),
          },
          { role: 'main', contentType: 'text/plain', value: text },
        ],
        ...(entry.byline ? { by: entry.byline } : {}),
        altIds: [{ role: 'entry', value: `urn:uuid:${entry.id}` }],
        ...infoSourcesOf(entry),
        ...(pictures.length > 0 ? { associations: pictures } : {}),
      };
    });
}

/** Whose report it was, what translated it and who read that: as of a story. */
function infoSourcesOf({ source, translation }: LiveEntry): {
  infoSources?: { name: string; role: string }[];
} {
  const sources = [
    ...(source ? [{ name: source.name, role: 'reported' }] : []),
    ...(translation?.engines ?? []).map(({ name, version }) => {
      return { name: [name, version].filter(Boolean).join(' '), role: 'translated' };
    }),
    ...(translation?.checked ? [{ name: translation.checked.name, role: 'read the translation' }] : []),
  ];
  return sources.length > 0 ? { infoSources: sources } : {};
}

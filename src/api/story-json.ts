/** A published story as the API gives it: see schemas.ts. */
import type { z } from 'zod';
import type { Hop } from '../sourcing/hops.ts';
import type { Statement } from '../sourcing/statement.ts';
import type { PublishedStory, PublishedSummary } from '../stories/read.ts';
import type { Kin } from '../translation/kin.ts';
import { dressedBody } from '../views/dressed-body.tsx';
import type * as schemas from './schemas.ts';

type Json<Name extends 'summary' | 'story'> = z.infer<(typeof schemas)[Name]>;

/** As programs are given an instant: ISO 8601, UTC, with its milliseconds. */
export const instantJson = (at: number): string => new Date(at).toISOString();

export function summaryJson(site: string, story: PublishedSummary): Json<'summary'> {
  return {
    id: story.editionId,
    story: story.storyId,
    url: site + story.path,
    api: `${site}/api/stories/${story.editionId}`,
    language: story.language,
    headline: story.headline,
    dek: story.dek,
    kind: story.kind,
    byline: story.byline,
    section: story.section && { slug: story.section.slug, name: story.section.name },
    source: story.source && { name: story.source.name, credit: story.source.credit },
    through: story.hopParties,
    published: instantJson(story.firstPublishedAt),
    changed: instantJson(story.publishedAt),
  };
}

export function storyJson(
  site: string,
  story: PublishedStory,
  statements: Statement[],
  kin: Kin,
  live: Json<'story'>['live'],
): Json<'story'> {
  return {
    ...summaryJson(site, story),
    dateline: story.dateline,
    html: dressedBody(story.bodyHtml, { media: story.bodyMedia, site }),
    topics: story.topics.map(({ slug, name }) => ({ slug, name })),
    original: story.originalLink,
    hops: story.hops.map(hopJson),
    statements: statements.map(statementJson),
    corrections: story.corrections.map(({ kind, notice, at }) => ({ kind, notice, at: instantJson(at) })),
    editions: story.editions.map(({ editionId, language, path, headline }) => ({
      language,
      url: site + path,
      headline,
      api: `${site}/api/stories/${editionId}`,
    })),
    translation: translationJson(site, story, kin),
    live,
    ninjs: `${site}/api/stories/${story.editionId}.ninjs.json`,
  };
}

function translationJson(
  site: string,
  story: PublishedStory,
  { translation, original }: Kin,
): Json<'story'>['translation'] {
  if (!translation) return null;
  const { fromLanguage, made, engines, checked, sentences } = translation;
  return {
    from: fromLanguage,
    of: original ? site + original.path : story.originalLink,
    made,
    engines,
    read: checked && { by: checked.name, at: instantJson(checked.at) },
    sentences: sentences.flatMap(({ original: words, translated }) =>
      words === null ? [] : [{ original: words, translated }],
    ),
  };
}

export function statementJson(statement: Statement): Json<'story'>['statements'][number] {
  const { originalWords } = statement;
  return {
    words: statement.words,
    form: statement.form,
    speaker: { name: statement.speaker.name, role: statement.speakerRole },
    occasion: statement.occasion,
    hops: statement.hops.map(hopJson),
    standing: statement.standing,
    standingNote: statement.standingNote,
    original: originalWords === null ? null : { words: originalWords, language: statement.originalLanguage },
  };
}

export function hopJson({ party, act, language, link, at }: Omit<Hop, 'id' | 'sourceId'>) {
  return { party, act, language, link, at: at === null ? null : instantJson(at) };
}

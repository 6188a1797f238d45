/** What search engines and other programs read of a story: schema.org, in a data block that no text can break out of. */
import { type Hop, stepsOf } from '../sourcing/hops.ts';
import type { MarkedBody } from '../sourcing/mark-statements.ts';
import type { Statement } from '../sourcing/statement.ts';
import { bylineNames } from '../stories/byline.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { SeriesPlace } from '../stories/read-ties.ts';
import type { Kin, Sibling } from '../translation/kin.ts';
import { genreOf, kindFormats } from '../views/kind-formats.ts';
import { isoWithOffset } from '../views/when.ts';
import type { Frame } from './frame.tsx';
import { bodyImageObjects, imageObjects } from './image-object.ts';

/** The story as an article of its kind. */
export function newsArticle(
  story: PublishedStory,
  { masthead, address }: Frame,
  { marked, kin, series }: { marked: MarkedBody; kin: Kin; series: SeriesPlace | null },
): object {
  const at = (instant: number) => isoWithOffset(masthead.timeZone, instant);
  const url = `${address}${story.path}`;
  const paper = organizationOf({ masthead, address });
  return {
    '@context': 'https://schema.org',
    '@type': kindFormats[story.kind].type,
    '@id': url,
    mainEntityOfPage: url,
    url,
    headline: story.headline,
    description: story.dek || undefined,
    inLanguage: story.language,
    datePublished: at(story.firstPublishedAt),
    dateModified: at(story.publishedAt),
    articleSection: story.section?.name,
    genre: genreOf(story.kind) ?? undefined,
    keywords: story.topics.map((topic) => topic.name),
    dateline: story.dateline || undefined,
    image: imagesOf(story, address),
    author: authorOf(story, paper, address),
    publisher: paper,
    isAccessibleForFree: true,
    creditText: story.source?.credit || undefined,
    ...translationFacts(story, kin, paper, address),
    isBasedOn: basedOn(story),
    isPartOf: seriesOf(series, address),
    position: series?.number,
    correction: story.corrections.map(({ notice, at: instant }) => ({
      '@type': 'CorrectionComment',
      text: notice,
      datePublished: at(instant),
    })),
    citation: citationsOf(marked),
    hasPart: marked.notes.flatMap((note) => note.statements.map((each) => quotationOf(each, story.language))),
  };
}

function imagesOf(story: PublishedStory, address: string): object[] | undefined {
  const images = [...(imageObjects(story.picture, address) ?? []), ...bodyImageObjects(story, address)];
  return images.length > 0 ? images : undefined;
}

function seriesOf(series: SeriesPlace | null, address: string): object | undefined {
  if (!series) return undefined;
  const url = `${address}/series/${series.slug}`;
  return { '@type': 'CreativeWorkSeries', '@id': url, url, name: series.name };
}

/** The paper, as who publishes. */
export function organizationOf({ masthead, address }: Pick<Frame, 'masthead' | 'address'>): object {
  return {
    '@type': 'NewsMediaOrganization',
    name: masthead.name,
    url: address,
    logo: `${address}/icon-512.png`,
  };
}

/** One each; who has a page here is known by it. An agency in a byline is no person. */
function authorOf(
  { byline, author, hops, source }: PublishedStory,
  paper: object,
  address: string,
): object[] {
  const names = bylineNames(byline, author?.name);
  if (names.length === 0) return [paper];
  const bodies = new Set([
    source?.name,
    ...hops.filter(({ act }) => act !== 'said').map(({ party }) => party),
  ]);
  return names.map((name) => ({
    '@type': bodies.has(name) ? 'Organization' : 'Person',
    name,
    url: author && author.name === name ? `${address}/author/${author.slug}` : undefined,
  }));
}

/** What it is a translation of, what translated it, who read it, and what was translated of it. */
function translationFacts(
  story: PublishedStory,
  { translation, original, translations }: Kin,
  paper: object,
  address: string,
): object {
  const edition = ({ path, language, headline }: Sibling) => ({
    '@type': kindFormats[story.kind].type,
    '@id': `${address}${path}`,
    url: `${address}${path}`,
    inLanguage: language,
    headline,
  });
  const workTranslation = translations.length > 0 ? translations.map(edition) : undefined;
  if (!translation) return { workTranslation };
  const { fromLanguage, engines, made, checked } = translation;
  const elsewhere = {
    '@type': 'CreativeWork',
    inLanguage: fromLanguage,
    url: story.originalLink ?? undefined,
  };
  return {
    workTranslation,
    translationOfWork: original ? edition(original) : elsewhere,
    translator: engines.length > 0 ? engines.map(softwareOf) : [paper],
    editor: checked ? { '@type': 'Person', name: checked.name } : undefined,
    digitalSourceType: DIGITAL_SOURCE[made],
  };
}

// See docs/decisions/0006-translation.md. Schema.org has no word for what people wrote with a keyboard.
const DIGITAL_SOURCE = {
  trained: 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
  rules: 'https://schema.org/AlgorithmicallyEnhancedDigitalSource',
  desk: undefined,
};

/** An engine that translated. */
export function softwareOf({ name, version }: { name: string; version: string | null }): object {
  return { '@type': 'SoftwareApplication', name, softwareVersion: version ?? undefined };
}

/** Each step that came before us, last first; those with a link can be followed. What one party did in a row is one. */
function basedOn(story: PublishedStory): object[] {
  return worksOf(story.hops);
}

function worksOf(hops: readonly Hop[]): object[] {
  return stepsOf(hops.filter(({ act }) => act !== 'published'))
    .toReversed()
    .map(({ party, link, languages }) => ({
      '@type': 'CreativeWork',
      url: link ?? undefined,
      inLanguage: languages.at(-1),
      publisher: party === '' ? undefined : { '@type': 'Organization', name: party },
    }));
}

/** A statement as a quotation: who said it, the words before they were translated, and through whom it came. */
function quotationOf(statement: Statement, language: string): object {
  const { speaker, speakerRole, originalWords, originalLanguage, hops } = statement;
  const person = { '@type': 'Person', name: speaker.name, jobTitle: speakerRole || undefined };
  const way = worksOf(hops);
  return {
    '@type': 'Quotation',
    text: statement.words,
    inLanguage: language,
    creator: person,
    spokenByCharacter: person,
    isBasedOn: way.length > 0 ? way : undefined,
    translationOfWork: originalWords
      ? {
          '@type': 'Quotation',
          text: originalWords,
          inLanguage: originalLanguage ?? undefined,
          creator: person,
        }
      : undefined,
  };
}

/** Addresses at which what is said here can be read as others reported it, each once. */
function citationsOf(marked: MarkedBody): object[] | undefined {
  const works = new Map<string, object>();
  for (const { hops } of marked.notes) {
    for (const { link, party } of hops) {
      if (link !== null)
        works.set(link, {
          '@type': 'CreativeWork',
          url: link,
          publisher: party === '' ? undefined : { '@type': 'Organization', name: party },
        });
    }
  }
  return works.size > 0 ? [...works.values()] : undefined;
}

/** What search engines and other programs read of a story: schema.org, in a data block that no text can break out of. */
import { type Hop, stepsOf } from '../sourcing/hops.ts';
import type { Marked } from '../sourcing/mark-statements.ts';
import type { Statement } from '../sourcing/statement.ts';
import type { PublishedStory } from '../stories/read.ts';
import { isoWithOffset } from '../views/when.ts';
import type { Frame } from './frame.tsx';

/** The NewsArticle of a story. */
export function newsArticle(story: PublishedStory, marked: Marked, { masthead, address }: Frame): object {
  const at = (instant: number) => isoWithOffset(masthead.timeZone, instant);
  const url = `${address}${story.path}`;
  const paper = {
    '@type': 'NewsMediaOrganization',
    name: masthead.name,
    url: address,
    logo: `${address}/icon-512.png`,
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    mainEntityOfPage: url,
    url,
    headline: story.headline,
    description: story.dek || undefined,
    inLanguage: story.language,
    datePublished: at(story.firstPublishedAt),
    dateModified: at(story.publishedAt),
    articleSection: story.section?.name,
    keywords: story.topics.map((topic) => topic.name),
    dateline: story.dateline || undefined,
    image: story.picture ? [`${address}${story.picture.card}`] : undefined,
    author: authorOf(story, paper, address),
    publisher: paper,
    isAccessibleForFree: true,
    creditText: story.source?.credit || undefined,
    isBasedOn: basedOn(story),
    correction: story.corrections.map(({ notice, at: instant }) => ({
      '@type': 'CorrectionComment',
      text: notice,
      datePublished: at(instant),
    })),
    citation: citationsOf(marked),
    hasPart: marked.notes.flatMap((note) => note.statements.map((each) => quotationOf(each, story.language))),
  };
}

/** JSON for a script element: no `<` in it, so that nothing in the text can end the element. */
export function jsonForScript(data: object): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function authorOf(story: PublishedStory, paper: object, address: string): object[] {
  if (story.byline === '') return [paper];
  const url = story.author ? `${address}/author/${story.author.slug}` : undefined;
  return [{ '@type': 'Person', name: story.byline, url }];
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
function citationsOf(marked: Marked): object[] | undefined {
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

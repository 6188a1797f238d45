/** What search engines and other programs read of a story: schema.org, in a data block that no text can break out of. */
import type { Marked } from '../sourcing/mark-statements.ts';
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
    hasPart: marked.notes.flatMap((note) =>
      note.statements.map((statement) => ({
        '@type': 'Quotation',
        text: statement.words,
        spokenByCharacter: { '@type': 'Person', name: note.speaker.name, jobTitle: note.role || undefined },
      })),
    ),
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

/** Each step that came before us, last first; those with a link can be followed. */
function basedOn(story: PublishedStory): object[] {
  return story.hops
    .filter((hop) => hop.act !== 'published')
    .toReversed()
    .map((hop) => ({
      '@type': 'CreativeWork',
      url: hop.link ?? undefined,
      inLanguage: hop.language ?? undefined,
      publisher: { '@type': 'Organization', name: hop.party },
    }));
}

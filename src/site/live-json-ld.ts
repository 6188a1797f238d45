/** What search engines read of a live story: schema.org's LiveBlogPosting, with its newest entries. */
import { entryPath, entryTitle, type LiveEntry } from '../entries/entry.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { PublishedStory } from '../stories/read.ts';
import { isoWithOffset } from '../views/when.ts';
import type { Frame } from './frame.tsx';
import { imageObjects } from './image-object.ts';
import { organizationOf, softwareOf } from './json-ld.ts';
import type { LiveOnPage } from './live-story.tsx';

const MOST_UPDATES = 12; // entries: who reads this comes again, and the page stays small
const LONGEST_UPDATE = 600; // characters of one

/** The story's article as a live one: from when to when, and what was written last. */
export function liveBlogPosting(
  article: object,
  story: PublishedStory,
  live: LiveOnPage,
  frame: Frame,
): object {
  const { masthead, address } = frame;
  const at = (instant: number) => isoWithOffset(masthead.timeZone, instant);
  const paper = organizationOf({ masthead, address });
  const updates = live.newest.filter(({ withdrawn }) => withdrawn === null).slice(0, MOST_UPDATES);
  return {
    ...article,
    '@type': 'LiveBlogPosting',
    coverageStartTime: at(live.startedAt),
    coverageEndTime: live.endedAt === null ? undefined : at(live.endedAt),
    liveBlogUpdate: updates.map((entry) => ({
      '@type': 'BlogPosting',
      '@id': `${address}${entryPath(story.path, entry.number ?? 0)}`,
      url: `${address}${entryPath(story.path, entry.number ?? 0)}`,
      headline: entryTitle(entry, story.language),
      inLanguage: story.language,
      datePublished: at(entry.at),
      dateModified: at(entry.changedAt),
      articleBody: bodyOf(entry),
      image: entry.picture ? imageObjects(entry.picture, address) : undefined,
      author: entry.byline === '' ? [paper] : [{ '@type': 'Person', name: entry.byline }],
      publisher: paper,
      creditText: entry.source?.credit || undefined,
      translator: translatorsOf(entry, paper),
      editor: editorOf(entry),
    })),
  };
}

function bodyOf(entry: LiveEntry): string {
  const text = htmlToText(entry.bodyHtml);
  if (text.length <= LONGEST_UPDATE) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_UPDATE))}…`;
}

/** Of an entry that is a translation: the engines, else the paper; and who read it against the original. */
function translatorsOf({ translation }: LiveEntry, paper: object): object[] | undefined {
  if (!translation) return undefined;
  const engines = translation.engines.map(softwareOf);
  return engines.length > 0 ? engines : [paper];
}

function editorOf({ translation }: LiveEntry): object | undefined {
  return translation?.checked ? { '@type': 'Person', name: translation.checked.name } : undefined;
}

/** The Harbour Post for benches: a data folder with one published story, long as stories are. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeBody } from '../src/kit/safe-html.ts';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, openNewsroom } from '../src/newsroom.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { draftStory } from '../src/stories/draft.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { publishStory } from '../src/stories/publish.ts';
import { getPublished } from '../src/stories/read.ts';
import { scheduleStory } from '../src/stories/schedule.ts';
import { addSection } from '../src/stories/sections.ts';

export interface Paper {
  /** The data folder. */
  data: string;
  /** Where the story is read. */
  path: string;
  remove(): void;
}

export const PARAGRAPHS = 24; // some 900 words: a long story of a small paper

/** Stories that go out by themselves: so many, the first after so long, some time apart (ms). */
export interface ToCome {
  scheduled: number;
  after: number;
  apart: number;
}

/** In a file, or in the empty PostgreSQL database that CRIER_DATABASE_URL names. */
export async function makePaper(toCome?: ToCome): Promise<Paper> {
  const data = mkdtempSync(join(tmpdir(), 'crier-bench-'));
  const { CRIER_DATABASE_URL = '' } = process.env;
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent', CRIER_DATABASE_URL });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await migrateStore(newsroom.store, newsroom.engine);
  await setUpMasthead(newsroom, {
    name: 'The Harbour Post',
    tagline: 'From the quay, since this morning',
    language: 'en',
    timeZone: 'Europe/Athens',
    contact: 'desk@harbour.example',
    by,
  });
  const { id: sectionId } = await addSection(newsroom, { name: 'City' });
  const copy = {
    headline: 'Council votes to keep the ferry through the winter',
    dek: 'Two boats a day will cross until spring, for a year and on conditions.',
    byline: 'Nadia Holm',
    dateline: 'Harbour',
    bodyHtml: safeBody(Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at)).join('')),
    pictureId: null,
  };
  const draft = { copy, language: 'en', sectionId, hops: [], by };
  const { storyId, editionId } = await draftStory(newsroom, draft);
  await publishStory(newsroom, { storyId, by, override: 'a bench' });
  for (let at = 0; at < (toCome?.scheduled ?? 0); at += 1) {
    const next = await draftStory(newsroom, { ...draft, copy: { ...copy, headline: `Story ${at + 1}` } });
    const publishAt = newsroom.clock.now() + (toCome?.after ?? 0) + at * (toCome?.apart ?? 0);
    await scheduleStory(newsroom, { storyId: next.storyId, publishAt, by });
  }
  const story = await getPublished(newsroom, editionId);
  await newsroom.close();
  if (!story) throw new Error('the story was not published');
  return { data, path: story.path, remove: () => rmSync(data, { recursive: true, force: true }) };
}

/** No two alike, so that packing does not find the same sentence again and again. */
export function paragraph(at: number): string {
  const boats = ['Aurelia', 'Northern Light', 'Constance', 'Old Marie', 'Petrel', 'Halcyon'];
  const boat = boats[at % boats.length];
  const amount = 1_200 + at * 137;
  const hour = 6 + (at % 12);
  return (
    `<p>The ${boat} leaves at ${hour}:${String((at * 7) % 60).padStart(2, '0')} and carried ${amount} passengers ` +
    `in its ${at + 1}th week, ${amount % 19} fewer than the harbour office had planned for. ` +
    `A berth costs ${(amount / 11).toFixed(2)} a night, and the council will pay ${amount * 3} of it ` +
    `until the ${(at % 27) + 1}th of the month; what happens after that is for the committee to say.</p>`
  );
}

/** The Harbour Post with its people and stories, written into a folder before Crier is started on it: for journeys that begin there. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { harbourPost, people, sections } from '../../../src/cli/demo/cast.ts';
import { safeBody } from '../../../src/kit/safe-html.ts';
import { readSettings } from '../../../src/kit/settings.ts';
import { theNewsroomItself as by, type Newsroom, openNewsroom } from '../../../src/newsroom.ts';
import { addStaff } from '../../../src/staff/staff.ts';
import { migrateStore } from '../../../src/store/migrate.ts';
import { type Draft, draftStory } from '../../../src/stories/draft.ts';
import { setUpMasthead } from '../../../src/stories/masthead.ts';
import { publishStory } from '../../../src/stories/publish.ts';
import { addSection } from '../../../src/stories/sections.ts';

export interface ReadyPaper {
  data: string;
  newsroom: Newsroom;
  /** Written and published, unless it is to stay a draft. */
  write(story: {
    headline: string;
    body?: string;
    more?: Partial<Draft>;
    isDraft?: boolean;
  }): Promise<{ storyId: string; editionId: string }>;
}

/** `fill` is handed a paper that nobody serves yet; what follows from its acts is done when Crier starts. */
export async function makeReadyPaper(fill: (paper: ReadyPaper) => Promise<void>): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'crier-e2e-'));
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  try {
    await migrateStore(newsroom.store, newsroom.engine);
    await setUpMasthead(newsroom, { ...harbourPost, by });
    const made: { id: string }[] = [];
    for (const name of sections) made.push(await addSection(newsroom, { name }));
    for (const person of [people.theo, people.petros])
      await addStaff(newsroom, { ...person, role: 'editor', by });
    await fill({
      data,
      newsroom,
      async write({ headline, body = 'It was said at the harbour this morning.', more = {}, isDraft }) {
        const bodyHtml = safeBody(`<p>${body}</p>`);
        const copy = {
          headline,
          dek: '',
          byline: people.petros.name,
          dateline: '',
          bodyHtml,
          pictureId: null,
        };
        const sectionId = made[1]?.id ?? null;
        const drafted = await draftStory(newsroom, {
          copy,
          language: 'en',
          hops: [],
          sectionId,
          by,
          ...more,
        });
        if (!isDraft) await publishStory(newsroom, { storyId: drafted.storyId, override: 'a test', by });
        return drafted;
      },
    });
  } finally {
    await newsroom.close();
  }
  return data;
}

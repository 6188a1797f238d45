/**
 * Makes the newsroom that the bench of the desk opens: twenty stories of thirty paragraphs, each with statements, findings and a
 * translation. It uses only what the commit that is measured beside has too, and is run in either checkout with its own source:
 * `tsx bench/desk-stories.ts FOLDER`, which prints the stories' ids.
 */
import { existsSync } from 'node:fs';
import * as cast from '../src/cli/demo/cast.ts';
import { safeBody } from '../src/kit/safe-html.ts';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, openNewsroom } from '../src/newsroom.ts';
import { addStaff } from '../src/staff/staff.ts';
import * as migrations from '../src/store/migrate.ts';
import { draftStory } from '../src/stories/draft.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { startTranslation } from '../src/translation/start-translation.ts';

const STORIES = 20;
const PARAGRAPHS = 30;
const STATEMENTS = 4;

// As they are called here and as they were called there.
const { migrateStore } = renamed(migrations, { migrateStore: 'migrate' });
const { harbourPost } = renamed(cast, { harbourPost: 'paper' });
// Where it stands here, and where it stood there.
const statements = ['../src/stories/statements.ts', '../src/sourcing/statements.ts'];
const place = statements.find((path) => existsSync(new URL(path, import.meta.url))) ?? '';
const { addStatement } = (await import(place)) as typeof import('../src/stories/statements.ts');

function renamed<Room extends object>(room: Room, before: Record<string, string>): Room {
  const names = room as Record<string, unknown>;
  const here = Object.entries(before).map(([name, old]) => [name, names[name] ?? names[old]]);
  return { ...room, ...Object.fromEntries(here) };
}

const data = process.argv[2] ?? '';
const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
if ('problems' in settings) throw new Error(settings.problems.join(' '));
const newsroom = await openNewsroom(settings);
await migrateStore(newsroom.store, newsroom.engine);
await setUpMasthead(newsroom, { ...harbourPost, by });
await addStaff(newsroom, { ...cast.people.petros, by });
const ids: string[] = [];
for (let story = 0; story < STORIES; story += 1) ids.push(await write(story));
await newsroom.close();
process.stdout.write(JSON.stringify(ids));

async function write(story: number): Promise<string> {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, place) => `<p>${paragraph(story, place)}</p>`);
  const copy = {
    ...{ headline: `Harbour plan ${story + 1} goes to the council`, dek: 'A vote is due on Monday' },
    ...{
      byline: 'Petros Vardas',
      dateline: 'Kyma',
      bodyHtml: safeBody(paragraphs.join('')),
      pictureId: null,
    },
  };
  const { storyId, editionId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by });
  for (let place = 0; place < STATEMENTS; place += 1)
    await addStatement(newsroom, {
      ...{ editionId, speakerName: 'Nikos Vardas', speakerRole: 'harbour master', form: 'direct' },
      ...{ words: words(place * 5), occasion: '', standing: 'unverified', hops: [], by },
    });
  await startTranslation(newsroom, { storyId, fromEditionId: editionId, to: 'el', by });
  return storyId;
}

function words(place: number): string {
  return `The ${place + 2} cranes at gate ${place + 1} stay where they are`;
}

/** A report's: numbers, names, days, and every fifth what somebody says; now and then something for the checks. */
function paragraph(story: number, place: number): string {
  const slip = place % 7 === 0 ? ' It is it is the third time , he added.' : '';
  const said = `“${words(place)},” Nikos Vardas, the harbour master, said on Tuesday.${slip}`;
  const told = `The plan of ${place + 40} pages puts the cost of berth ${place + 1} at ${(place + 1) * 1_200} euros, some ${place + 3} per cent more than in report ${story + 1}, and Elena Duque of the port authority asks for an answer by 14 March.${slip}`;
  return place % 5 === 0 ? said : told;
}

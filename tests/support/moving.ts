/** Moves for a test: a text as a file, moved into a newsroom whose paper is set up. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSources } from '../../src/moving/formats/which.ts';
import type { Doubt } from '../../src/moving/in/doubt-list.ts';
import { type MoveReport, moveIn } from '../../src/moving/in/move.ts';
import type { MoveOrder } from '../../src/moving/in/move-order.ts';
import { fileMoved } from '../../src/moving/show-moved.ts';
import { type Newsroom, theNewsroomItself } from '../../src/newsroom.ts';
import { findMasthead, setUpMasthead } from '../../src/stories/masthead.ts';

/** With its doubts off the scratch pad. */
export type MovedReport = Omit<MoveReport, 'doubts'> & { doubts: Doubt[] };

export async function setUp(newsroom: Newsroom): Promise<void> {
  if (await findMasthead(newsroom)) return;
  await setUpMasthead(newsroom, {
    name: 'The Harbour Post',
    tagline: '',
    language: 'en',
    timeZone: 'Europe/Athens',
    contact: 'desk@harbour.example',
    by: theNewsroomItself,
  });
}

/** Moves texts in, each as a file of its own; removed afterwards. */
export async function moveTexts(
  newsroom: Newsroom,
  texts: (string | Uint8Array)[],
  order: Partial<MoveOrder> & { kinds?: string[] } = {},
): Promise<MovedReport> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-move-'));
  try {
    const paths = texts.map((text, at) => {
      const path = join(folder, `export-${at}`);
      writeFileSync(path, text);
      return path;
    });
    return await movePlaces(newsroom, paths, order);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same of files and addresses. */
export async function movePlaces(
  newsroom: Newsroom,
  places: string[],
  order: Partial<MoveOrder> & { kinds?: string[] } = {},
): Promise<MovedReport> {
  await setUp(newsroom);
  const { settings } = newsroom;
  const { sources, problems } = await openSources(places, {
    settings,
    from: order.from ?? null,
    kinds: order.kinds ?? [],
    wait: 1,
  });
  if (problems.length > 0) throw new Error(problems.map(({ words }) => words).join(' '));
  const report = await moveIn(newsroom, {
    sources,
    isReal: true,
    by: theNewsroomItself,
    uploads: null,
    fetchesPictures: false,
    sections: null,
    from: null,
    ...order,
  });
  await fileAll(newsroom);
  const doubts = [...report.doubts];
  report.close();
  return { ...report, doubts };
}

/** What the newsroom does afterwards, by itself. */
async function fileAll(newsroom: Newsroom): Promise<void> {
  const work = newsroom.store.selectFrom('work').selectAll().where('event', '=', 'stories-moved');
  for (const { payload_json } of await work.execute())
    await fileMoved(newsroom, JSON.parse(payload_json) as { storyIds: string[] });
  await newsroom.store.deleteFrom('work').where('event', '=', 'stories-moved').execute();
}

export const codesOf = (report: MovedReport): string[] => report.doubts.map(({ code }) => code).sort();

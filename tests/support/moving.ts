/** Moves for a test: a text as a file, moved into a newsroom whose paper is set up. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource } from '../../src/moving/formats/which.ts';
import { type MoveReport, moveIn } from '../../src/moving/in/move.ts';
import type { MoveOrder } from '../../src/moving/in/move-order.ts';
import { type Newsroom, theNewsroomItself } from '../../src/newsroom.ts';
import { findMasthead, setUpMasthead } from '../../src/stories/masthead.ts';

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
  order: Partial<MoveOrder> = {},
): Promise<MoveReport> {
  await setUp(newsroom);
  const folder = mkdtempSync(join(tmpdir(), 'crier-move-'));
  try {
    const sources = [];
    for (const [at, text] of texts.entries()) {
      const path = join(folder, `export-${at}.xml`);
      writeFileSync(path, text);
      sources.push(await openSource(path));
    }
    return await moveIn(newsroom, {
      sources,
      isReal: true,
      by: theNewsroomItself,
      uploads: null,
      fetchesPictures: false,
      sections: null,
      from: null,
      ...order,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const codesOf = (report: MoveReport): string[] => report.doubts.map(({ code }) => code).sort();

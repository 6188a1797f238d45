/**
 * A live story of 2,000 entries: how long from an editor's press until the last of 10,000 open pages has the entry whole, its page
 * from memory beside an ordinary story's in the same run, and what a reader loads at first sight. `CRIER_BENCH_PAGES` and
 * `CRIER_BENCH_ENTRIES` make it other numbers.
 */
import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { addEntry } from '../src/entries/add-entry.ts';
import { safeBody } from '../src/kit/safe-html.ts';
import { readSettings } from '../src/kit/settings.ts';
import { theNewsroomItself as by, type Newsroom, openNewsroom } from '../src/newsroom.ts';
import { addStaff } from '../src/staff/staff.ts';
import { draftStory } from '../src/stories/draft.ts';
import { publishStory } from '../src/stories/publish.ts';
import { getPublished } from '../src/stories/read.ts';
import { spawnCrier } from '../tests/e2e/support/crier.ts';
import { type MadeAnew, makeAnew, SHORT } from './live-story-page.ts';
import { answersASecond } from './load.ts';
import { makePaper } from './paper.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const PAGES = Number(process.env.CRIER_BENCH_PAGES ?? 10_000);
const ENTRIES = Number(process.env.CRIER_BENCH_ENTRIES ?? 2_000);
const TOLD = 7; // entries, one after the other
const APART = 2_000; // ms
const SECONDS = 5; // of load on each page
const PACKED = { 'accept-encoding': 'gzip' };
const editor = { email: 'street@post.example', password: 'the harbour at night' };

export async function measureLiveStory(): Promise<Result[]> {
  const paper = await makePaper();
  const live = await fill(paper.data);
  const crier = await spawnCrier({
    data: paper.data,
    settings: { CRIER_LOG_LEVEL: 'silent', CRIER_PROXY: 'yes' },
  });
  try {
    const bytes = await firstSight(crier.address, live.path);
    const page = await answersASecond(`${crier.address}${live.path}`, PACKED, SECONDS);
    const story = await answersASecond(`${crier.address}${paper.path}`, PACKED, SECONDS);
    const told = await tell(crier, live.storyId);
    const goal = { peer: 'the goal', peerVersion: '' };
    const name = `an entry on the last of ${PAGES} pages`;
    return [
      resultOf({ name, value: medianOf(told), unit: 'ms', better: 'less', ...goal, peerValue: 250 }),
      resultOf({
        ...{
          name: `page of ${ENTRIES} entries from memory`,
          value: page,
          unit: 'answers a second',
          better: 'more',
        },
        ...{ peer: 'an ordinary story', peerVersion: 'same run', peerValue: story },
      }),
      resultOf({
        ...{ name: `page of ${ENTRIES} entries made anew`, value: live.anew.long },
        ...{ unit: 'ms of the processor', better: 'less' },
        ...{ peer: `one of ${SHORT} entries`, peerVersion: 'same run', peerValue: live.anew.short },
      }),
      resultOf({
        ...{ name: `the oldest of ${ENTRIES} entries made anew`, value: live.anew.first },
        ...{ unit: 'ms of the processor', better: 'less' },
        ...{ peer: `one of ${SHORT} entries`, peerVersion: 'same run', peerValue: live.anew.short },
      }),
      resultOf({
        name: 'gzip at first sight, with style and scripts',
        value: bytes / 1024,
        unit: 'kB',
        better: 'less',
        ...goal,
        peerValue: 30,
      }),
    ];
  } finally {
    await crier.stop();
    paper.remove();
  }
}

/** The live story, with all its entries, and who writes more. */
async function fill(data: string): Promise<{ storyId: string; path: string; anew: MadeAnew }> {
  const settings = readSettings(data, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const newsroom = await openNewsroom(settings);
  await addStaff(newsroom, { ...editor, name: 'Nikos Street', role: 'editor', by });
  const long = await begin(newsroom, { headline: 'The strike, hour by hour', entries: ENTRIES });
  const short = await begin(newsroom, { headline: 'The storm, hour by hour', entries: SHORT });
  await newsroom.store.deleteFrom('work').execute(); // what followed each was done long ago
  const anew = await makeAnew(newsroom, { long, short });
  await newsroom.close();
  return { ...long, anew };
}

/** A live story that is out, with so many entries. */
async function begin(
  newsroom: Newsroom,
  { headline, entries }: { headline: string; entries: number },
): Promise<{ storyId: string; path: string }> {
  const copy = { headline, dek: 'What we know, as we learn it.', byline: 'Nadia Holm' };
  const { storyId, editionId } = await draftStory(newsroom, {
    copy: { ...copy, dateline: '', bodyHtml: safeBody('<p>Work stopped at six.</p>'), pictureId: null },
    language: 'en',
    kind: 'live',
    hops: [],
    by,
  });
  await publishStory(newsroom, { storyId, by, override: 'a bench' });
  await newsroom.transact(async (inner) => {
    for (let at = 0; at < entries; at += 1)
      await addEntry(inner, {
        storyId,
        clientId: `bench-${at}-entry`,
        copy: entryOf(at),
        isKey: at % 40 === 0,
        by,
      });
  });
  const story = await getPublished(newsroom, editionId);
  return { storyId, path: story?.path ?? '' };
}

/** Some sixty words, no two alike. */
function entryOf(at: number) {
  const boats = ['Aurelia', 'Northern Light', 'Constance', 'Old Marie', 'Petrel', 'Halcyon'];
  const words =
    `The ${boats[at % 6]} waits at berth ${at % 37} with ${1_200 + at * 7} tons of wheat, ${at % 19} hours after she was to sail. ` +
    `Her master says ${at % 11} of his crew have gone ashore, and that the harbour office named ${(at * 3) % 50} ships ` +
    `before her. The pilots meet again at ${6 + (at % 12)}; the union wants ${(at % 27) + 1} points settled first.`;
  const headline = at % 3 === 0 ? `Berth ${at % 37}: the ${boats[at % 6]} waits ${at % 19} hours` : '';
  return { headline, byline: 'Nadia Holm', bodyHtml: safeBody(`<p>${words}</p>`), pictureId: null };
}

async function tell(crier: { address: string; port: number }, storyId: string): Promise<number[]> {
  const send = await signedIn(crier.address, storyId);
  const script = fileURLToPath(new URL('live-reader.mjs', import.meta.url));
  const words = [crier.port, PAGES, TOLD].map(String);
  const reader = spawn(process.execPath, [script, ...words, storyId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: number[] = [];
  for await (const line of createInterface({ input: reader.stdout })) {
    say(line);
    const heard = JSON.parse(line) as { open?: number; told?: number };
    if (heard.told !== undefined) told.push(heard.told);
    if (told.length === TOLD) break;
    setTimeout(() => void send(told.length), APART);
  }
  if (told.length !== TOLD) throw new Error(`${told.length} entries were told of ${TOLD}`);
  return told;
}

/** An editor's phone: sends as the page's script does. */
async function signedIn(address: string, storyId: string): Promise<(number: number) => Promise<void>> {
  const cookiesOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  const tokenIn = (html: string) => /name="_form" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const before = await fetch(`${address}/desk/sign-in`);
  const sent = await fetch(`${address}/desk/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(before) },
    body: new URLSearchParams({ _form: tokenIn(await before.text()), ...editor }),
  });
  const cookie = cookiesOf(sent);
  const page = await (await fetch(`${address}/desk/live/${storyId}`, { headers: { cookie } })).text();
  const token = tokenIn(page);
  return async (number) => {
    const body = new FormData();
    const fields = {
      _form: token,
      clientId: crypto.randomUUID(),
      text: `Entry ${number}, sent at ${Date.now()}.`,
    };
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = await fetch(`${address}/desk/live/${storyId}/entries`, {
      method: 'POST',
      headers: { cookie, accept: 'application/json' },
      body,
    });
    if (!answer.ok) throw new Error(`the entry was not taken: ${answer.status} ${await answer.text()}`);
  };
}

/** Bytes of the page, its style and its scripts, with what these bring along. Fonts come after the words are read. */
async function firstSight(address: string, path: string): Promise<number> {
  const seen = new Set<string>();
  const wanted = [path];
  let bytes = 0;
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    bytes += await packedBytes(`${address}${next}`);
    const text = await (await fetch(`${address}${next}`)).text();
    if (next === path)
      for (const [, file = ''] of text.matchAll(/(?:href|src)="(\/assets\/[\w-]+\.(?:css|js))"/g))
        wanted.push(file);
    else
      for (const [, file = ''] of text.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g))
        wanted.push(`/assets/${file}`);
  }
  return bytes;
}

/** Bytes of a file as a browser gets them. */
function packedBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

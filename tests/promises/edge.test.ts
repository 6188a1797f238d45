/**
 * Promise: a cache in front of the paper keeps its pages, and shows what was published, corrected or withdrawn within seconds.
 * Behind the real nginx with the lines of deploy/nginx-cache.conf as they stand there, and what is handed out beside them.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tellEdge, watchForEdge } from '../../src/edge/tell-edge.ts';
import { SECOND } from '../../src/kit/clock.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { timedHeaders } from '../../src/kit/timed-signature.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { TRUST } from '../../src/store/shared-bell.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { killStory } from '../../src/stories/kill.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { getPublished } from '../../src/stories/read.ts';
import { addSection } from '../../src/stories/sections.ts';
import { freePort } from '../support/free-port.ts';
import { StandingClock } from '../support/newsroom.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

const NGINX = '/usr/sbin/nginx';
const hasNginx = spawnSync(NGINX, ['-v']).status === 0;
const SECRET = 'a secret of thirty-two characters';
const shipped = readFileSync('deploy/nginx-cache.conf', 'utf8');

let undo: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const each of undo.toReversed()) await each();
  undo = [];
});

function started(program: string, words: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(program, words, { stdio: 'ignore', env: { ...process.env, ...env } });
  undo.push(() => {
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill();
    return ended;
  });
  return child;
}

async function answers(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${address} does not answer`);
}

function standingNow(): StandingClock {
  const clock = new StandingClock();
  clock.pass(Date.now() - clock.now());
  return clock;
}

interface Edge {
  opened: TestServer;
  /** The address readers use. */
  front: string;
  purge: string;
  startPurge(): Promise<void>;
}

/** A paper, nginx before it with a cache, and what empties that. */
async function openEdge(): Promise<Edge> {
  const [front, purge] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'crier-edge-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'cache'));
  const purgeUrl = `http://127.0.0.1:${purge}/`;
  const opened = await openTestServer({
    settings: { host: '127.0.0.1', port: 0, purgeUrl, purgeKey: SECRET },
    clock: standingNow(), // what empties the cache has a clock of its own, and takes no call of another day
  });
  undo.push(() => opened.close());
  const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
  await setUpMasthead(opened.newsroom, { ...paper, contact: 'desk@post.example', by });
  const { host } = new URL(await opened.server.listen());
  const lines = shipped
    .replace('/var/cache/nginx/crier', join(folder, 'cache'))
    .replace('http://crier', `http://${host}`);
  const [, above = '', place = ''] = /^([\s\S]*?)(\nlocation [\s\S]*)$/.exec(lines) ?? [];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {}
http { access_log off; ${temporary.join(' ')} ${above}
server { listen 127.0.0.1:${front}; add_header x-kept $upstream_cache_status always; ${place} } }
`,
  );
  started(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')]);
  await answers(`http://127.0.0.1:${front}/healthz`);
  const startPurge = async () => {
    started(process.execPath, ['deploy/purge-nginx-cache.mjs'], {
      PURGE_FOLDER: join(folder, 'cache'),
      PURGE_KEY: SECRET,
      PURGE_PORT: String(purge),
    });
    await answers(purgeUrl);
  };
  return { opened, front: `http://127.0.0.1:${front}`, purge: purgeUrl, startPurge };
}

async function look(address: string) {
  const answer = await fetch(address, { redirect: 'manual' });
  return {
    status: answer.status,
    kept: answer.headers.get('x-kept'),
    words: await answer.text(),
    headers: answer.headers,
  };
}

/** Looks until it is so: a call goes over the network. */
async function seen(
  address: string,
  isSo: (found: Awaited<ReturnType<typeof look>>) => boolean,
): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (isSo(await look(address))) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${address} never became so`);
}

/** Changes that the edge has not been told of. */
function untold({ newsroom }: TestServer) {
  return newsroom.store.selectFrom('edge_changes').select('id').where('told', '=', 0).execute();
}

async function published({ newsroom }: TestServer, headline: string) {
  const section = await addSection(newsroom, { name: `Sea ${headline}` });
  const copy = { headline, dek: '', byline: 'Ana Reyes', dateline: '', pictureId: null };
  const { storyId, editionId } = await draftStory(newsroom, {
    ...{ language: 'en', hops: [], by, sectionId: section.id },
    copy: {
      ...copy,
      bodyHtml: safeBody('<p>The night ferry sails again from Friday, the harbour office said.</p>'),
    },
  });
  await publishStory(newsroom, { storyId, by, override: 'a test' });
  return { storyId, path: (await getPublished(newsroom, editionId))?.path ?? '' };
}

describe.skipIf(!hasNginx)('a cache in front', () => {
  it('keeps pages, and shows within seconds what was published and what was withdrawn', async () => {
    const { opened, front, startPurge } = await openEdge();
    await startPurge();
    undo.push(watchForEdge(opened.newsroom));
    const { storyId, path } = await published(opened, 'Ferries sail again');
    await seen(`${front}/`, ({ words }) => words.includes('Ferries sail again'));
    await seen(`${front}${path}`, ({ status, kept }) => status === 200 && kept === 'HIT');
    await seen(`${front}/`, ({ kept }) => kept === 'HIT');
    const readers = (await look(`${front}${path}`)).headers;
    expect([readers.get('surrogate-key'), readers.get('cache-tag'), readers.get('x-accel-expires')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(readers.get('cache-control')).toBe('public, max-age=0, must-revalidate');

    await killStory(opened.newsroom, { storyId, notice: 'The report was wrong.', by });
    await seen(`${front}${path}`, ({ status }) => status === 410);
    await seen(`${front}/`, ({ words }) => !words.includes('>Ferries sail again<'));
    await seen(`${front}/`, ({ kept }) => kept === 'HIT');
  });

  it('a change is told when what empties the cache is there again, and told once more for what was on its way', async () => {
    const { opened, front, startPurge } = await openEdge();
    const { newsroom } = opened;
    await look(`${front}/`);
    await published(opened, 'Ferries sail again');
    await tellEdge(newsroom);
    expect(await look(`${front}/`)).toMatchObject({ kept: 'HIT' });
    expect(await untold(opened)).not.toEqual([]);

    await startPurge();
    newsroom.clock.pass(10 * SECOND);
    await tellEdge(newsroom);
    expect((await look(`${front}/`)).words).toContain('Ferries sail again');
    expect(await untold(opened)).toEqual([]);
    expect(await look(`${front}/`)).toMatchObject({ kept: 'HIT' });

    newsroom.clock.pass(TRUST);
    await tellEdge(newsroom);
    expect(await look(`${front}/`)).toMatchObject({ kept: 'MISS' });
    newsroom.clock.pass(TRUST);
    await tellEdge(newsroom);
    expect(await look(`${front}/`)).toMatchObject({ kept: 'HIT' });
  });

  it('takes nothing out for whoever does not sign, or signed long ago', async () => {
    const { front, purge, startPurge } = await openEdge();
    await startPurge();
    await look(`${front}/`);
    const body = JSON.stringify({ keys: ['all'] });
    const call = (headers: Record<string, string>) =>
      fetch(purge, { method: 'POST', body, headers }).then(({ status }) => status);
    expect(await call({})).toBe(401);
    expect(await call(timedHeaders('another secret of many letters!!', Date.now(), body))).toBe(401);
    expect(await call(timedHeaders(SECRET, Date.now() - 600 * SECOND, body))).toBe(401);
    expect(await call(timedHeaders(SECRET, Date.now(), `${body} `))).toBe(401);
    expect(await look(`${front}/`)).toMatchObject({ kept: 'HIT' });
    expect(await call(timedHeaders(SECRET, Date.now(), body))).toBe(200);
    expect(await look(`${front}/`)).toMatchObject({ kept: 'MISS' });
  });
});

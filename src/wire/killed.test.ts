/**
 * A process that is killed while the wire takes in what comes, again and again: nothing is lost of what a source was
 * told that we have it, nor of what a feed shows, and nothing is there twice. CRIER_TEST_KILLS=40 kills it forty times.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newPlace, type Place, postgresUrl } from '../../tests/support/place.ts';
import { startWireServer, type WireServer } from '../../tests/support/wire-server.ts';
import { SECOND } from '../kit/clock.ts';
import { timedSignature } from '../kit/timed-signature.ts';
import { type Newsroom, theNewsroomItself } from '../newsroom.ts';
import { migrateStore } from '../store/migrate.ts';
import { makeHookSecret } from './arriving/hook.ts';
import { addSource } from './sources/sources.ts';

const KILLS = Math.max(2, Math.min(40, Number(process.env.CRIER_TEST_KILLS ?? 2)));
const FILL = 60; // items that come at once while it may be killed
const program = fileURLToPath(new URL('../../tests/support/wire-process.ts', import.meta.url));
const by = theNewsroomItself;

describe.each(['sqlite', 'postgres'] as const)('a wire whose process is killed (%s)', (engine) => {
  it.skipIf(engine === 'postgres' && !postgresUrl)(
    `has everything it said yes to, and everything once, though killed ${KILLS} times`,
    async () => {
      const place = await newPlace(engine);
      const wire = await startWireServer();
      const newsroom = await place.open();
      await migrateStore(newsroom.store, engine);
      const { sourceId } = await addSource(newsroom, { address: null, name: 'Coast', by });
      const { secret } = await makeHookSecret(newsroom, { sourceId, by });
      await addSource(newsroom, { address: wire.addressOf('polled'), unasked: true, name: 'Polled', by });
      const random = seeded(20_261_123);
      const acknowledged = new Set<string>();
      let sent = 0;
      let filled = 0;
      const shown = (id: string) =>
        wire.feed('polled').send({ id, headline: `Shown ${id}`, html: `<p>Shown ${id}.</p>` });
      for (let round = 0; round <= KILLS; round += 1) {
        const child = await start(place, wire);
        const isLast = round === KILLS;
        // Several transactions' worth at once, so that some kills fall between them.
        for (let at = 0; at < FILL; at += 1) shown(`f${round}-${at}`);
        filled += FILL;
        let hear = () => {};
        const isHeard = new Promise<void>((resolve) => (hear = resolve));
        // However busy the machine is, something was said yes to before the kill.
        const toKill = async () => {
          await isHeard;
          await wait(150 + random() * 900);
          child.kill();
        };
        const ending = isLast ? Promise.resolve() : toKill();
        do {
          sent += 1;
          const headline = `Sent ${sent}`;
          shown(`p${sent}`);
          if (await send(child.address, secret, headline)) {
            acknowledged.add(headline);
            hear();
          }
          await wait(10);
        } while (!isLast && child.isAlive());
        await ending;
        if (isLast) await quiet(newsroom, sent + filled);
        child.kill();
        await child.ended;
      }
      const items = await newsroom.store.selectFrom('items').select('headline').execute();
      const headlines = items.map(({ headline }) => headline);
      expect(acknowledged.size).toBeGreaterThan(KILLS);
      expect([...acknowledged].filter((headline) => !headlines.includes(headline))).toEqual([]);
      expect(headlines.filter((headline) => headline.startsWith('Shown'))).toHaveLength(sent + filled);
      expect(new Set(headlines).size).toBe(headlines.length);
      const unmarked = newsroom.store.selectFrom('item_marks').select('item_id');
      expect(await unmarked.execute()).toHaveLength(headlines.length);
      const versions = await newsroom.store.selectFrom('item_versions').select('id').execute();
      expect(versions).toHaveLength(headlines.length);
      await newsroom.close();
      await wire.stop();
      await place.leave();
    },
    300_000,
  );
});

/** Until all that came is kept and clustered, or two minutes have passed: a busy machine takes longer than what is promised. */
async function quiet(newsroom: Newsroom, sent: number): Promise<void> {
  for (let look = 0; look < 1_200; look += 1) {
    await wait(100);
    const [work] = await newsroom.store.selectFrom('work').select('id').limit(1).execute();
    const marks = await newsroom.store.selectFrom('item_marks').select('item_id').execute();
    const items = await newsroom.store.selectFrom('items').select('headline').execute();
    const shown = items.filter(({ headline }) => headline.startsWith('Shown'));
    if (!work && shown.length === sent && marks.length === items.length) return;
  }
}

async function send(address: string, secret: string, headline: string): Promise<boolean> {
  const item = `<item><guid>${headline}</guid><title>${headline}</title><description>${headline}.</description></item>`;
  const body = `<rss version="2.0"><channel><title>Coast</title>${item}</channel></rss>`;
  const seconds = String(Math.floor(Date.now() / SECOND));
  const headers = {
    'content-type': 'application/rss+xml',
    'x-crier-timestamp': seconds,
    'x-crier-signature': timedSignature(secret, seconds, Buffer.from(body)),
  };
  const url = `${address}/api/wire/sources/coast`;
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
  return answer?.status === 202;
}

interface Child {
  address: string;
  ended: Promise<unknown>;
  isAlive(): boolean;
  kill(): void;
}

async function start(place: Place, wire: WireServer): Promise<Child> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', program, place.data, wire.host, place.databaseUrl],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (line: Buffer) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error('the newsroom did not start')));
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  return { address, ended, isAlive, kill: () => child.kill('SIGKILL') };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same kills in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Promise: readers' pages may be read at a replica, and nobody sees there what the first server has not any more. With two real
 * servers, the second of which stops replaying, ends, comes back, and is promoted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLiveHub } from '../../src/alerts/live/live-hub.ts';
import { lookAtReplica } from '../../src/cli/doctor/at-home.ts';
import { prepareStore } from '../../src/cli/prepare-store.ts';
import { refuse } from '../../src/kit/refusal.ts';
import { readSettings } from '../../src/kit/settings.ts';
import { theNewsroomItself as by, type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { openServer, type Server } from '../../src/server/server.ts';
import { openSignIn } from '../../src/staff/sign-in.ts';
import { openPostgres } from '../../src/store/engine.ts';
import { migrateStore } from '../../src/store/migrate.ts';
import { killStory } from '../../src/stories/kill.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { getPublished } from '../../src/stories/read.ts';
import { publishedStory } from '../support/alert-cast.ts';
import { type Cluster, openCluster, postgresPrograms } from '../support/cluster.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };

describe.skipIf(postgresPrograms === '')('a replica', () => {
  let first: Cluster;
  let standby: Cluster;
  let data: string;
  /** Where readers are: with the replica. */
  let here: Newsroom;
  let server: Server;
  /** Another process of the newsroom, where editors are. */
  let there: Newsroom;
  const open = async (more: Record<string, string> = {}) => {
    const settings = readSettings(data, {
      CRIER_DATA: data,
      CRIER_DATABASE_URL: first.address,
      CRIER_LOG_LEVEL: 'silent',
      CRIER_METRICS_PORT: '0',
      ...more,
    });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    return openNewsroom(settings);
  };
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'crier-replica-'));
    first = await openCluster();
    standby = await first.addStandby();
    await first.ask('alter system reset synchronous_standby_names'); // it is to end, and nobody to wait for it
    await first.ask('select pg_reload_conf()');
    there = await open();
    await prepareStore(there, { mayMigrate: true });
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(there, { ...paper, by });
    here = await open({ CRIER_DATABASE_REPLICA_URL: standby.address });
    const liveHub = openLiveHub(here);
    server = await openServer({ newsroom: here, signIn: openSignIn(here), liveHub });
  });
  afterAll(async () => {
    await server?.close();
    await here?.close();
    await there?.close();
    standby?.stop();
    first?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const made = async (at: 'replica' | 'first server') => {
    const text = (await here.meter.read())?.text ?? '';
    return Number(new RegExp(`crier_pages_made_total\\{at="${at}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  };
  /** How many pages were made at each while something was asked. */
  const madeAt = async (work: () => Promise<unknown>) => {
    const before = [await made('replica'), await made('first server')];
    await work();
    return {
      replica: (await made('replica')) - before[0]!,
      first: (await made('first server')) - before[1]!,
    };
  };
  const read = async (url: string) => {
    const { statusCode, body } = await server.app.inject({ url });
    return { status: statusCode, body };
  };
  const follows = () => vi.waitFor(async () => expect(await here.replica?.look()).toBe('follows'), PATIENCE);
  /** All that the first server has written by now, of every database of it. */
  const replayed = async () => {
    const [end] = await first.ask<{ end: string }>('select pg_current_wal_insert_lsn()::text as "end"');
    const hasAll = async () => {
      const asked = 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as has';
      return (await standby.ask<{ has: boolean }>(asked, [end?.end]))[0]?.has;
    };
    await vi.waitFor(async () => expect(await hasAll()).toBe(true), PATIENCE);
  };
  /** Published by the other process, and heard of here. */
  const published = async (headline: string) => {
    const { storyId, editionId } = await publishedStory(there, { level: null, copy: { headline } });
    const path = (await getPublished(there, editionId))?.path ?? '';
    await vi.waitFor(async () => expect((await read('/')).body).toContain(headline), PATIENCE);
    return { storyId, path };
  };
  beforeEach(() => follows());

  it('makes readers’ pages, lists and searches, and the first server is not asked', async () => {
    const { path } = await published('The ferry sails again');
    await follows();
    const asked = await madeAt(async () => {
      expect((await read(path)).body).toContain('The ferry sails again');
      expect((await read('/feed.atom')).status).toBe(200);
      expect((await read('/search?words=nothing')).status).toBe(200);
    });
    expect(asked).toEqual({ replica: 3, first: 0 });
  });

  it('says no as the first server does, and is not left for it', async () => {
    const no = async () => refuse('not-found');
    const asked = await madeAt(async () => {
      await expect(here.replica?.read(no)).rejects.toMatchObject({ code: 'not-found' });
      expect((await read('/nothing/of-the-kind')).status).toBe(404);
    });
    expect(asked).toEqual({ replica: 1, first: 0 });
    expect(await here.replica?.look()).toBe('follows');
  });

  it('that has stopped replaying never shows a story that was withdrawn, nor is it waited for', async () => {
    const { storyId, path } = await published('A name that must not be said');
    await follows();
    expect((await read(path)).status).toBe(200);
    await standby.ask('select pg_wal_replay_pause()');
    await killStory(there, { storyId, notice: 'It was wrong.', by });
    const seen: number[] = [];
    await vi.waitFor(async () => {
      seen.push((await read(path)).status);
      expect(seen.at(-1)).toBe(410);
    }, PATIENCE);
    const asked = await madeAt(async () => {
      for (const url of [path, '/', '/feed.atom', '/news-sitemap.xml'])
        expect((await read(url)).body).not.toContain('A name that must not be said');
      expect((await read('/search?words=name')).body).not.toContain('A name that must not be said');
    });
    expect(asked.replica).toBe(0);
    // The replica would have shown it.
    expect(await standby.ask('select 1 from corrections where story_id = $1', [storyId])).toEqual([]);
    expect(await (await server.app.inject('/healthz')).json()).toMatchObject({
      status: 200,
      replica: 'lags',
    });
    await standby.ask('select pg_wal_replay_resume()');
    await follows();
    expect(await madeAt(() => read('/search?words=name'))).toEqual({ replica: 1, first: 0 });
  });

  it('that ends keeps no page from readers, is said to be away, and is asked again once it is back', async () => {
    standby.crash();
    const asked = await madeAt(async () => expect((await read('/search?words=ferry')).status).toBe(200));
    expect(asked).toEqual({ replica: 0, first: 1 });
    expect(await (await server.app.inject('/healthz')).json()).toMatchObject({
      status: 200,
      replica: 'away',
    });
    expect(await lookAtReplica(here)).toMatchObject([{ about: 'replica', state: 'bad' }]);
    standby.restart('fast');
    await follows();
    expect(await lookAtReplica(here)).toMatchObject([{ about: 'replica', state: 'good' }]);
    expect(await madeAt(() => read('/search?words=ferry'))).toEqual({ replica: 1, first: 0 });
  });

  it('of another newsroom, though it has replayed far enough, is never read', async () => {
    await first.ask('create database other');
    const address = first.address.replace(/post$/, 'other');
    const store = await openPostgres(address);
    await migrateStore(store, 'postgres');
    await store.destroy();
    await replayed();
    const wrong = await open({ CRIER_DATABASE_REPLICA_URL: standby.address.replace(/post$/, 'other') });
    try {
      expect(await wrong.replica?.look()).toBe('lags');
      expect(await wrong.replica?.read(async () => 'read')).toBeNull();
    } finally {
      await wrong.close();
    }
  });

  it('that was promoted is a server of its own, and is not read any more', async () => {
    standby.promote();
    expect(await madeAt(() => read('/search?words=ferry'))).toEqual({ replica: 0, first: 1 });
    expect(await here.replica?.look()).toBe('leads');
    expect(await lookAtReplica(here)).toMatchObject([
      { state: 'bad', words: expect.stringContaining('follows nobody') },
    ]);
  });
});

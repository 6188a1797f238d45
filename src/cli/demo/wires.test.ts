import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StandingClock } from '../../../tests/support/newsroom.ts';
import { readFeed } from '../../wire/reading/read-feed.ts';
import { type SourceKey, sources } from './cast.ts';
import { nameAtHome } from './feeds.ts';
import { allStories } from './stories/all-stories.ts';
import { type LocalWires, startLocalWires } from './wires.ts';

describe('the local wires', () => {
  const clock = new StandingClock();
  let wires: LocalWires;
  beforeAll(async () => {
    wires = await startLocalWires({ every: 0, clock });
  });
  afterAll(() => wires.stop());
  const keys = Object.keys(sources) as SourceKey[];
  const fetchFeed = (key: SourceKey, headers: Record<string, string> = {}) =>
    fetch(`${wires.address}/${sources[key].site}/feed`, { headers });

  it.each(keys)('%s has a feed in its own shape and language, and its reports are there', async (key) => {
    wires.send(key);
    const answer = await fetchFeed(key);
    const type = answer.headers.get('content-type') ?? '';
    expect(type).toContain({ rss: 'rss', atom: 'atom', json: 'json' }[sources[key].feed]);
    const body = await answer.text();
    expect(body).toContain(sources[key].language);
    for (const { key: story, source } of allStories.filter(({ source }) => source === key)) {
      const report = await fetch(`${wires.address}/${sources[source!].site}/reports/${story}`);
      expect(report.status, story).toBe(200);
      expect(await report.text()).not.toContain('{day');
    }
  });

  it.each(keys)('%s says “not changed” to who asks with what it said', async (key) => {
    const answer = await fetchFeed(key);
    const etag = answer.headers.get('etag') ?? '';
    const modified = answer.headers.get('last-modified') ?? '';
    await answer.text();
    expect((await fetchFeed(key, { 'if-none-match': etag })).status).toBe(304);
    expect((await fetchFeed(key, { 'if-modified-since': modified })).status).toBe(304);
    clock.pass(4_000);
    wires.send(key);
    expect((await fetchFeed(key, { 'if-none-match': etag, 'if-modified-since': modified })).status).toBe(200);
  });

  it('are read by the wire without a complaint', async () => {
    for (const key of keys) {
      const { feed } = await readOne(key);
      expect(feed.problems, key).toEqual([]);
      expect(feed.title, key).toBe(nameAtHome(key));
      for (const item of feed.items) {
        expect(item).toMatchObject({
          link: expect.stringContaining('/items/'),
          title: expect.stringMatching(/\S/),
        });
        expect((await fetch(item.link ?? '')).status).toBe(200);
      }
    }
  });

  it('go on without repeating themselves, and change some items under the same guid', async () => {
    const seen = new Map<string, Set<string>>();
    for (let turn = 0; turn < 240; turn += 1) {
      clock.pass(4_000);
      wires.send();
      if (turn % 6 > 0) continue;
      for (const key of keys) {
        for (const { id, title } of (await readOne(key)).feed.items) {
          seen.set(String(id), (seen.get(String(id)) ?? new Set()).add(title));
        }
      }
    }
    expect(seen.size).toBeGreaterThan(150);
    expect([...seen.values()].filter((headlines) => headlines.size > 1).length).toBeGreaterThan(20);
    const headlines = [...seen.values()].flatMap((each) => [...each]);
    expect(new Set(headlines).size / headlines.length).toBeGreaterThan(0.8);
  });

  it('answer 404 where there is nothing', async () => {
    for (const path of ['/nobody/feed', '/aegean/items/999999', '/aegean/reports/nothing', '/']) {
      expect((await fetch(wires.address + path)).status).toBe(404);
    }
  });

  async function readOne(key: SourceKey) {
    const answer = await fetchFeed(key);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return readFeed(bytes, { contentType: answer.headers.get('content-type') });
  }
});

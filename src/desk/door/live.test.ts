import { request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { type DeskLive, openDeskLive } from './live.ts';

describe('the line to open desk pages', () => {
  let newsroom: TestNewsroom;
  let live: DeskLive;
  const app = Fastify();
  let port = 0;

  beforeAll(async () => {
    newsroom = await openTestNewsroom();
    live = openDeskLive(newsroom);
    app.addHook('preClose', async () => live.close());
    app.get('/live', (_request, reply) => {
      reply.hijack();
      live.attach(reply.raw);
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    port = (app.server.address() as AddressInfo).port;
  });
  afterAll(async () => {
    await app.close();
    await newsroom.close();
  });

  const listen = async () => {
    const heard: string[] = [];
    let ended = false;
    const request = ask({ port, host: '127.0.0.1', path: '/live' });
    request.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => heard.push(text));
      response.on('end', () => {
        ended = true;
      });
    });
    request.on('error', () => {}); // the page that leaves on purpose
    request.end();
    await expect.poll(() => heard.join('')).toContain('retry');
    return { words: () => heard.join(''), hasEnded: () => ended, leave: () => request.destroy() };
  };

  it('says once what a burst of rings was about, and how many replies are held', async () => {
    const page = await listen();
    for (let item = 0; item < 50; item += 1) newsroom.bell.ring('desk', { what: 'items' });
    newsroom.bell.ring('desk', { what: 'replies' });
    await expect.poll(() => page.words()).toContain('event: held\ndata: 0\n\n');
    expect(page.words().match(/event: changed/g)).toHaveLength(1);
    expect(page.words()).toContain('data: {"what":["items","replies"],"stories":[]}');
    page.leave();
  });

  it('says which stories changed, and that any may have where it is not known which', async () => {
    const page = await listen();
    const stories = ['one', 'two', 'one'];
    for (const storyId of stories) newsroom.bell.ring('desk', { what: 'stories', storyId });
    await expect.poll(() => page.words()).toContain('{"what":["stories"],"stories":["one","two"]}');
    newsroom.bell.ring('desk', { what: 'stories', storyId: 'one' });
    newsroom.bell.ring('desk', { what: 'stories', storyId: null });
    newsroom.bell.ring('desk', { what: 'locks' });
    await expect.poll(() => page.words()).toContain('{"what":["stories","locks"],"stories":null}');
    page.leave();
  });

  it('forgets a page that left', async () => {
    const page = await listen();
    const before = live.size;
    page.leave();
    await expect.poll(() => live.size).toBe(before - 1);
  });

  it('ends with the server, which does not wait for it', async () => {
    const page = await listen();
    await app.close();
    await expect.poll(() => page.hasEnded()).toBe(true);
    expect(live.size).toBe(0);
  });
});

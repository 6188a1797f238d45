/**
 * Promise: a process that is killed after it has kept something and before it has told anybody takes no news with it. Open pages hear of
 * it from whoever goes on: of a front with the line they open again, of an entry once what was announced is done.
 */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { lastLiveId, tellFront } from '../../src/alerts/live/live.ts';
import { openLiveHub } from '../../src/alerts/live/live-hub.ts';
import { harbourPost } from '../../src/cli/demo/cast.ts';
import { timetable } from '../../src/cli/timetable.ts';
import { addEntry } from '../../src/entries/add-entry.ts';
import { layHand, putOut } from '../../src/fronts/change-front.ts';
import { readFrontState } from '../../src/fronts/front.ts';
import { readPlace } from '../../src/fronts/places.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../../src/newsroom.ts';
import { openSender } from '../../src/push/sender.ts';
import { startLoop } from '../../src/runner/loop.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { onEachEngine, type TestNewsroom } from '../support/newsroom.ts';

onEachEngine('a process that is killed before it has told', (open) => {
  let newsroom: TestNewsroom;
  let storyId = '';
  beforeAll(async () => {
    newsroom = open();
    await setUpMasthead(newsroom, { ...harbourPost, by });
    const copy = { headline: 'The strike, hour by hour', dek: 'What we know.', byline: '', dateline: '' };
    const drafted = await draftStory(newsroom, {
      copy: { ...copy, bodyHtml: safeBody('<p>Work stopped at six.</p>'), pictureId: null },
      language: 'en',
      kind: 'live',
      hops: [],
      by,
    });
    storyId = drafted.storyId;
    await publishStory(newsroom, { storyId, by, override: 'a test' });
    await follow(newsroom);
  });

  it('leaves an entry to whoever goes on, who tells open pages of it', async () => {
    const seen = await lastLiveId(newsroom);
    const entry = {
      headline: '',
      byline: '',
      bodyHtml: safeBody('<p>The gate is shut.</p>'),
      pictureId: null,
    };
    await addEntry(newsroom, { storyId, clientId: 'killed-then-0001', copy: entry, by });
    const page = await openedAgain(newsroom, { storyId, after: seen });
    expect(page.heard()).toEqual([]);
    await follow(newsroom);
    await expect.poll(() => page.heard()).toEqual(['entry']);
    expect(page.said()).toContain('The gate is shut.');
    page.close();
  });

  it('has kept what it would have said of a front with the front', async () => {
    const front = { language: 'en', sectionId: null };
    const seen = await lastLiveId(newsroom);
    const says = { place: readPlace('lead.1') };
    const { version } = await readFrontState(newsroom, front);
    await layHand(newsroom, { front, basedOn: version, storyId, says, by });
    const { version: basedOn } = await readFrontState(newsroom, front);
    await putOut(newsroom, { front, basedOn, path: '/', tell: tellFront, by });
    const page = await openedAgain(newsroom, { storyId, after: seen });
    expect(page.heard()).toEqual(['front']);
    page.close();
  });
});

/** All that was announced is done, as on the next start. */
async function follow(newsroom: Newsroom): Promise<void> {
  const loop = startLoop(newsroom, timetable({ sender: openSender(newsroom), pageAnswers: async () => 200 }));
  await loop.drain();
  await loop.stop();
}

/** A page whose line was cut with the process, and which opens it anew at the next one: that knows of nothing but the store. */
async function openedAgain(newsroom: Newsroom, { storyId, after }: { storyId: string; after: number }) {
  const hub = openLiveHub(newsroom);
  let text = '';
  const response = Object.assign(new EventEmitter(), {
    writableLength: 0,
    writeHead: () => {},
    end: () => {},
    write: (piece: string | Buffer) => {
      text += String(piece);
    },
  });
  const [request, answer] = [new EventEmitter(), response] as unknown[];
  const listening = { stories: [storyId], after: String(after), from: '192.0.2.1' };
  await hub.attach(request as IncomingMessage, answer as ServerResponse, listening);
  return {
    heard: () => [...text.matchAll(/event: (?!hello)(\w+)/g)].map(([, name]) => name),
    said: () => text,
    close: () => hub.close(),
  };
}

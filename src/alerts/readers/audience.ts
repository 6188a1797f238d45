/**
 * How many devices would hear an alert now, how many later and why, before it is sent: the rule of who-hears.ts asked of
 * everyone who follows, without sending to anyone.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { SECOND } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type DeskStory, editionsForReaders } from '../../stories/desk-read.ts';
import type { AlertLevel } from '../../stories/story.ts';
import { heardBy, targetsOf } from '../alert-rules.ts';
import { type AudienceRow, audiencePage, isStoryKnown, pageEnd } from './audience-queries.ts';
import { openWallClocks } from './quiet-hours.ts';
import { timeZoneOfPaper } from './reader-queries.ts';
import { asReader } from './reader-settings.ts';
import { type Reader, whoHears } from './who-hears.ts';

/** Devices. */
export interface Audience {
  now: number;
  /** Held to the end of their quiet hours. */
  quiet: number;
  /** Held because their day's number of alerts is reached. */
  capped: number;
  /** Follow this, and are not told: in no language they asked for, or they wanted to hear no more of the story. */
  never: number;
  /** Those told now or later, by the language of the edition they are told in, as the story has its editions. */
  byLanguage: { language: string; devices: number }[];
}

const PAGE = 5_000; // devices counted in one question: some tens of milliseconds, then others have their turn
const FRESH = 20 * SECOND; // a count is shown again for so long; devices come and go by a few a minute

export interface AudienceCounter {
  count(story: DeskStory, level: AlertLevel): Promise<Audience>;
}

/** Keeps its last counts, so that every keystroke of an editor is not a walk over all devices. */
export function openAudienceCounter(newsroom: Newsroom): AudienceCounter {
  const counts = new Map<string, { at: number; audience: Promise<Audience> }>();
  return {
    count(story, level) {
      const now = newsroom.clock.now();
      for (const [name, kept] of counts) if (kept.at <= now - FRESH) counts.delete(name);
      const languages = editionsForReaders(story)
        .map(({ language }) => language)
        .join();
      const name = [level, languages, ...targetsOf({ ...story, storyId: story.id }).map(nameOf)].join(' ');
      const kept = counts.get(name);
      if (kept) return kept.audience;
      const audience = countAudience(newsroom, story, level);
      counts.set(name, { at: now, audience });
      audience.catch(() => counts.delete(name)); // who asked is told; the next one asks anew
      return audience;
    },
  };
}

const nameOf = (target: { kind: string; subjectId: string }) => `${target.kind}:${target.subjectId}`;

/** Walks the devices once, in pages by key. */
export async function countAudience(
  newsroom: Newsroom,
  story: DeskStory,
  level: AlertLevel,
): Promise<Audience> {
  const asked = {
    targets: targetsOf({ ...story, storyId: story.id }),
    levels: heardBy(level),
    storyId: story.id,
    isKnown: await isStoryKnown(newsroom, story.id),
  };
  const add = await adder(newsroom, story, level);
  let after = '';
  for (;;) {
    const end = await pageEnd(newsroom, after, PAGE);
    for (const row of await audiencePage(newsroom, { ...asked, after, to: end })) add(row);
    if (end === null) return add.sum();
    after = end;
    await breathe();
  }
}

/** Sorts rows of devices alike into the sum, by the rule for each edition. */
async function adder(newsroom: Newsroom, story: DeskStory, level: AlertLevel) {
  const languages = editionsForReaders(story).map(({ language }) => language);
  const clocks = openWallClocks();
  const news = { level, now: newsroom.clock.now(), timeZone: await timeZoneOfPaper(newsroom) };
  const rules = languages.map((language) => ({
    language,
    hears: whoHears({ ...news, language, editions: languages, earlier: [] }, clocks),
  }));
  const sum = { now: 0, quiet: 0, capped: 0, never: 0 };
  const told = new Map<string, number>();
  const place = (reader: Reader, devices: number) => {
    for (const { language, hears } of rules) {
      const hearing = hears(reader);
      if (hearing.when === 'never') continue;
      told.set(language, (told.get(language) ?? 0) + devices);
      sum[hearing.when === 'now' ? 'now' : hearing.why === 'quiet' ? 'quiet' : 'capped'] += devices;
      return;
    }
    sum.never += devices;
  };
  const add = (row: AudienceRow) => {
    const { devices, stopped, follows_story, ...reader } = row;
    place(
      asReader(
        { ...reader, id: '', created_at: 0 },
        { stopped: stopped === 1, followsStory: follows_story === 1 },
      ),
      Number(devices),
    );
  };
  add.sum = (): Audience => ({
    ...sum,
    byLanguage: languages.flatMap((language) => {
      const devices = told.get(language);
      return devices === undefined ? [] : [{ language, devices }];
    }),
  });
  return add;
}

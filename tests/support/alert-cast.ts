/** Stories, devices and a way to them for tests of alerts: a story of The Harbour Post, devices that follow it, a push service. */

import { createHash } from 'node:crypto';
import type { ReaderFollow } from '../../src/alerts/alert-rules.ts';
import { subscribe } from '../../src/alerts/readers/devices.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import type { StoryKind } from '../../src/kit/story-kind.ts';
import { type Newsroom, theNewsroomItself } from '../../src/newsroom.ts';
import { openSender, type Sender } from '../../src/push/sender.ts';
import type { StoryFacts } from '../../src/runner/work.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { publishStory } from '../../src/stories/publish.ts';
import type { AlertLevel, Copy } from '../../src/stories/story.ts';
import type { TestNewsroom } from './newsroom.ts';
import { type FakeDevice, PushService } from './push-service.ts';

/** A newsroom with a push service that it sends to. */
export interface Sending {
  newsroom: TestNewsroom;
  service: PushService;
  sender: Sender;
  /** Devices that follow these, all news when nothing is said. */
  devices(many: number, follows?: ReaderFollow[]): Promise<FakeDevice[]>;
  stopSending(): Promise<void>;
}

export async function openSending(newsroom: TestNewsroom): Promise<Sending> {
  const service = await PushService.start();
  newsroom.settings.pushServices.push(service.origin);
  const sender = openSender(newsroom, { threads: 1 });
  return {
    ...{ newsroom, service, sender },
    async devices(many, follows = [allNews]) {
      const made = Array.from({ length: many }, () => service.makeDevice());
      for (const device of made) await subscribed(newsroom, device, { follows });
      return made;
    },
    async stopSending() {
      await sender.close();
      await service.stop();
    },
  };
}

export const ferryCopy: Copy = {
  headline: 'Night ferry to Lyra turns back in the storm',
  dek: 'Forty passengers are safe in the harbour.',
  byline: 'By Maria Leontis',
  dateline: 'HARBOUR TOWN',
  bodyHtml: safeBody('<p>The night ferry turned back an hour after it left.</p>'),
  pictureId: null,
};

export const allNews: ReaderFollow = { kind: 'all', subjectId: '', level: 'routine' };

/** Drafts and publishes; the answer is what follow-ups are told. */
export async function publishedStory(
  newsroom: Newsroom,
  asked: { level: AlertLevel | null; copy?: Partial<Copy>; sectionId?: string; kind?: StoryKind },
): Promise<StoryFacts> {
  const drafted = await draftStory(newsroom, {
    copy: { ...ferryCopy, ...asked.copy },
    language: 'en',
    ...(asked.kind ? { kind: asked.kind } : {}),
    ...(asked.sectionId ? { sectionId: asked.sectionId } : {}),
    ...(asked.level ? { alertLevel: asked.level } : {}),
    hops: [],
    by: theNewsroomItself,
  });
  await publishStory(newsroom, { storyId: drafted.storyId, by: theNewsroomItself });
  const { published_take_id } = await newsroom.store
    .selectFrom('editions')
    .select('published_take_id')
    .where('id', '=', drafted.editionId)
    .executeTakeFirstOrThrow();
  return { ...drafted, takeId: published_take_id ?? '', alertLevel: asked.level, first: true };
}

/** Each device is in a network of its own: no two of them count as one household. */
function addressOf({ token }: FakeDevice): string {
  const parts = createHash('sha256').update(token).digest('hex').match(/.{4}/g) ?? [];
  return `2001:${parts.slice(0, 3).join(':')}::1`;
}

/** Subscribes the device as its browser would. `welcomed` spares the first alert. */
export async function subscribed(
  newsroom: Newsroom,
  device: FakeDevice,
  more: { follows?: ReaderFollow[]; from?: string; welcomed?: boolean; token?: string } = {},
): Promise<{ deviceId: string; token: string }> {
  const made = await subscribe(newsroom, {
    subscription: { ...device.subscription, keyId: newsroom.keys.vapid[0]?.id ?? '' },
    follows: more.follows ?? [allNews],
    language: 'en',
    from: more.from ?? addressOf(device),
    ...(more.token ? { token: more.token } : {}),
  });
  if (more.welcomed ?? true)
    await newsroom.store
      .updateTable('devices')
      .set({ welcomed_at: newsroom.clock.now() })
      .where('id', '=', made.deviceId)
      .execute();
  return made;
}

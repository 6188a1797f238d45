/** The verbs with which a reader says how to be told: languages, quiet hours, a cap; and of which story no more. */
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { updateDevice } from './device-queries.ts';
import { wakeHeldAlerts } from './held-queries.ts';
import { getDevice } from './known-device.ts';
import { type ReaderSettings, settingsOf, settingsRow } from './reader-settings.ts';
import { dropStoryFollow, insertStopped, isStory, removeStopped } from './wish-queries.ts';

/** What waits for the device is judged anew at once. Refuses with `device-unknown`. */
export async function changeSettings(
  newsroom: Newsroom,
  asked: { token: string; settings: ReaderSettings },
): Promise<ReaderSettings> {
  const change = settingsRow(asked.settings);
  return newsroom.transact(async (inner) => {
    const { id } = await getDevice(inner, asked.token);
    await updateDevice(inner, id, change);
    await wakeHeldAlerts(inner, id);
    inner.bell.ring('desk', { what: 'alerts' });
    return settingsOf({ id, ...change });
  });
}

/** No more of this story on this device, whatever else it follows; and the follow of the story itself ends. */
export async function stopStoryFor(
  newsroom: Newsroom,
  asked: { token: string; storyId: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const device = await getDevice(inner, asked.token);
    if (!(await isStory(inner, asked.storyId))) refuse('not-found');
    await dropStoryFollow(inner, device.id, asked.storyId);
    await insertStopped(inner, device.id, asked.storyId);
  });
}

/** Takes `stopStory` back; what followed the story by itself is not followed again. */
export async function hearStoryAgain(
  newsroom: Newsroom,
  asked: { token: string; storyId: string },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const device = await getDevice(inner, asked.token);
    await removeStopped(inner, device.id, asked.storyId);
  });
}

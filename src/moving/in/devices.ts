/** Browsers that asked another house for alerts, with the key that their subscriptions were made with. */
import { takeInSubscription } from '../../alerts/readers/take-in.ts';
import type { MoveSource, SubscriptionRecord } from '../records.ts';
import { untilBroken } from '../until-broken.ts';
import { doubt, type MoveWorld, tally } from './world.ts';

const AT_ONCE = 100; // in one transaction

/** `keyId`: of the vendor's key in our ring; null where it was not handed over, and then none can come. */
export async function takeDevices(
  world: MoveWorld,
  { sources, keyId }: { sources: readonly MoveSource[]; keyId: string | null },
): Promise<void> {
  const many = world.survey.counts.get('subscriptions') ?? 0;
  if (many === 0) return;
  if (keyId === null) {
    doubt(world, {
      kind: 'site',
      foreignId: 'subscriptions',
      code: 'key-missing',
      words: `${many.toLocaleString('en')} browsers asked for alerts there. Their subscriptions belong to a key: have the vendor hand over its VAPID keys, and name them with --vapid. Else, where a reader’s permission stands, their first visit here subscribes anew.`,
      address: null,
    });
    return;
  }
  const some: SubscriptionRecord[] = [];
  const flush = async (): Promise<void> => {
    const batch = some.splice(0);
    if (!world.isReal || batch.length === 0) return;
    const taken = await world.newsroom.transact(async (inner) => {
      let count = 0;
      for (const { language, ...one } of batch)
        if (await takeInSubscription(inner, { ...one, language: language ?? world.masthead.language }, keyId))
          count += 1;
      return count;
    });
    tally(world, 'devices taken in', taken);
    tally(world, 'devices that are here, or cannot be sent to', batch.length - taken);
  };
  for (const source of sources)
    for await (const record of untilBroken(source.read())) {
      if (record.kind === 'subscription') some.push(record);
      if (some.length >= AT_ONCE) await flush();
    }
  await flush();
}

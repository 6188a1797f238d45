/** Publish unread: copy of a trusted source, in the paper's own language, goes out without an editor if nothing is in its way. */

import { findItemRow, getVersionRow, type ItemRow } from '../../intake/item-queries.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import { Refusal } from '../../kit/refusal.ts';
import { type Newsroom, theNewsroomItself } from '../../newsroom.ts';
import { getRights } from '../../rights/get-rights.ts';
import { isReleased, type Rights } from '../../rights/rights.ts';
import { gateOf } from '../../stories/gate.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { publishStory } from '../../stories/publish.ts';
import { type AlertLevel, isAlertLevel } from '../../stories/story.ts';
import { isSameLanguage } from '../reading/language.ts';
import type { SourceRow } from '../sources/source.ts';
import { findSameItem } from './key-queries.ts';
import { pickUp } from './pick-up.ts';
import { isDatedAhead } from './release.ts';

/** Follow-up of an item received; run again, it finds the item taken and does nothing. */
export async function publishUnread(newsroom: Newsroom, { itemId }: { itemId: string }): Promise<void> {
  const item = await findItemRow(newsroom, itemId);
  if (!item || item.story_id !== null) return;
  const rights = await getRights(newsroom, { itemId });
  if (!rights.unread.allowed || !isReleased(rights, newsroom.clock.now())) return;
  const source = await getSourceRow(newsroom, item.source_id);
  if (source.credit.trim() === '') return;
  if (isDatedAhead(item.published_at, newsroom.clock.now())) return; // released at its instant, or the desk's
  if (!(await isInOwnLanguage(newsroom, item))) return;
  const same = await findSameItem(newsroom, item);
  if (same) {
    newsroom.log.info('item left to the desk', {
      item: itemId,
      why: 'same as an earlier one',
      same: same.id,
    });
    return;
  }
  try {
    await newsroom.transact(
      async (inner) => await publish(inner, { item, alertLevel: unreadLevel(source, rights) }),
    );
  } catch (refusal) {
    // What the gate stops, or an editor took meanwhile, is the desk's: the item waits on the wire.
    if (!(refusal instanceof Refusal)) throw refusal;
    newsroom.log.info('item left to the desk', { item: itemId, why: refusal.code });
  }
}

/** The draft and its publication are one: if the gate stops it, nothing was made. */
async function publish(
  inner: Newsroom,
  { item, alertLevel }: { item: ItemRow; alertLevel: AlertLevel | null },
): Promise<void> {
  const { storyId } = await pickUp(inner, { itemId: item.id, alertLevel, by: theNewsroomItself });
  const obstacles = await gateOf(inner, storyId);
  if (obstacles.length > 0)
    throw new Refusal('story-not-ready', { words: obstacles.map((one) => one.words).join(' ') });
  await publishStory(inner, { storyId, by: theNewsroomItself, unread: true });
}

/** The level that the contract gives its unread copy, where contract and item let readers be alerted. */
function unreadLevel(source: SourceRow, { alert }: Rights): AlertLevel | null {
  return alert.allowed && isAlertLevel(source.alert_level) ? source.alert_level : null;
}

/** The words must say so; what is declared, if anything is, too. */
async function isInOwnLanguage(newsroom: Newsroom, item: ItemRow): Promise<boolean> {
  const masthead = await findMasthead(newsroom);
  const version = await getVersionRow(newsroom, item.id, item.version);
  if (!masthead || !isSameLanguage(version.language, masthead.language)) return false;
  return version.declared_language === null || isSameLanguage(version.declared_language, masthead.language);
}

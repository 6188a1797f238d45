/** The one reader of rights: of a story, of an edition's story, or of an item on the wire. */
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { indexPolicyOf } from './index-policy.ts';
import { readItemTerms } from './item-terms.ts';
import { findRightsOfItem, findRightsOfStory, type RightsRow } from './queries.ts';
import { type Rights, rightsOf } from './rights.ts';

/**
 * What may be done with a story, or with an item. A story that no contract stands behind may everything, and so may one that
 * does not exist, since there is nothing of anybody's in it; an item that does not exist is refused with `not-found`.
 */
export async function getRights(
  newsroom: Newsroom,
  of: { storyId: string } | { itemId: string },
): Promise<Rights> {
  if ('storyId' in of) return read(await findRightsOfStory(newsroom, of.storyId));
  return read(
    (await findRightsOfItem(newsroom, of.itemId)) ?? refuse('not-found', { because: 'noSuchItem' }),
  );
}

function read(row: RightsRow | undefined): Rights {
  if (!row) return rightsOf(null, null);
  const contract = {
    source: row.name,
    mayAlert: row.may_alert === 1,
    mayTranslate: row.may_translate === 1,
    mayUseCloud: row.may_use_cloud === 1,
    mayFullText: row.may_full_text === 1,
    publishUnread: row.publish_unread === 1,
    takesGenerated: row.takes_generated === 1,
    indexPolicy: indexPolicyOf(row.index_policy),
    keepDays: row.keep_days,
  };
  if (row.status === null) return rightsOf(contract, null);
  return rightsOf(contract, {
    status: row.status,
    embargoUntil: row.embargo_until,
    expiresAt: row.expires_at,
    terms: readItemTerms(row.item_id ?? '', row.terms_json),
  });
}

/** What of a source and of an item rights are made of: columns for whoever asks the store of a thing of its own, and what they come to. */
import type { Selectable } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { indexPolicyOf } from './index-policy.ts';
import { readItemTerms } from './item-terms.ts';
import { type Rights, rightsOf } from './rights.ts';

const CONTRACT = [
  'sources.name',
  'sources.may_alert',
  'sources.may_translate',
  'sources.may_use_cloud',
  'sources.may_full_text',
  'sources.publish_unread',
  'sources.takes_generated',
  'sources.index_policy',
  'sources.keep_days',
] as const;

const ITEM = [
  'items.id as item_id',
  'items.status',
  'items.embargo_until',
  'items.expires_at',
  'items.terms_json',
] as const;

/** Of a source, and of the item where there is one. */
export const rightsColumns = [...CONTRACT, ...ITEM] as const;

type Contract = Pick<
  Selectable<Tables['sources']>,
  | 'name'
  | 'may_alert'
  | 'may_translate'
  | 'may_use_cloud'
  | 'may_full_text'
  | 'publish_unread'
  | 'takes_generated'
  | 'index_policy'
  | 'keep_days'
>;
type ItemSays = Pick<Selectable<Tables['items']>, 'status' | 'embargo_until' | 'expires_at' | 'terms_json'>;

/** As `rightsColumns` give it; all of an item is null where there is none. */
export type RightsRow = Contract & { [Name in keyof ItemSays]: ItemSays[Name] | null } & {
  item_id: string | null;
};

/** Without a row no contract stands behind it, and everything is allowed. */
export function rightsIn(row: RightsRow | undefined): Rights {
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

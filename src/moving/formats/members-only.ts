/**
 * What only members read at a house with WordPress, as the plugins that ask for a membership write it: at a post, in its words around
 * a passage, or in rules of their own. There are no members here, so nothing of that may be laid open by moving it.
 */
import type { MemberRuleRecord, PostRecord, PostState } from '../records.ts';
import { readPhp } from './php-values.ts';
import { childWords } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

type Meta = ReadonlyMap<string, string>;

/** What readers had, or were to have, and only those who are members: other states say more. */
export const forMembersOnly = (state: PostState, isShut: () => boolean): PostState =>
  (state === 'published' || state === 'scheduled') && isShut() ? 'members-only' : state;

const isSaid = (value: string): boolean => value.trim() !== '';
const isOn = (value: string): boolean => /^(?:1|true|yes|on)$/i.test(value.trim());

/** A word or a list of words, one of which is not the word for everybody. */
function namesSome(value: string): boolean {
  const read = readPhp(value);
  const words = read instanceof Map ? [...read.values()].map(String) : [value.trim()];
  return words.some((word) => !/^(?:|all|none|0|false|null)$/i.test(word));
}

const fieldOf = (value: string, field: string): string => {
  const read = readPhp(value);
  return read instanceof Map ? String(read.get(field) ?? '') : '';
};

/** By the field of a post: whether it is shut. Who has the plugin and left a post open has the field all the same. */
const FIELDS: Readonly<Record<string, (value: string) => boolean>> = {
  // Members
  _members_access_role: isSaid,
  _members_access_all_logged_in: isOn,
  // Restrict Content Pro
  _is_paid: isOn,
  rcp_subscription_level: namesSome,
  rcp_access_level: namesSome,
  rcp_user_level: namesSome,
  // Jetpack's letters
  _jetpack_newsletter_access: (value) => !/^(?:|everybody)$/.test(value.trim()),
  _jetpack_memberships_contains_paywalled_content: isOn,
  _jetpack_memberships_contains_paid_content: isOn,
  // Ultimate Member: 2 is for who is signed in, 1 for who is not
  um_content_restriction: (value) =>
    isOn(fieldOf(value, '_um_custom_access_settings')) && fieldOf(value, '_um_accessible') === '2',
  // Leaky Paywall: what it counts is open to everybody a few times a month
  _issuem_leaky_paywall_visibility: (value) =>
    /^only(?:always)?$/.test(fieldOf(value, 'visibility_type').trim()),
  // Patreon: what it asks for a month
  'patreon-level': (value) => Number(value) > 0,
  // Memberful
  memberful_acl: namesSome,
  memberful_available_to_any_registered_user: isOn,
  memberful_available_to_anybody_subscribed_to_a_plan: isOn,
  // ARMember: a line for each plan, and 0 for all of them
  arm_access_plan: isSaid,
};

/** Signs around what members read; some are words besides, so that one counts only where a sign of its end stands behind it. */
const AROUND =
  /\[(pmpro_membership|membership|mepr-show|mepr-active|wcm_restrict|members_access|members_logged_in|um_loggedin|um_show_content|s2if|swpm_protected|wlm_(?:private|ismember|has_level)\w*|ihc-hide-content|mm_member_decision|leaky_paywall_\w*subscribers?\w*|arm_(?:restrict_)?content|is_paid|restrict|private|members?(?:-only)?|loggedin|logged_in|subscribers?(?:_only)?|premium(?:_content)?|paid_content|paywall)(?![\w-])([^\][]{0,500})\]/gi;

/** From here on it is theirs: Steady's sign, and blocks. */
const BEHIND =
  /___STEADY_PAYWALL___|\[steady_paywall\b|<!--\s*wp:(?:premium-content\/(?:container|subscriber-view)|jetpack\/paywall|woocommerce-memberships\/member-content|[\w-]*steady[\w-]*\/[\w-]*paywall)\b|<!--\s*wp:pmpro\/membership\b(?![^>]*"(?:invert_restrictions|show_noaccess_non)":"1")/i;

/** Shown to whoever is no member: nothing of it is theirs. */
const FOR_OTHERS = /\blevels?=["']?(?:0|-1|L)\b|\bshow_?to=["']?non/i;

export function isForMembers(meta: Meta, content: string): boolean {
  for (const [field, isShut] of Object.entries(FIELDS)) {
    const value = meta.get(field);
    if (value !== undefined && isShut(value)) return true;
  }
  if (!/[[_]|<!--/.test(content)) return false;
  if (BEHIND.test(content)) return true;
  const ends = new Map(
    [...content.matchAll(/\[\/([\w-]{1,60})\]/g)].map(({ 1: name = '', index }) => [
      name.toLowerCase(),
      index,
    ]),
  );
  if (ends.size === 0) return false;
  return [...content.matchAll(AROUND)].some(
    ({ 1: name = '', 2: words = '', index }) =>
      (ends.get(name.toLowerCase()) ?? -1) > index && !FOR_OTHERS.test(words),
  );
}

/** What such a plugin puts in the place of what it does not give out, by its class. */
const MESSAGE =
  /class=["'][^"']*\b(?:pmpro_content_message|rcp_restricted|mepr-unauthorized-message|mepr-unauthorized-excerpt|wc-memberships-(?:restriction-message|content-restricted-message|member-content)|wc-memberships-message|members-access-error|leaky_paywall_message(?:_wrap)?|um-locked-content|jetpack-subscribe-paywall|wp-block-premium-content-logged-out-view|patreon-locked-content-message|memberful-restricted-content|arm_restricted_content)\b/;

/** Of the answer of a site, which gives out what everybody reads. */
export const isWithheld = (html: string): boolean => MESSAGE.test(html);

/** MemberPress has its rules beside the posts. Undefined for those that say nothing of stories. */
export function memberPressRule(item: XmlRecord, meta: Meta): MemberRuleRecord | undefined {
  if (childWords(item, 'wp:status') !== 'publish') return undefined;
  const type = meta.get('_mepr_rules_type') ?? '';
  const of = (meta.get('_mepr_rules_content') ?? '').trim();
  const [, what, which] = /^(all|single|parent)_(post|page)$/.exec(type) ?? [];
  const words = childWords(item, 'title');
  // Of all but those that it names.
  if (type === 'all' || what === 'all')
    return { kind: 'member-rule', on: 'all', type: which === undefined ? null : postType(which), of, words };
  if (type === 'category' || type === 'tag') return { kind: 'member-rule', on: type, type: null, of, words };
  return what === 'single' ? { kind: 'member-rule', on: 'post', type: null, of, words } : undefined;
}

const postType = (word: string): PostRecord['type'] => (word === 'page' ? 'page' : 'post');

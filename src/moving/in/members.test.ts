/** What only members read at a house with WordPress, as its plugins write it: a draft here, and told. */
import { expect, test } from 'vitest';
import { moveTexts } from '../../../tests/support/moving.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { type WxrItem, wxr } from '../../../tests/support/wxr.ts';
import { openSpool } from '../../store/spool.ts';
import { isForMembers } from '../formats/members-only.ts';
import type { MemberRuleRecord, PostRecord } from '../records.ts';
import { keepMemberRule, memberRuleOn } from './member-rules.ts';

const shut: Record<string, Partial<WxrItem>> = {
  members: { meta: { _members_access_role: 'subscriber' } },
  'members-all': { meta: { _members_access_all_logged_in: '1' } },
  'rcp-paid': { meta: { _is_paid: '1', rcp_user_level: 'All' } },
  'rcp-levels': { meta: { rcp_subscription_level: 'a:2:{i:0;s:1:"1";i:1;s:1:"3";}', rcp_user_level: 'All' } },
  'rcp-any': { meta: { rcp_subscription_level: 'any-paid' } },
  'rcp-access': { meta: { rcp_access_level: '3' } },
  'rcp-role': { meta: { rcp_user_level: 'a:1:{i:0;s:10:"subscriber";}' } },
  letters: { meta: { _jetpack_newsletter_access: 'paid_subscribers' } },
  'jetpack-part': { meta: { _jetpack_memberships_contains_paywalled_content: '1' } },
  ultimate: {
    meta: {
      um_content_restriction: 'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";i:2;}',
    },
  },
  leaky: {
    meta: {
      _issuem_leaky_paywall_visibility:
        'a:2:{s:15:"visibility_type";s:4:"only";s:12:"only_visible";a:1:{i:0;s:1:"0";}}',
    },
  },
  patreon: { meta: { 'patreon-level': '5' } },
  memberful: { meta: { memberful_acl: 'a:1:{i:0;i:4821;}' } },
  'memberful-any': { meta: { memberful_available_to_any_registered_user: '1' } },
  armember: { meta: { arm_access_plan: '0' } },
  'code-rcp': { html: '<p>Free.</p>\n[restrict subscription="1,2"]<p>Paid.</p>[/restrict]' },
  'code-pmpro': { html: '<p>Free.</p>\n[membership level="2"]Paid.[/membership]' },
  'code-mepr': { html: '<p>Free.</p>\n[mepr-show rules="14" unauth="message"]Paid.[/mepr-show]' },
  'code-woo': { html: '[wcm_restrict plans="gold"]Paid.[/wcm_restrict]' },
  'block-pmpro': {
    html: '<!-- wp:pmpro/membership {"levels":["1"]} --><!-- wp:paragraph --><p>Paid.</p><!-- /wp:paragraph --><!-- /wp:pmpro/membership -->',
  },
  'block-jetpack': {
    html: '<!-- wp:paragraph --><p>Free.</p><!-- /wp:paragraph --><!-- wp:jetpack/paywall /--><!-- wp:paragraph --><p>Paid.</p><!-- /wp:paragraph -->',
  },
  steady: { html: '<p>Free.</p>\n___STEADY_PAYWALL___\n<p>Paid.</p>' },
};

/** A plugin is there, and this post is open; or its words only look like a plugin's. */
const open: Record<string, Partial<WxrItem>> = {
  'rcp-open': {
    meta: {
      _is_paid: '',
      rcp_subscription_level: 'a:0:{}',
      rcp_access_level: 'None',
      rcp_user_level: 'a:1:{i:0;s:3:"all";}',
    },
  },
  'letters-open': { meta: { _jetpack_newsletter_access: 'everybody' } },
  'letters-none': {
    meta: {
      _jetpack_newsletter_access: '',
      _jetpack_memberships_contains_paywalled_content: '',
      _jetpack_newsletter_tier_id: '0',
    },
  },
  'ultimate-open': {
    meta: {
      um_content_restriction:
        'a:2:{s:26:"_um_custom_access_settings";s:1:"0";s:14:"_um_accessible";s:1:"0";}',
    },
  },
  'ultimate-strangers': {
    meta: {
      um_content_restriction: 'a:2:{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";i:1;}',
    },
  },
  'leaky-counted': {
    meta: { _issuem_leaky_paywall_visibility: 'a:1:{s:15:"visibility_type";s:7:"default";}' },
  },
  'patreon-open': { meta: { 'patreon-level': '0' } },
  'memberful-open': { meta: { memberful_acl: 'a:0:{}' } },
  'cut-field': { meta: { um_content_restriction: 'a:2:{s:26:"_um_cust' } },
  'code-others': { html: '<p>Free.</p>\n[membership level="0"]Join us.[/membership]' },
  words: { html: '<p>The sign said [private] and [member] of the board, [sic].</p>' },
  'block-others': {
    html: '<!-- wp:pmpro/membership {"levels":["1"],"invert_restrictions":"1"} --><!-- wp:paragraph --><p>Join.</p><!-- /wp:paragraph --><!-- /wp:pmpro/membership -->',
  },
};

test('is looked for once through the words, however many signs nothing ends', () => {
  const words = '[private]['.repeat(400_000);
  expect(isForMembers(new Map(), words)).toBe(false);
  expect(isForMembers(new Map(), `[/private]${words}`)).toBe(false);
  expect(isForMembers(new Map(), `${words}[/private]`)).toBe(true);
});

test('is asked of every rule there is, also where a house has one for each of its posts', () => {
  const spool = openSpool();
  const rule = (on: MemberRuleRecord['on'], of: string): MemberRuleRecord => {
    return { kind: 'member-rule', on, type: null, of, words: `${on} ${of}` };
  };
  const ruledBy = (id: string) =>
    memberRuleOn(spool, { id, type: 'post', terms: [] } as unknown as PostRecord)?.words;
  for (let id = 1; id <= 2_000; id += 1) keepMemberRule(spool, rule('post', String(id)));
  expect([ruledBy('1'), ruledBy('2000'), ruledBy('2001')]).toEqual(['post 1', 'post 2000', undefined]);
  // Of two rules on all, each leaves others open: what both do is.
  keepMemberRule(spool, rule('all', '2001, 2002'));
  keepMemberRule(spool, rule('all', '2002, 2003'));
  expect([ruledBy('2001') !== undefined, ruledBy('2002'), ruledBy('2003') !== undefined]).toEqual([
    true,
    undefined,
    true,
  ]);
  spool.close();
});

onEachEngine('what only members read at a house with WordPress', (newsroom) => {
  const statusBySlug = async (): Promise<Record<string, string>> => {
    const rows = await newsroom().store.selectFrom('stories').select(['slug', 'status']).execute();
    return Object.fromEntries(rows.map(({ slug, status }) => [slug, status]));
  };
  const item = (id: number, slug: string, more: Partial<WxrItem>): WxrItem => ({ id, slug, ...more });

  test('is not laid open, and what everybody read is', async () => {
    const shutItems = Object.entries(shut).map(([slug, more], at) => item(100 + at, slug, more));
    const openItems = Object.entries(open).map(([slug, more], at) => item(200 + at, slug, more));
    const report = await moveTexts(newsroom(), [
      wxr([...shutItems, ...openItems], { address: 'https://doors.example' }),
    ]);
    const found = await statusBySlug();
    for (const { slug = '' } of shutItems) expect([slug, found[slug]]).toEqual([slug, 'draft']);
    for (const { slug = '' } of openItems) expect([slug, found[slug]]).toEqual([slug, 'published']);
    const told = report.doubts.filter(({ code }) => code === 'members-only');
    expect(told).toHaveLength(shutItems.length);
    for (const { words } of told) expect(words).toContain('It was for members only there: a draft here');
  });

  test('is known by the rules that MemberPress keeps beside the posts, also where they come after them', async () => {
    const rule = (id: number, type: string, of: string, status = 'publish'): WxrItem => ({
      ...{ id, type: 'memberpressrule', status, title: `Rule ${id}` },
      meta: { _mepr_rules_type: type, _mepr_rules_content: of },
    });
    const inCategory = (id: number, slug: string, category: [string, string]) =>
      item(id, slug, { categories: [category] });
    const report = await moveTexts(newsroom(), [
      wxr(
        [
          inCategory(301, 'by-category', ['inside-desk', 'Inside desk']),
          inCategory(302, 'by-post', ['harbour', 'Harbour']),
          {
            ...inCategory(303, 'by-none', ['harbour', 'Harbour']),
            html: '<p><a href="/2019/05/by-category/">Shut</a> <a href="/2019/05/by-ended-rule/">open</a></p>',
          },
          inCategory(304, 'by-ended-rule', ['harbour', 'Harbour']),
          item(305, 'a-page', { type: 'page' }),
          item(306, 'open-page', { type: 'page' }),
          rule(390, 'category', 'inside-desk'),
          rule(391, 'single_post', '302'),
          rule(392, 'single_post', '304', 'trash'),
          rule(393, 'all_page', '306, 307'),
        ],
        { address: 'https://rules.example', categories: [['inside-desk', 'Inside desk']] },
      ),
    ]);
    // What readers do not have here, nothing leads them to.
    const { body_html } = await newsroom()
      .store.selectFrom('takes')
      .innerJoin('editions', 'editions.working_take_id', 'takes.id')
      .select('body_html')
      .where('slug', '=', 'by-none')
      .executeTakeFirstOrThrow();
    const ours = newsroom().settings.address;
    expect(body_html).toContain(
      '<a href="https://rules.example/2019/05/by-category/" rel="noopener">Shut</a>',
    );
    expect(body_html).toContain(`<a href="${ours}/harbour/by-ended-rule" rel="noopener">open</a>`);
    const found = await statusBySlug();
    const wanted = { 'by-category': 'draft', 'by-post': 'draft', 'by-none': 'published' };
    expect(found).toMatchObject({ ...wanted, 'by-ended-rule': 'published' });
    expect(found).toMatchObject({ 'a-page': 'draft', 'open-page': 'published' });
    expect(report.doubts.map(({ words }) => words).join('\n')).toContain(
      'It was for members only there, by the rule “Rule 391”: a draft here',
    );
  });
});

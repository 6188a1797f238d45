/** Rules that stand beside the posts in a file, and say which of them only members read: asked when all of it has been looked through. */
import type { Spool } from '../../store/spool.ts';
import type { MemberRuleRecord, PostRecord, TermRecord } from '../records.ts';

const KEY = 'member rules';
const MOST = 1_000; // rules; a house has a dozen

export function keepMemberRule(spool: Spool, rule: MemberRuleRecord): void {
  const had = memberRules(spool);
  if (had.length < MOST) spool.put(KEY, '', [...had, rule]);
}

const memberRules = (spool: Spool): MemberRuleRecord[] => spool.get<MemberRuleRecord[]>(KEY, '') ?? [];

/** The first rule that shuts it; null where none does. */
export function memberRuleOn(spool: Spool, post: PostRecord): MemberRuleRecord | null {
  return memberRules(spool).find((rule) => shuts(rule, post, spool)) ?? null;
}

function shuts({ on, type, of }: MemberRuleRecord, post: PostRecord, spool: Spool): boolean {
  if (on === 'post') return of === post.id;
  if (on === 'all') return (type === null || type === post.type) && !of.split(/[\s,]+/).includes(post.id);
  return post.terms.some((term) => {
    if (term.taxonomy !== on) return false;
    const known = spool.get<TermRecord>('term', `${term.taxonomy} ${term.slug}`);
    return [term.slug, term.name, known?.number ?? term.slug].includes(of);
  });
}

/** Rules that stand beside the posts in a file, and say which of them only members read: asked when all of it has been looked through. */
import type { Spool } from '../../store/spool.ts';
import type { MemberRuleRecord, PostRecord, TermRecord } from '../records.ts';

const KIND = 'member rule';

/** What they are counted as. */
export const MEMBER_RULES = 'rules for members';

/** Under which stand the posts that a rule shuts, each with what the rule is called. */
export const RULED = 'shut by a rule';

/** A house may have one for each of its posts. */
export function keepMemberRule(spool: Spool, rule: MemberRuleRecord): void {
  const key = rule.on === 'all' ? allOf(rule.type) : `${rule.on} ${rule.of}`;
  const had = rule.on === 'all' ? spool.get<MemberRuleRecord>(KIND, key) : null;
  // What one of two rules on all leaves open, the other shuts.
  const of = had ? openIn(had).filter((id) => openIn(rule).includes(id)) : null;
  spool.put(KIND, key, of ? { ...rule, of: of.join() } : rule);
}

/** The first rule that shuts it; null where none does. */
export function memberRuleOn(spool: Spool, post: PostRecord): MemberRuleRecord | null {
  const rules = keysOf(spool, post).flatMap((key) => spool.get<MemberRuleRecord>(KIND, key) ?? []);
  return rules.find((rule) => rule.on !== 'all' || !openIn(rule).includes(post.id)) ?? null;
}

const allOf = (type: PostRecord['type'] | null): string => `all ${type ?? ''}`;
const openIn = ({ of }: MemberRuleRecord): string[] => of.split(/[\s,]+/);

/** MemberPress names a term by its slug, its name or its number. */
function keysOf(spool: Spool, { id, type, terms }: PostRecord): string[] {
  const named = terms.flatMap(({ taxonomy, slug, name }) => {
    const number = spool.get<TermRecord>('term', `${taxonomy} ${slug}`)?.number ?? slug;
    return [slug, name, number].map((each) => `${taxonomy} ${each}`);
  });
  return [`post ${id}`, ...named, allOf(type), allOf(null)];
}

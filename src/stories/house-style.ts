/** The paper's house style: what is not written so, and what is written instead. The checks read it at every save. */
import type { HouseRule } from '../checks/check.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { deleteRule, listRuleRows, putRule } from './house-rule-queries.ts';

const LONGEST = 120; // characters of a term: more is a sentence
const MOST = 5_000; // rules; the check reads all of them at every save

export interface KeptRule extends HouseRule {
  id: string;
  byName: string | null;
  at: number;
}

/** By what is avoided, in the order of the alphabet. */
export async function listHouseRules(newsroom: Newsroom): Promise<KeptRule[]> {
  const rows = await listRuleRows(newsroom, MOST);
  return rows.map((row) => ({
    id: row.id,
    avoid: row.avoid,
    write: row.write_as,
    language: row.language,
    exact: row.is_exact === 1,
    byName: row.byName,
    at: Number(row.at),
  }));
}

/** Adds a rule, or changes the one that avoids the same words in the same language. */
export async function keepHouseRule(newsroom: Newsroom, rule: HouseRule & { by: Actor }): Promise<void> {
  const line = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [avoid, write] = [line(rule.avoid), line(rule.write)];
  if (avoid === '') refuse('form-incomplete', { fields: { avoid: because('avoidMissing') } });
  if (avoid.length > LONGEST || write.length > LONGEST)
    refuse('form-incomplete', { fields: { avoid: because('tooLong', { most: LONGEST }) } });
  if (avoid === write) refuse('form-incomplete', { fields: { write: because('avoidIsWrite') } });
  const values = {
    write_as: write,
    is_exact: rule.exact ? 1 : 0,
    staff_id: rule.by.id,
    at: newsroom.clock.now(),
  };
  await newsroom.transact(async (inner) => {
    await putRule(inner, { id: inner.ids.next(), avoid, language: rule.language, ...values }, values);
    await recordAct(inner, {
      by: rule.by,
      act: 'keep house style',
      subjectKind: 'masthead',
      subjectId: 'house-style',
      facts: { avoid, write },
    });
  });
}

export async function dropHouseRule(
  newsroom: Newsroom,
  { ruleId, by }: { ruleId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const row = await deleteRule(inner, ruleId);
    if (!row) refuse('not-found', { because: 'noSuchRule' });
    await recordAct(inner, {
      by,
      act: 'drop house style',
      subjectKind: 'masthead',
      subjectId: 'house-style',
      facts: { avoid: row.avoid },
    });
  });
}

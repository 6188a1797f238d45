/** The paper’s own rules of style, as the store keeps them. */
import type { Insertable, Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { HouseRulesTable } from '../store/paper-tables.ts';

export interface HouseRuleRow {
  at: number;
  byName: string | null;
  avoid: string;
  write_as: string;
  is_exact: number;
  id: string;
  language: string;
}

export function listRuleRows(newsroom: Newsroom, most: number): Promise<HouseRuleRow[]> {
  return newsroom.store
    .selectFrom('house_rules')
    .leftJoin('staff', 'staff.id', 'house_rules.staff_id')
    .select([
      'house_rules.id',
      'avoid',
      'write_as',
      'house_rules.language',
      'is_exact',
      'at',
      'staff.name as byName',
    ])
    .orderBy('avoid')
    .limit(most)
    .execute();
}

export async function putRule(
  inner: Newsroom,
  row: Insertable<HouseRulesTable>,
  again: Updateable<HouseRulesTable>,
): Promise<void> {
  await inner.store
    .insertInto('house_rules')
    .values(row)
    .onConflict((same) => same.columns(['avoid', 'language']).doUpdateSet(again))
    .execute();
}

export function deleteRule(inner: Newsroom, ruleId: string): Promise<{ avoid: string } | undefined> {
  return inner.store.deleteFrom('house_rules').where('id', '=', ruleId).returning('avoid').executeTakeFirst();
}

/** The desk's search: one box over the wire, drafts, what was published, media, speakers, sources and people. */
import { marksOf, type SearchTerm, termsOf } from '../morgue/terms.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Role } from '../staff/roles.ts';
import { askField, type FieldWrong, type LookupDays } from './fields.ts';
import type { LookupIndex } from './index-engine.ts';
import { lookupPostgres } from './lookup-postgres.ts';
import { findBounds } from './lookup-queries.ts';
import { lookupSqlite } from './lookup-sqlite.ts';
import { type LookupHit, showFound } from './show-found.ts';
import { type LookupKind, lookupKinds, mayFind } from './thing.ts';
import { EVERY } from './thing-words.ts';
import { readTyped } from './typed-search.ts';
import { besideBeginnings, type Wish, wholeWordsOf, wishFor } from './wish.ts';

export interface LookupSearch {
  /** As it was typed. */
  typed: string;
  role: Role;
  days: LookupDays;
  /** Of each kind. */
  limit: number;
  /** One kind alone, and from where it goes on. */
  only?: { kind: LookupKind; below?: number };
}

export interface LookupGroup {
  kind: LookupKind;
  hits: LookupHit[];
  hasMore: boolean;
}

export interface LookupAnswer {
  groups: LookupGroup[];
  /** What of it could not be asked. */
  wrong: FieldWrong[];
  /** Nothing was asked for: no word and no field. */
  isEmpty: boolean;
}

export function lookupIndex({ engine }: Newsroom): LookupIndex {
  return engine === 'sqlite' ? lookupSqlite : lookupPostgres;
}

/** What a search wishes for, made ready for the index. */
export interface LookupPlan {
  terms: SearchTerm[];
  /** Of its fields; all must be met. */
  fields: Wish[];
  kinds: LookupKind[] | null;
  from?: number | undefined;
  to?: number | undefined;
  wrong: FieldWrong[];
}

/** Reads what was typed. What cannot be asked is told in `wrong`, and then nothing is to be looked for. */
export async function planLookup(newsroom: Newsroom, typed: string, days: LookupDays): Promise<LookupPlan> {
  const { words, fields } = readTyped(typed);
  const plan: LookupPlan = { terms: termsOf(words), fields: [], kinds: null, wrong: [] };
  for (const field of fields) {
    const answer = await askField(newsroom, field, days);
    if ('wrong' in answer) plan.wrong.push(answer.wrong);
    else {
      if ('kinds' in answer) plan.kinds = answer.kinds;
      if ('wish' in answer && answer.wish) plan.fields.push(answer.wish);
      if ('from' in answer && answer.from !== undefined) plan.from = answer.from;
      if ('to' in answer && answer.to !== undefined) plan.to = answer.to;
    }
  }
  return plan;
}

/** The wish of a plan in a place; null where it asks for nothing but kinds and days. */
export function wishOfPlan({ terms, fields }: LookupPlan, place: 'title' | 'anywhere'): Wish {
  const all = [...terms.map((term) => wishFor(term.loose, place)), ...fields];
  return all.length === 0 ? { word: EVERY } : { all };
}

/**
 * Looks for what was typed, of each kind that this role may open: the newest first on the wire, elsewhere those whose title has
 * the words, then the others, each the newest first.
 */
export async function lookUp(newsroom: Newsroom, search: LookupSearch): Promise<LookupAnswer> {
  const plan = await planLookup(newsroom, search.typed, search.days);
  const isEmpty =
    plan.terms.length === 0 && plan.fields.length === 0 && !plan.kinds && plan.wrong.length === 0;
  const asksNothing = isEmpty && plan.from === undefined && plan.to === undefined;
  if (asksNothing || plan.wrong.length > 0) return { groups: [], wrong: plan.wrong, isEmpty: asksNothing };
  const kinds = lookupKinds.filter(
    (kind) =>
      mayFind(search.role, kind) &&
      (plan.kinds?.includes(kind) ?? true) &&
      (search.only === undefined || search.only.kind === kind),
  );
  const groups = await Promise.all(kinds.map((kind) => groupOf(newsroom, search, plan, kind)));
  return { groups: groups.filter(({ hits }) => hits.length > 0), wrong: [], isEmpty: false };
}

async function groupOf(
  newsroom: Newsroom,
  { limit, only }: LookupSearch,
  plan: LookupPlan,
  kind: LookupKind,
): Promise<LookupGroup> {
  const index = lookupIndex(newsroom);
  const { from, to } = plan;
  const bounds = await findBounds(newsroom, kind, { from, to, below: only?.below });
  if (bounds === null) return { kind, hits: [], hasMore: false };
  const ask = (wish: Wish) => index.find(newsroom, { kind, wish, bounds, from, to, limit: limit + 1 });
  // What begins so is looked for where the words themselves fill no page; a whole list has both, in one order.
  const find = async (place: 'title' | 'anywhere') => {
    const wish = wishOfPlan(plan, place);
    const whole = only === undefined ? wholeWordsOf(wish) : null;
    const found = whole === null ? [] : await ask(whole);
    if (found.length > limit) return found;
    const beside = besideBeginnings(wish);
    const isIdle =
      beside !== null && (await index.find(newsroom, { kind, wish: beside, bounds, limit: 1 })).length === 0;
    return isIdle ? [] : ask(wish);
  };
  // A whole list goes on by number: there everything stands in one order.
  const isByTitle = kind !== 'item' && only === undefined && plan.terms.length > 0;
  const found = isByTitle ? await find('title') : [];
  if (found.length <= limit) {
    const had = new Set(found.map(({ id }) => id));
    found.push(...(await find('anywhere')).filter(({ id }) => !had.has(id)));
  }
  const hits = await showFound(newsroom, kind, found.slice(0, limit), marksOf(plan.terms));
  return { kind, hits, hasMore: found.length > limit };
}

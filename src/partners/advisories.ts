/** Advisories: a line to partners that something is to come, which is no story and never reaches a reader. */
import { DAY } from '../kit/clock.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { oneLine } from '../stories/story.ts';
import { type AdvisoryRow, listAdvisoryRows, putAdvisory, withdrawAdvisoryRow } from './partner-queries.ts';

const LONGEST_HEADLINE = 200; // characters
const LONGEST = 4_000; // characters
const SHOWN_FOR = 14 * DAY;
const MOST = 100;

/** Tells partners. Refuses with `form-incomplete` one without a line, and one that is to come in the past. */
export async function advisePartners(
  newsroom: Newsroom,
  asked: { headline: string; words: string; expectedAt: number | null; by: Actor },
): Promise<{ advisoryId: string }> {
  const [headline, words] = [oneLine(asked.headline), asked.words.trim()];
  const { expectedAt } = asked;
  if (headline === '') refuse('form-incomplete', { fields: { headline: because('advisoryMissing') } });
  if (headline.length > LONGEST_HEADLINE)
    refuse('form-incomplete', { fields: { headline: because('tooLong', { most: LONGEST_HEADLINE }) } });
  if (words.length > LONGEST)
    refuse('form-incomplete', { fields: { words: because('tooLong', { most: LONGEST }) } });
  return newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    if (expectedAt !== null && expectedAt <= now)
      refuse('form-incomplete', { fields: { expectedAt: because('timePassed') } });
    const id = inner.ids.next();
    await putAdvisory(inner, {
      id,
      headline,
      words,
      expected_at: expectedAt,
      by_id: asked.by.id,
      at: now,
      withdrawn_at: null,
    });
    inner.bell.ring('partners', null);
    await recordAct(inner, {
      by: asked.by,
      act: 'advise',
      subjectKind: 'partner',
      subjectId: id,
      facts: { headline },
    });
    return { advisoryId: id };
  });
}

/** Partners are told that it will not come. */
export async function withdrawAdvisory(
  newsroom: Newsroom,
  asked: { advisoryId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (!(await withdrawAdvisoryRow(inner, asked.advisoryId, inner.clock.now()))) return;
    inner.bell.ring('partners', null);
    const act = { by: asked.by, act: 'withdraw advisory', subjectKind: 'partner' as const };
    await recordAct(inner, { ...act, subjectId: asked.advisoryId });
  });
}

/** Of the last two weeks, newest first; withdrawn ones too. */
export const listAdvisories = (newsroom: Newsroom): Promise<AdvisoryRow[]> =>
  listAdvisoryRows(newsroom, { since: newsroom.clock.now() - SHOWN_FOR, limit: MOST });

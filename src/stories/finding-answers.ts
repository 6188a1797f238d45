/**
 * What editors answer to findings. A dismissal holds for the story or for the paper, always with a reason; one that is
 * dismissed again and again loses its voice: a check that is often wrong must not shout.
 */
import type { Finding, Severity } from '../checks/check.ts';
import { DAY } from '../kit/clock.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { countAnswers, findTaken, listDismissed, putAnswerRow } from './finding-queries.ts';
import { getStoryRow } from './queries.ts';

const REMEMBERED = 90 * DAY; // answers that count for a check's voice
const OFTEN = 6; // dismissals from which a check may be wrong
const SHARE = 2; // dismissals for each suggestion taken that make it wrong more often than right

export interface Answers {
  /** Keys of what was dismissed here, or for the paper. */
  dismissed: ReadonlySet<string>;
  /** Checks that speak a step lower. */
  lowered: ReadonlySet<string>;
}

/** The same check over the same words is the same finding, wherever the words have moved to. */
export function findingKey({
  check,
  text,
  part,
  message,
}: Pick<Finding, 'check' | 'text' | 'part' | 'message'>): string {
  const words = text === '' ? `${part} ${message}` : text;
  return `${check} ${words.toLowerCase().replace(/\s+/gu, ' ').trim()}`;
}

export async function answersFor(newsroom: Newsroom, storyId: string): Promise<Answers> {
  const dismissed = listDismissed(newsroom, storyId);
  const [rows, lowered] = await Promise.all([dismissed, loweredChecks(newsroom)]);
  return { dismissed: new Set(rows.map(({ words }) => words)), lowered };
}

async function loweredChecks(newsroom: Newsroom): Promise<Set<string>> {
  const rows = await countAnswers(newsroom, newsroom.clock.now() - REMEMBERED);
  const of = (check: string, answer: string) =>
    Number(rows.find((row) => row.check_name === check && row.answer === answer)?.times ?? 0);
  return new Set(
    rows
      .map(({ check_name }) => check_name)
      .filter((check) => isOftenWrong(of(check, 'dismissed'), of(check, 'taken'))),
  );
}

/** Dismissed often, and more than twice as often as its suggestion was taken. */
export function isOftenWrong(dismissed: number, taken: number): boolean {
  return dismissed >= OFTEN && dismissed > SHARE * taken;
}

const lower: Record<Severity, Severity> = { critical: 'major', major: 'minor', minor: 'minor' };

/** Without what was dismissed, and with the voice that each check has earned. */
export function voiced(findings: Finding[], answers: Answers): { told: Finding[]; dismissed: number } {
  const left = findings.filter((finding) => !answers.dismissed.has(findingKey(finding)));
  const ranks = { critical: 0, major: 1, minor: 2 };
  const told = left
    .map((finding) =>
      answers.lowered.has(finding.check) ? { ...finding, severity: lower[finding.severity] } : finding,
    )
    .sort((one, other) => ranks[one.severity] - ranks[other.severity]);
  return { told, dismissed: findings.length - left.length };
}

export interface FindingAnswer {
  storyId: string;
  finding: Pick<Finding, 'check' | 'text' | 'part' | 'message'>;
  by: Actor;
}

/** Keeps that an editor holds a finding to be wrong; refuses without a reason. What a story cannot do without stays. */
export async function dismissFinding(
  newsroom: Newsroom,
  { storyId, finding, reason, isPaper, by }: FindingAnswer & { reason: string; isPaper: boolean },
): Promise<void> {
  const why = reason.replace(/\s+/gu, ' ').trim();
  if (why === '') refuse('form-incomplete', { fields: { reason: because('whyMissing') } });
  if (NEVER.has(finding.check))
    refuse('form-incomplete', { fields: { reason: because('cannotBeDismissed') } });
  await newsroom.transact(async (inner) => {
    await putAnswer(inner, { storyId, finding, by, answer: 'dismissed', reason: why, isPaper });
    await recordAct(inner, {
      by,
      act: 'dismiss',
      subjectKind: 'story',
      subjectId: storyId,
      facts: { check: finding.check, reason: why, forThePaper: isPaper },
    });
    inner.bell.ring('desk', { what: 'stories', storyId });
  });
}

const NEVER = new Set(['no-headline', 'no-body', 'no-credit', 'no-link']);

/** Keeps that a suggestion was taken: the check was right. Once for a story's words, however often they were typed. */
export async function keepTaken(newsroom: Newsroom, { storyId, finding, by }: FindingAnswer): Promise<void> {
  const known = await findTaken(newsroom, storyId, findingKey(finding));
  if (!known)
    await putAnswer(newsroom, { storyId, finding, by, answer: 'taken', reason: '', isPaper: false });
}

async function putAnswer(
  newsroom: Newsroom,
  put: FindingAnswer & { answer: 'dismissed' | 'taken'; reason: string; isPaper: boolean },
): Promise<void> {
  await getStoryRow(newsroom, put.storyId);
  await putAnswerRow(newsroom, {
    id: newsroom.ids.next(),
    check_name: put.finding.check,
    answer: put.answer,
    story_id: put.storyId,
    is_paper: put.isPaper ? 1 : 0,
    words: findingKey(put.finding),
    reason: put.reason,
    staff_id: put.by.id,
    at: newsroom.clock.now(),
  });
}

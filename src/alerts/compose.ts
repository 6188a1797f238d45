/**
 * The desk's own words for an alert, kept for each edition beside its story, and the agreement of whoever looked at them
 * before they were published.
 */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { isRole, type Role } from '../staff/roles.ts';
import { type DeskStory, editionsForReaders, getForDesk } from '../stories/desk-read.ts';
import { meantLevel } from '../stories/filing.ts';
import type { AlertLevel } from '../stories/story.ts';
import { type Asker, checkNeeded, type FlashCheck, isFlashWord, mayAgree, mayAsk } from './alert-check.ts';
import { type AlertText, BODY_MOST, digestOf, HEADLINE_MOST, spoken, tidyAlertLine } from './alert-text.ts';
import {
  findLastPublisher,
  findLevelMeant,
  findNewsAlert,
  listAlertTexts,
  listConsents,
  putAlertText,
  putConsent,
} from './compose-queries.ts';

/** Keeps the desk's words for an edition; empty parts go back to the edition's own. Refuses what may not be told, by field. */
export async function keepAlertText(
  newsroom: Newsroom,
  { editionId, text, by }: { editionId: string; text: AlertText; by: Actor & { role: Role } },
): Promise<void> {
  await keepAlertTexts(newsroom, { texts: new Map([[editionId, text]]), by });
}

/** The same for several editions of a story. */
export async function keepAlertTexts(
  newsroom: Newsroom,
  { texts, by }: { texts: ReadonlyMap<string, AlertText>; by: Actor & { role: Role } },
): Promise<void> {
  if (!mayAsk(by.role)) refuse('role-needed', { because: 'onlyEditorsWriteAlerts' });
  const checked = [...texts].map(([editionId, text]) => [editionId, checkedText(editionId, text)] as const);
  await newsroom.transact(async (inner) => {
    const had = await ownTexts(inner, [...texts.keys()]);
    for (const [edition_id, text] of checked) {
      const own = had.get(edition_id) ?? { headline: '', body: '' };
      if (own.headline === text.headline && own.body === text.body) continue;
      const row = { ...text, by_id: by.id, changed_at: inner.clock.now() };
      await putAlertText(inner, edition_id, row);
    }
  });
}

/** The fields of an edition's words in a form. */
export const textFields = (editionId: string) => ({
  headline: `alertHeadline-${editionId}`,
  body: `alertBody-${editionId}`,
});

function checkedText(editionId: string, text: AlertText): AlertText {
  const names = textFields(editionId);
  const headline = tidyAlertLine(text.headline, HEADLINE_MOST);
  const body = tidyAlertLine(text.body, BODY_MOST);
  const fields: Record<string, string> = {};
  if (headline.wrong) fields[names.headline] = headline.wrong;
  if (body.wrong) fields[names.body] = body.wrong;
  if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
  return { headline: headline.line, body: body.line };
}

/** The desk's own words, by edition; those that have none are left out. */
export async function ownTexts(newsroom: Newsroom, editionIds: string[]): Promise<Map<string, AlertText>> {
  if (editionIds.length === 0) return new Map();
  const rows = await listAlertTexts(newsroom, editionIds);
  return new Map(rows.map(({ edition_id, ...text }) => [edition_id, text]));
}

/** What the alert of one edition would say. */
export interface DraftText {
  editionId: string;
  language: string;
  /** The desk's words; empty parts are the edition's. */
  own: AlertText;
  /** What the edition says itself, with the credit that is owed. */
  edition: AlertText;
  spoken: AlertText;
  /** The credit that is added where the words do not have it; empty for none. */
  credit: string;
  withCredit(body: string): string;
}

/** What the alert of each edition that is meant for readers would say now, as it is worked on. */
export async function draftTexts(newsroom: Newsroom, story: DeskStory): Promise<DraftText[]> {
  const { source } = story;
  const editions = editionsForReaders(story);
  const own = await ownTexts(
    newsroom,
    editions.map(({ id }) => id),
  );
  return editions.map(({ id, language, copy: written }) => {
    const copy = { headline: written.headline, dek: written.dek, language, kind: story.kind };
    return {
      editionId: id,
      language,
      own: own.get(id) ?? { headline: '', body: '' },
      edition: spoken(undefined, copy, source),
      spoken: spoken(own.get(id), copy, source),
      credit: source ? source.credit || source.name : '',
      withCredit: (body) => spoken({ headline: '', body }, copy, source).body,
    };
  });
}

/**
 * Agrees to a story's flash before it is published, as it reads now; any change asks again. Whoever will publish it
 * agrees by the typed word, anyone else by having looked.
 */
export async function agreeToDraft(
  newsroom: Newsroom,
  asked: { storyId: string; word: string; by: Actor & { id: string; role: Role } },
): Promise<void> {
  if (!mayAsk(asked.by.role)) refuse('role-needed', { because: 'onlyEditorsAgree' });
  if (!isFlashWord(asked.word))
    refuse('form-incomplete', { fields: { flashWord: because('flashWordMissing') } });
  await newsroom.transact(async (inner) => {
    const story = await getForDesk(inner, asked.storyId);
    if (story.alertLevel !== 'flash') return;
    for (const { editionId, spoken: text } of await draftTexts(inner, story))
      await putConsent(inner, {
        edition_id: editionId,
        digest: digestOf('flash', text),
        by_id: asked.by.id,
        role: asked.by.role,
        at: inner.clock.now(),
      });
    await recordAct(inner, {
      by: asked.by,
      act: 'agree to the flash',
      subjectKind: 'story',
      subjectId: asked.storyId,
    });
    inner.bell.ring('desk', { what: 'stories', storyId: asked.storyId });
  });
}

/** Who agreed to exactly these words and is enough for this check; null when nobody did. */
export async function findConsent(
  newsroom: Newsroom,
  asked: { editionId: string; level: AlertLevel; text: AlertText; check: FlashCheck; askerId: string | null },
): Promise<string | null> {
  const rows = await listConsents(newsroom, asked.editionId, digestOf(asked.level, asked.text));
  const enough = rows.find(
    ({ by_id, role }) => isRole(role) && mayAgree(asked.check, asked.askerId, { id: by_id, role }),
  );
  return enough?.by_id ?? null;
}

/** Who had the story published: the last person whose act it was; null for the newsroom by itself. */
export async function askerOf(newsroom: Newsroom, storyId: string): Promise<Asker | null> {
  const line = await findLastPublisher(newsroom, storyId);
  if (!line?.id) return null;
  return { id: line.id, role: isRole(line.role) ? line.role : null };
}

/** What a flash of this person's would wait for, as the settings are. */
export function checkFor(newsroom: Newsroom, level: AlertLevel, by: Asker): FlashCheck | null {
  return checkNeeded({ level, asker: by, unread: false, setting: newsroom.settings.flashCheck });
}

/** Whether this person types the word to publish the story: it is a flash that nobody was told of yet. */
export async function asksForWord(
  newsroom: Newsroom,
  asked: { storyId: string; by: Asker },
): Promise<boolean> {
  if (checkFor(newsroom, 'flash', asked.by) !== 'word') return false;
  const story = await findLevelMeant(newsroom, asked.storyId);
  if (!story || meantLevel(story) !== 'flash') return false;
  const told = await findNewsAlert(newsroom, asked.storyId);
  return told === undefined;
}

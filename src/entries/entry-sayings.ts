/** Who says what in an entry, once it is written: named, judged anew, taken away. Readers see it at once. */
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import {
  addEntryStatement,
  type EntrySaying,
  judgeEntryStatement,
  removeEntryStatement,
} from '../sourcing/entry-statements.ts';
import type { Standing } from '../sourcing/statement.ts';
import { tellEntryChange } from './add-entry.ts';
import { getEntryTake, setEntry } from './entry-queries.ts';
import {
  type EntryActor,
  type EntryRecord,
  inHeldStory,
  recordEntryAct,
  refuseIfGone,
} from './held-entry.ts';

/** Names who says something in an entry. Readers see it at once. */
export async function nameEntrySpeaker(
  newsroom: Newsroom,
  asked: EntryActor & { saying: EntrySaying },
): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    refuseIfGone(row);
    const { body_html: bodyHtml } = await getEntryTake(inner, row.take_id);
    await addEntryStatement(inner, { entryId: row.id, bodyHtml, saying: asked.saying, by: asked.by });
    await changed(inner, {
      story,
      row,
      act: 'add statement',
      by: asked.by,
      facts: { speaker: asked.saying.speakerName },
    });
  });
}

/** Says anew what is known of a statement in an entry. */
export async function judgeEntrySaying(
  newsroom: Newsroom,
  asked: EntryActor & { statementId: string; standing: Standing; standingNote: string },
): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    const { entryId, before } = await judgeEntryStatement(inner, asked);
    if (entryId !== row.id) refuse('not-found');
    await changed(inner, {
      story,
      row,
      act: 'change standing',
      by: asked.by,
      facts: { from: before, to: asked.standing },
    });
  });
}

/** Takes a statement of an entry away; its words stay. */
export async function unnameEntrySpeaker(
  newsroom: Newsroom,
  asked: EntryActor & { statementId: string },
): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    const { entryId } = await removeEntryStatement(inner, asked.statementId);
    if (entryId !== row.id) refuse('not-found');
    await changed(inner, { story, row, act: 'remove statement', by: asked.by });
  });
}

async function changed(inner: Newsroom, done: EntryRecord & { by: Actor }): Promise<void> {
  await setEntry(inner, done.row.id, { changed_at: inner.clock.now() });
  await recordEntryAct(inner, done);
  await tellEntryChange(inner, { ...done, what: done.row.state === 'out' ? 'marked' : 'written' });
}

/** The page of a live story at the desk, shown. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { momentFates } from '../../alerts/moment-fates.ts';
import { ENTRY_PAGE, type LiveEntry } from '../../entries/entry.ts';
import { checkEntryTranslation } from '../../entries/entry-original.ts';
import {
  findCoverage,
  listEntriesBefore,
  listOriginals,
  listStaleEntries,
  listWaitingEntries,
} from '../../entries/read-entries.ts';
import { htmlToCopyText } from '../../kit/copy-text.ts';
import { covers } from '../../staff/roles.ts';
import { editionsForReaders, getForDesk } from '../../stories/desk-read.ts';
import { rightsOfStory } from '../../stories/rights-of-story.ts';
import { enginesForEntries } from '../../translation/ask-entry-again.ts';
import { countOlderEntries } from '../../translation/translate-entry.ts';
import type { Desk, Visit } from '../door/editor-route.ts';
import { param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { emptyEntry } from './entry-form.ts';
import { DeskLivePage } from './live-page.tsx';
import type { ShownLive } from './live-props.ts';

export async function showLive(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  shown: ShownLive,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const story = await getForDesk(newsroom, param(request, 'storyId'));
  const editions = editionsForReaders(story);
  const asked = query(request, 'edition') || (shown.refused?.typed.editionId ?? '');
  const edition = editions.find(({ id }) => id === asked) ?? editions[0] ?? story.editions[0];
  const editionId = edition?.id ?? '';
  const coverage = await findCoverage(newsroom, { storyId: story.id, editionId });
  const before = /^\d{1,7}$/.test(query(request, 'before')) ? Number(query(request, 'before')) : null;
  const entries = await listEntriesBefore(newsroom, editionId, before);
  const waiting = await listWaitingEntries(newsroom, story.id);
  const stale = await listStaleEntries(newsroom, story.id);
  const originals = await listOriginals(newsroom, [...waiting, ...stale, ...entries]);
  const { frame, when } = await openPage(newsroom, visit);
  const { alert } = await rightsOfStory(newsroom, story.id);
  return sendPage(
    reply,
    DeskLivePage({
      frame,
      when,
      story,
      editions: editions.map(({ id, language }) => ({ id, language })),
      edition: {
        id: editionId,
        language: edition?.language ?? 'und',
        headline: edition?.copy.headline ?? '',
        summary: edition ? htmlToCopyText(edition.copy.bodyHtml) : '',
      },
      coverage,
      entries: entries.slice(0, ENTRY_PAGE),
      older: entries.length > ENTRY_PAGE ? (entries[ENTRY_PAGE - 1]?.number ?? null) : null,
      isLater: before !== null,
      moments: await momentFates(
        newsroom,
        entries.map(({ id }) => id),
      ),
      waiting,
      stale,
      originals,
      engines: await enginesForEntries(newsroom, [...waiting, ...stale], originals),
      untranslated: await countOlderEntries(newsroom, editionId),
      findings: findingsIn([...waiting, ...stale], originals, story.editions),
      typed: shown.refused?.typed ?? { ...emptyEntry(visit.staff.name), editionId },
      mayShow: covers(visit.staff.role, 'editor') || story.status === 'draft',
      mayAlert: alert.allowed,
      you: visit.staff.id,
      shown,
    }),
  );
}

const MOST_FINDINGS = 4; // beside one entry: more is one, read it whole

/** What the checks find in translations beside their originals, in words. */
function findingsIn(
  entries: readonly LiveEntry[],
  originals: ReadonlyMap<string, LiveEntry>,
  editions: readonly { id: string; language: string }[],
): Map<string, string[]> {
  const languageOf = ({ editionId }: LiveEntry) =>
    editions.find(({ id }) => id === editionId)?.language ?? 'und';
  const found = new Map<string, string[]>();
  for (const entry of entries) {
    const original = originals.get(entry.originalId ?? '');
    if (!original) continue;
    const beside = { words: original, language: languageOf(original) };
    const findings = checkEntryTranslation({ words: entry, language: languageOf(entry) }, beside);
    found.set(
      entry.id,
      findings.slice(0, MOST_FINDINGS).map(({ message }) => message),
    );
  }
  return found;
}

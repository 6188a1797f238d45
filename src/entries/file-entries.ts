/** What search knows of entries: follow-ups that make it agree with what readers have. */
import { htmlToText } from '../kit/safe-html.ts';
import { dropEntries, fileEntry } from '../morgue/morgue.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EntryFacts } from '../runner/work.ts';
import { findShown, listFiledEntries } from './entry-read-queries.ts';

/** Follows `entry-changed`: its words are found, or no longer. */
export async function fileLiveEntry(newsroom: Newsroom, { entryId }: EntryFacts): Promise<void> {
  const row = await findShown(newsroom, entryId);
  if (!row || row.number === null) return;
  const { headline, body_html, language, at: publishedAt } = row;
  await newsroom.transact(async (inner) => {
    if (row.state !== 'out') await dropEntries(inner, [{ entryId, publishedAt }]);
    else await fileEntry(inner, { entryId, language, headline, body: htmlToText(body_html), publishedAt });
  });
}

const AT_ONCE = 200; // entries in one transaction

/** Follows `story-killed`: nothing of the live story is found any more. */
export async function dropLiveEntries(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await listFiledEntries(newsroom, { editionId, after, limit: AT_ONCE });
    const last = rows.at(-1);
    if (!last) return;
    await newsroom.transact((inner) =>
      dropEntries(
        inner,
        rows.map(({ id, at }) => ({ entryId: id, publishedAt: at })),
      ),
    );
    after = last.number;
  }
}

/** Which pictures are shown by what: a take that readers see, or that an editor works on, of a story that was not withdrawn. */
import type { Newsroom } from '../newsroom.ts';

const AT_ONCE = 500; // ids in one query: engines bound how many values one may have

/** Of the takes that count, the pictures. */
function shown(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('takes')
    .innerJoin('editions', (join) =>
      join.on((on) =>
        on.or([
          on('editions.working_take_id', '=', on.ref('takes.id')),
          on('editions.published_take_id', '=', on.ref('takes.id')),
        ]),
      ),
    )
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .where('stories.status', '!=', 'killed')
    .where('takes.picture_id', 'is not', null)
    .select('takes.picture_id');
}

/** Notes since when nothing shows a picture, and takes the note away where something does again. */
export async function markUnused(newsroom: Newsroom): Promise<void> {
  await newsroom.transact(async (inner) => {
    const living = inner.store.updateTable('media').where('gone_at', 'is', null);
    await living
      .set({ unused_since: null })
      .where('unused_since', 'is not', null)
      .where('id', 'in', shown(inner))
      .execute();
    await living
      .set({ unused_since: inner.clock.now() })
      .where('unused_since', 'is', null)
      .where('id', 'not in', shown(inner))
      .execute();
  });
}

/** Pictures that nothing shows: since before an instant, or any that takes of this story had. */
export async function unusedSince(
  newsroom: Newsroom,
  of: { before: number } | { storyId: string },
): Promise<string[]> {
  const unused = newsroom.store
    .selectFrom('media')
    .select('media.id')
    .where('media.gone_at', 'is', null)
    .where('media.id', 'not in', shown(newsroom));
  const wanted =
    'before' in of
      ? unused.where('media.unused_since', '<=', of.before)
      : unused.where('media.id', 'in', (row) =>
          row
            .selectFrom('takes')
            .innerJoin('editions', 'editions.id', 'takes.edition_id')
            .where('editions.story_id', '=', of.storyId)
            .where('takes.picture_id', 'is not', null)
            .select('takes.picture_id'),
        );
  return (await wanted.execute()).map(({ id }) => id);
}

/** From now on no page shows them; their takes keep what was said of them. */
export async function endPictures(newsroom: Newsroom, ids: string[]): Promise<void> {
  const gone_at = newsroom.clock.now();
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await newsroom.store
      .updateTable('media')
      .set({ gone_at })
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .execute();
}

/** Which of these are pictures that are still kept. */
export async function livingPictures(newsroom: Newsroom, ids: string[]): Promise<Set<string>> {
  const living = new Set<string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await newsroom.store
      .selectFrom('media')
      .select('id')
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .where('gone_at', 'is', null)
      .execute();
    for (const { id } of rows) living.add(id);
  }
  return living;
}

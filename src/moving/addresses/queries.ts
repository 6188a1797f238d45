/** Where what stood at an address of another house stands here. */
import type { Newsroom } from '../../newsroom.ts';

const AT_ONCE = 500; // of a list in one query: engines bound how many values one may have

/** What an address leads to, with all that is needed to say where that is. */
export async function oldAddressRow(newsroom: Newsroom, path: string) {
  return newsroom.store
    .selectFrom('old_addresses')
    .leftJoin('editions', (join) =>
      join.onRef('editions.id', '=', 'old_addresses.our_id').on('old_addresses.kind', '=', 'edition'),
    )
    .leftJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sections as of_story', 'of_story.id', 'stories.section_id')
    .leftJoin('sections', (join) =>
      join.onRef('sections.id', '=', 'old_addresses.our_id').on('old_addresses.kind', '=', 'section'),
    )
    .leftJoin('topics', (join) =>
      join.onRef('topics.id', '=', 'old_addresses.our_id').on('old_addresses.kind', '=', 'topic'),
    )
    .leftJoin('staff', (join) =>
      join.onRef('staff.id', '=', 'old_addresses.our_id').on('old_addresses.kind', '=', 'author'),
    )
    .select(['old_addresses.kind', 'old_addresses.our_id', 'editions.slug', 'editions.published_take_id'])
    .select(['stories.status', 'of_story.slug as story_section', 'sections.slug as section_slug'])
    .select(['topics.slug as topic_slug', 'staff.slug as staff_slug'])
    .where('old_addresses.path', '=', path)
    .executeTakeFirst();
}

export type OldAddressTarget = NonNullable<Awaited<ReturnType<typeof oldAddressRow>>>;

/** Editions by the addresses of their posts there. */
export async function editionsAt(newsroom: Newsroom, paths: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const rows = await newsroom.store
      .selectFrom('old_addresses')
      .select(['path', 'our_id'])
      .where('kind', '=', 'edition')
      .where('path', 'in', paths.slice(at, at + AT_ONCE))
      .execute();
    for (const { path, our_id } of rows) found.set(path, our_id);
  }
  return found;
}

/** Whether anything ever moved in. */
export async function hasOldAddresses(newsroom: Newsroom): Promise<boolean> {
  return (
    (await newsroom.store.selectFrom('old_addresses').select('path').limit(1).executeTakeFirst()) !==
    undefined
  );
}

/** A feed that says it has moved for good is believed the third time in a row: some say so for an hour by mistake. */

import { findSourceRowBy, updateSource } from '../../intake/source-queries.ts';
import { type Newsroom, recordAct, theNewsroomItself } from '../../newsroom.ts';
import type { SourceRow } from './source.ts';

const BELIEVED_AFTER = 3;

/** Call it after an answer that was in order; `to` is where it came from, if all redirects to it were permanent. */
export async function moveWhereTold(newsroom: Newsroom, source: SourceRow, to: string | null): Promise<void> {
  if (to === null) {
    if (source.moved_to !== null) await updateSource(newsroom, source.id, { moved_to: null, moved_times: 0 });
    return;
  }
  const times = source.moved_to === to ? source.moved_times + 1 : 1;
  if (times < BELIEVED_AFTER) {
    await updateSource(newsroom, source.id, { moved_to: to, moved_times: times });
    return;
  }
  await newsroom.transact(async (inner) => {
    const other = await findSourceRowBy(inner, 'feed_url', to);
    if (other) return; // two sources became one; the desk sees both deliver the same, and may end one
    const { host } = new URL(to);
    await updateSource(inner, source.id, { feed_url: to, feed_host: host, moved_to: null, moved_times: 0 });
    const facts = { from: source.feed_url, to };
    await recordAct(inner, {
      by: theNewsroomItself,
      act: 'follow source',
      subjectKind: 'source',
      subjectId: source.id,
      facts,
    });
    inner.bell.ring('desk', { what: 'sources' });
  });
}

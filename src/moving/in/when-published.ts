/** When readers first had a post, by all that the other house says of it: a piece of which nothing says so must not look new here. */
import type { PostRecord, When } from '../records.ts';

type DatedPost = Pick<PostRecord, 'state' | 'published' | 'changed' | 'address'>;

/** Its date; of what readers have, else the month that its address names, else its last change. Null where nothing says. */
export const whenPublished = ({ state, published, changed, address }: DatedPost): When =>
  published ?? (state === 'published' ? (monthInAddress(address) ?? changed) : null);

/** Whether readers have it there, and are to have it here. */
export const isPublished = (post: DatedPost): boolean =>
  post.state === 'published' && whenPublished(post) !== null;

const NOON = '12:00:00'; // in any zone on the day that is named

/** `/2019/05/` or `/2019/05/12/`, as permalinks have it. */
function monthInAddress(address: string | null): When {
  const [, year, month, day = '01'] =
    /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\/(?:(0[1-9]|[12]\d|3[01])\/)?/.exec(address ?? '') ?? [];
  return year === undefined ? null : { local: `${year}-${month}-${day} ${NOON}` };
}

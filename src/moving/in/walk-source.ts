/** The two walks through a file, some at a time; what stands before the place where one breaks off is given all the same. */
import { type MoveRecord, type MoveSource, type PostRecord, UnreadableSource } from '../records.ts';
import type { HouseLinks } from './house-links.ts';
import { copyOfPost, openPost, type ReadMarkup } from './read-post.ts';
import type { OurThings, PostCopy, PostReading } from './reading.ts';

const POSTS_AT_ONCE = 100; // in one transaction: its lock is held for some hundredths of a second
const LETTERS_AT_ONCE = 300_000; // of all texts in one transaction: long ones go fewer at a time, each is held in a dozen forms
const RECORDS_AT_ONCE = 200; // of the first walk

/** All records, posts without their text: that is for the second walk. */
export async function* recordsAtOnce(
  source: MoveSource,
  hear?: (bytes: number) => void,
): AsyncGenerator<MoveRecord[]> {
  const plain = (record: MoveRecord) => (record.kind === 'post' ? { ...record, html: '' } : record);
  yield* atOnce(source.read(hear), plain, RECORDS_AT_ONCE);
}

const postOrNot = (record: MoveRecord): PostRecord | null => (record.kind === 'post' ? record : null);

/** Some posts of a file, in its order. */
export interface OpenedPosts {
  count: number;
  opened: ReadMarkup[];
}

export async function* openedPosts(
  source: MoveSource,
  { reading, links }: Walk,
): AsyncGenerator<OpenedPosts> {
  for await (const posts of atOnce(source.read(), postOrNot, POSTS_AT_ONCE))
    yield { count: posts.length, opened: posts.flatMap((post) => openPost(reading, links, post) ?? []) };
}

async function* atOnce<T extends object>(
  records: AsyncIterable<MoveRecord>,
  pick: (record: MoveRecord) => T | null,
  most: number,
): AsyncGenerator<T[]> {
  let some: T[] = [];
  let letters = 0;
  let broken: UnreadableSource | null = null;
  try {
    for await (const record of records) {
      const picked = pick(record);
      if (picked === null) continue;
      some.push(picked);
      letters += 'html' in picked && typeof picked.html === 'string' ? picked.html.length : 0;
      if (some.length < most && letters < LETTERS_AT_ONCE) continue;
      yield some;
      some = [];
      letters = 0;
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    broken = error;
  }
  if (some.length > 0) yield some;
  if (broken) throw broken;
}

/** What a walk through posts goes by. */
export interface Walk {
  reading: PostReading;
  links: HouseLinks;
}

export function copiesOf(
  { reading, links }: Walk,
  opened: readonly ReadMarkup[],
  { places, ours }: { places: readonly number[]; ours: OurThings },
): PostCopy[] {
  return places.map((place) => {
    const each = opened[place];
    if (!each) throw new RangeError(`There is no post ${place}.`);
    return copyOfPost(reading, links, each, ours);
  });
}

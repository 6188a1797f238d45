/** Disqus's export: threads, which are pages by their addresses, and posts, which are replies to them. */
import { type MoveRecord, type MoveSource, type ReplyRecord, UnreadableSource } from '../records.ts';
import { fileText } from './open-file.ts';
import { anyTime } from './times.ts';
import { childWords } from './wxr-words.ts';
import { type XmlRecord, xmlRecords } from './xml-records.ts';

export const isDisqus = (head: string): boolean => /<disqus[\s>]/.test(head);

export function disqusSource(path: string, size: number | null): MoveSource {
  return { name: path, format: 'Disqus export', size, read: (hear) => readDisqus(path, hear) };
}

async function* readDisqus(path: string, hear?: (bytes: number) => void): AsyncGenerator<MoveRecord> {
  const threads = new Map<string, Thread>(); // some hundred bytes each
  let isSaid = false;
  const reading = xmlRecords(fileText(path, hear), {
    records: new Set(['thread', 'post', 'category']),
    prefixOf: (namespace) => (/disqus-internals/.test(namespace) ? 'dsq' : null),
  });
  for (;;) {
    const next = await reading.next();
    if (next.done) {
      if (!next.value.isWhole)
        throw new UnreadableSource('It is cut off: what stands before its end was read.');
      return;
    }
    const record = next.value;
    if (!isSaid)
      yield { kind: 'site', origin: 'disqus:', address: null, name: '', tagline: '', language: null };
    isSaid = true;
    if (record.name === 'thread') threads.set(idOf(record), threadOf(record));
    else if (record.name === 'post') yield replyOf(record, threads);
  }
}

/** Where a thread's page is. */
interface Thread {
  address: string;
  or?: string;
  isDeleted: boolean;
}

/** Its link may be of a rehearsal or lost; what the house calls the page has its number there: `12 https://post.example/?p=12`. */
function threadOf(record: XmlRecord): Thread {
  const link = childWords(record, 'link');
  const address = URL.canParse(link) ? link : '';
  const [named] = /https?:\/\/\S+/.exec(childWords(record, 'id')) ?? [];
  const isDeleted = childWords(record, 'isDeleted') === 'true';
  return { address, ...(named === undefined ? {} : { or: named }), isDeleted };
}

const idOf = (record: XmlRecord): string => record.attributes['dsq:id'] ?? '';
const childId = (record: XmlRecord, name: string): string =>
  record.children.find((child) => child.name === name)?.attributes['dsq:id'] ?? '';

function replyOf(post: XmlRecord, threads: ReadonlyMap<string, Thread>): ReplyRecord {
  const author = post.children.find((child) => child.name === 'author');
  const parent = childId(post, 'parent');
  const thread = threads.get(childId(post, 'thread'));
  const is = (name: string) => childWords(post, name) === 'true';
  return {
    kind: 'reply',
    id: idOf(post),
    post: { address: thread?.address ?? '', ...(thread?.or === undefined ? {} : { or: thread.or }) },
    answers: parent === '' ? null : parent,
    name: author ? childWords(author, 'name') || childWords(author, 'username') : '',
    email: (author && childWords(author, 'email')) || null,
    html: childWords(post, 'message'),
    at: anyTime(childWords(post, 'createdAt')),
    state:
      is('isDeleted') || thread?.isDeleted
        ? 'gone'
        : is('isSpam')
          ? 'spam'
          : childWords(post, 'isApproved') === 'false'
            ? 'held'
            : 'approved',
  };
}

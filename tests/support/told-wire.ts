/** A source whose documents a test hands in as text, read and kept as a poll does, with its follow-ups done by hand. */

import { theNewsroomItself } from '../../src/newsroom.ts';
import { publishUnread } from '../../src/wire/items/publish-unread.ts';
import { prepare } from '../../src/wire/reading/prepare.ts';
import type { NewSource } from '../../src/wire/sources/sources.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import type { TestNewsroom } from './newsroom.ts';
import { receive } from './receive.ts';

let number = 0;

/** `tell` keeps a document and does what follows of it now; `release` does what has come due. Both say what was published. */
export async function toldSource(newsroom: TestNewsroom, more: Partial<NewSource> = {}) {
  number += 1;
  const { sourceId } = await addSource(newsroom, {
    name: `Told ${number}`,
    address: `https://told-${number}.example/feed`,
    unasked: true,
    publishUnread: true,
    mayAlert: true,
    alertLevel: 'urgent',
    credit: 'Coast Agency',
    by: theNewsroomItself,
    ...more,
  });
  let isFirst = true;
  const followUp = async (event: string): Promise<void> => {
    const now = newsroom.clock.now();
    const due = await newsroom.store
      .deleteFrom('work')
      .where('event', '=', event)
      .where('run_at', '<=', now)
      .returning('payload_json')
      .execute();
    for (const { payload_json } of due) await publishUnread(newsroom, JSON.parse(payload_json));
  };
  const release = async (): Promise<void> => {
    await followUp('item-received');
    await followUp('item-released');
  };
  const tell = async (document: string) => {
    const bytes = Buffer.from(document);
    const prepared = await prepare({ bytes, contentType: null, address: null, language: null });
    const received = await receive(newsroom, { sourceId, prepared, isFirst });
    isFirst = false;
    await release();
    return received;
  };
  await tell('<rss version="2.0"><channel><title>Told</title></channel></rss>');
  return { sourceId, tell, release, stories: () => storiesOf(newsroom, sourceId) };
}

async function storiesOf(newsroom: TestNewsroom, sourceId: string) {
  return newsroom.store
    .selectFrom('stories')
    .select(['id', 'status', 'item_id', 'alert_level'])
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute();
}

/** An RSS document with these items, each given by the words of its elements. */
export function rssOf(...items: Record<string, string>[]): string {
  const written = items.map((item) => {
    const elements = Object.entries(item).map(([name, value]) => `<${name}>${value}</${name}>`);
    return `<item>${elements.join('')}</item>`;
  });
  return `<rss version="2.0"><channel><title>Told</title>${written.join('')}</channel></rss>`;
}

/** Successive polls of real outlets, from a folder beside the project: each story once, every changed headline kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestNewsroom } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { identityKey } from '../reading/identity.ts';
import { prepare } from '../reading/prepare.ts';
import { readFeed } from '../reading/read-feed.ts';
import { addSource } from '../sources/sources.ts';

const corpora = process.env.CRIER_TEST_CORPORA ?? resolve(import.meta.dirname, '../../../../shared/corpora');
const folder = join(corpora, 'real-series');
const isThere = existsSync(folder);
if (!isThere) console.log(`Skipped: no successive polls at ${folder}.`);
const outlets = isThere ? readdirSync(folder).filter((name) => !name.includes('.')) : [];

describe.skipIf(!isThere)('successive polls', () => {
  it.each(outlets)('of %s give each story once and keep every headline', async (outlet) => {
    const newsroom = await openTestNewsroom();
    const by = theNewsroomItself;
    const { sourceId } = await addSource(newsroom, {
      address: `https://${outlet}.example/feed`,
      unasked: true,
      by,
    });
    const headlines = new Map<string, Set<string>>();
    const files = readdirSync(join(folder, outlet)).sort();
    for (const [index, file] of files.entries()) {
      const bytes = readFileSync(join(folder, outlet, file));
      const reading = readFeed(bytes);
      for (const item of reading.feed.items) {
        const key = identityKey(item.id ?? item.link ?? '');
        headlines.set(key, (headlines.get(key) ?? new Set()).add(item.title));
      }
      const prepared = await prepare({ bytes, contentType: null, address: null, language: null });
      await receive(newsroom, { sourceId, prepared, isFirst: index === 0 });
    }
    const items = await newsroom.store.selectFrom('items').select(['id', 'link']).execute();
    expect(items).toHaveLength(headlines.size);
    expect(new Set(items.map(({ link }) => link)).size).toBe(items.length);
    const versions = await newsroom.store
      .selectFrom('item_versions')
      .select(['item_id', 'headline'])
      .execute();
    const kept = new Set(versions.map(({ item_id, headline }) => `${item_id} ${headline}`));
    const wanted = [...headlines.values()].reduce((sum, titles) => sum + titles.size, 0);
    expect(kept.size).toBe(wanted);
    console.log(
      `${outlet}: ${items.length} items, ${versions.length} versions, ${wanted - headlines.size} headlines changed`,
    );
    await newsroom.close();
  });
});

/** What a contract has search engines told: on the story's page, in feeds and in maps. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestNewsroom } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import type { IndexPolicy } from '../rights/index-policy.ts';
import { addSource } from '../wire/sources/sources.ts';

describe('a story of a source', () => {
  let paper: Paper;
  const paths: Record<string, string> = {};
  beforeAll(async () => {
    paper = await openPaper(await openTestNewsroom());
    for (const indexPolicy of ['index', 'noindex', 'canonical'] satisfies IndexPolicy[]) {
      const name = `${indexPolicy} Agency`;
      const { sourceId } = await addSource(paper.newsroom, { address: null, name, indexPolicy, by });
      const link = `https://agency.example/${indexPolicy}`;
      const hop = { party: name, sourceId, act: 'reported', language: 'en', link, at: null } as const;
      const copy = {
        headline: `Ferry ${indexPolicy}`,
        dek: 'It leaves late.',
        bodyHtml: safeBody('<p>The whole text.</p>'),
      };
      paths[indexPolicy] = (await paper.publish({ sourceId, hops: [hop], copy })).path;
    }
  });
  afterAll(() => paper.close());
  const page = async (policy: IndexPolicy) => (await paper.get(paths[policy] ?? '')).body;

  test('is indexed as ours', async () => {
    expect(await page('index')).toContain(
      `<link rel="canonical" href="http://localhost:4000${paths.index}"/>`,
    );
    expect(await page('index')).toContain('<meta name="robots" content="max-image-preview:large"/>');
  });

  test('is left out', async () => {
    expect(await page('noindex')).toContain('<meta name="robots" content="noindex, follow"/>');
  });

  test('names the source’s own page as the one to index', async () => {
    expect(await page('canonical')).toContain(
      '<link rel="canonical" href="https://agency.example/canonical"/>',
    );
  });

  test('is in the maps only as ours, and in feeds with its text only where it may be', async () => {
    const month = (await paper.get('/sitemap.xml')).body.match(/sitemap-\d{4}-\d\d\.xml/)?.[0];
    for (const map of ['/news-sitemap.xml', `/${month}`]) {
      const { body } = await paper.get(map);
      expect(body).toContain(`${paths.index}<`);
      expect(body).not.toContain(paths.noindex);
      expect(body).not.toContain(paths.canonical);
    }
    const items = (await paper.get('/feed.rss')).body.split('<item>');
    const whole = items.filter((item) => item.includes('The whole text.'));
    expect(whole.map((item) => /Ferry (\w+)/.exec(item)?.[1]).sort()).toEqual(['canonical', 'index']);
    expect(items.some((item) => item.includes('Ferry noindex'))).toBe(true);
  });
});

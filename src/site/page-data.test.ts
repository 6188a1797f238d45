/** What search engines, phones and other programs are told of pages that are no stories. */

import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { addStaff } from '../staff/staff.ts';
import type { PublishedStory } from '../stories/read.ts';
import { addSource } from '../wire/sources/sources.ts';
import { describeList } from './page-data.ts';

const SITE = 'http://localhost:4000';

onEachEngine('what programs are told', (newsroom) => {
  let paper: Paper;
  let story: PublishedStory;
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    const { sourceId } = await addSource(newsroom(), { name: 'Island Wire', address: null, by });
    await addStaff(newsroom(), {
      name: 'Nora Quinn',
      email: 'nora@post.example',
      role: 'editor',
      password: 'the harbour at night',
      by,
    });
    await paper.publish({ language: 'el', copy: { headline: 'Η παραλία' } });
    story = await paper.publish({
      sectionId: paper.sections.sea.id,
      sourceId,
      topicNames: ['Oil spill'],
      copy: {
        headline: 'Gales close the strait',
        bodyHtml: safeBody('<p>Gales closed the strait. Two boats wait.</p>'),
      },
    });
  });
  afterAll(() => paper.close());

  async function told(path: string) {
    const { document } = parseHTML((await paper.get(path)).body);
    const meta = (name: string) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
    const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map((each) =>
      JSON.parse(each.textContent ?? ''),
    );
    const of = (type: string) => data.find((each) => each['@type'] === type);
    return { meta, of, document };
  }
  const crumbsOf = (list: { itemListElement: { name: string; item: string; position: number }[] }) =>
    list.itemListElement.map(({ position, name, item }) => `${position} ${name} ${item.replace(SITE, '')}`);

  test('the front says who publishes, and what stands on it', async () => {
    const { of, meta } = await told('/');
    expect(of('NewsMediaOrganization')).toMatchObject({
      name: 'The Harbour Post',
      url: SITE,
      logo: `${SITE}/icon-512.png`,
      description: 'News of the port',
      contactPoint: { '@type': 'ContactPoint', email: 'desk@post.example' },
    });
    expect(of('CollectionPage')).toMatchObject({
      url: `${SITE}/`,
      mainEntity: { itemListElement: [{ position: 1, url: SITE + story.path }] },
    });
    expect(meta('description')).toBe('News of the port');
    expect((await told('/el')).meta('description')).toBe('The Harbour Post · Η παραλία');
  });

  test('lists have descriptions of their own, and the way from the front to them', async () => {
    const pages = ['/sea', '/topic/oil-spill', '/source/island-wire'];
    const descriptions = await Promise.all(pages.map(async (path) => (await told(path)).meta('description')));
    expect(descriptions).toEqual([
      'Section: Sea · Gales close the strait',
      'Topic: Oil spill · Gales close the strait',
      'What we published that came from Island Wire. · Gales close the strait',
    ]);
    const { of } = await told('/sea');
    expect(of('CollectionPage')).toMatchObject({ name: 'Sea', url: `${SITE}/sea` });
    expect(crumbsOf(of('BreadcrumbList'))).toEqual(['1 The Harbour Post /', '2 Sea /sea']);
  });

  test('an author’s page is a profile', async () => {
    const { of, meta } = await told('/author/nora-quinn');
    expect(of('ProfilePage').mainEntity).toMatchObject({
      '@type': 'Person',
      name: 'Nora Quinn',
      url: `${SITE}/author/nora-quinn`,
      worksFor: { '@type': 'NewsMediaOrganization', name: 'The Harbour Post' },
    });
    expect(meta('description')).toMatch(/^Nora Quinn, The Harbour Post/);
  });

  test('a story is described by how it begins where it has no dek, and stands under its section', async () => {
    const { of, meta } = await told(story.path);
    expect(meta('description')).toBe('Gales closed the strait.');
    expect(crumbsOf(of('BreadcrumbList'))).toEqual([
      '1 The Harbour Post /',
      '2 Sea /sea',
      `3 Gales close the strait ${story.path}`,
    ]);
    expect(of('NewsArticle').headline).toBe('Gales close the strait');
  });

  test('pictures may be shown large, unless the page is kept out of indexes', async () => {
    for (const path of ['/', '/sea', story.path])
      expect((await told(path)).meta('robots')).toBe('max-image-preview:large');
    expect((await told('/search?words=gales')).meta('robots')).toBe('noindex, follow');
  });

  test('a phone has an icon that survives its mask, and a colour for each scheme', async () => {
    const manifest = (await paper.get('/manifest.webmanifest')).json();
    const masked = manifest.icons.filter(({ purpose }: { purpose: string }) => purpose === 'maskable');
    expect(masked).toHaveLength(1);
    const icon = await paper.get(masked[0].src);
    expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/png']);
    const { default: sharp } = await import('sharp');
    const { data, info } = await sharp(icon.rawPayload).raw().toBuffer({ resolveWithObject: true });
    const pixel = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, 3),
    ];
    const ink = pixel(0, 0); // to the very corner
    for (let at = 0; at < 360; at += 5) {
      const angle = (at * Math.PI) / 180; // nothing of the mark beyond the safe zone
      for (const radius of [206, 230, 255]) {
        const [x, y] = [Math.cos(angle), Math.sin(angle)].map((part) => Math.round(256 + radius * part));
        expect([at, radius, pixel(Math.min(511, x ?? 0), Math.min(511, y ?? 0))]).toEqual([at, radius, ink]);
      }
    }
    const { document } = await told('/');
    const colours = [...document.querySelectorAll('meta[name="theme-color"]')].map((each) =>
      each.getAttribute('media'),
    );
    expect(colours).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  });
});

describe('a description', () => {
  test('ends at a word when it is long', () => {
    const long = describeList('Sea', [{ headline: 'word '.repeat(100).trim() }]);
    expect(long.length).toBeLessThanOrEqual(300);
    expect(long).toMatch(/ word…$/);
  });
});

/** One page of every kind that the desk of The Harbour Post has, found as an editor finds it. */
import type { BrowserContext, Page } from 'playwright-core';

/** By a short name, the path; the context is signed in as an administrator. */
export async function findDeskPages(
  context: BrowserContext,
  address: string,
): Promise<Record<string, string>> {
  const page = await context.newPage();
  const first = async (on: string, selector: string) => {
    await page.goto(address + on);
    return await firstPath(page, selector);
  };
  const item = await first('/desk/wire', '[data-item]');
  const draft = await first('/desk/stories', 'td a.headline');
  const story = await first('/desk/stories?list=published', 'td a.headline');
  const source = await first('/desk/sources', 'main a[href^="/desk/sources/"]:not([href$="/new"])');
  const columns = await first('/desk/replies/objections', '.objection .btn');
  const names = await first('/desk/masthead', 'a[href^="/desk/masthead/names/"]');
  const hand = await first('/desk/front', '.places a.headline');
  const live = (await first('/desk/front', 'a.headline:has-text("hour by hour")')).match(
    /story=([\w-]+)/,
  )?.[1];
  const entry = await first(`/desk/live/${live}`, '.entry-line-head a');
  const planned = await first('/desk/today', 'a[href^="/desk/today/items/"]');
  const speaker = await first('/desk/speakers', 'main a[href^="/desk/speakers/"]');
  await page.close();
  return {
    ...{ today: '/desk/today', week: '/desk/today?span=week', handovers: '/desk/today/handovers' },
    ...{ calendars: '/desk/today/calendars', front: '/desk/front', hand, partners: '/desk/partners' },
    ...{ proof: '/desk/front/proof?language=ar', live: `/desk/live/${live}`, entry, planned },
    ...{ wire: '/desk/wire', 'wire-changed': '/desk/wire/changed', item },
    ...{ stories: '/desk/stories', published: '/desk/stories?list=published', new: '/desk/stories/new' },
    ...{ draft, story, takes: `${story}/takes`, preview: `${story}/preview` },
    ...{ editions: `${story}/translation`, columns, alert: `${story}/alert`, audience: `${story}/audience` },
    ...{ alerts: '/desk/alerts', devices: '/desk/alerts/devices', everything: '/desk/alerts/everything' },
    ...{ replies: '/desk/replies', objections: '/desk/replies/objections' },
    ...{ sources: '/desk/sources', source, 'source-new': '/desk/sources/new' },
    ...{ staff: '/desk/staff', masthead: '/desk/masthead', names },
    ...{ speakers: '/desk/speakers', speaker, engines: '/desk/translation' },
    ...{
      'house-style': '/desk/house-style',
      work: '/desk/work',
      moving: '/desk/moving',
      audit: '/desk/audit',
      search: '/desk/search?q=harbour',
      bell: '/desk/bell',
      readers: '/desk/readers',
      'no-such': '/desk/wire/nothing',
    },
  };
}

export async function firstPath(page: Page, selector: string): Promise<string> {
  const path = await page.locator(selector).first().getAttribute('href');
  if (!path) throw new Error(`no ${selector} on ${page.url()}`);
  return path;
}

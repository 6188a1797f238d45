/** The routes of work that was given up: any editor sees it and has it tried again. */
import type { Newsroom } from '../../newsroom.ts';
import { type GivenUpWork, listGivenUp, tryWorkAgain } from '../../runner/given-up.ts';
import { findHeadline } from '../../stories/editions.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { counted } from '../views/words.ts';
import { type GivenUpLine, GivenUpPage } from './given-up-page.tsx';

export function registerGivenUpRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('editor', '/desk/given-up', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const lines: GivenUpLine[] = [];
    for (const work of await listGivenUp(newsroom))
      lines.push({ ...work, about: await aboutOf(newsroom, work) });
    const tried = Number(query(request, 'tried'));
    const done = tried > 0 ? `${counted(tried, 'piece')} of work: being tried again now.` : undefined;
    return sendPage(reply, GivenUpPage({ frame, when, lines, done }));
  });
  routes.post('editor', '/desk/given-up/all', async (_request, reply, { staff }) => {
    const { count } = await tryWorkAgain(newsroom, { workId: null, by: staff });
    return reply.redirect(`/desk/given-up?tried=${count}`, 303);
  });
  routes.post('editor', '/desk/given-up/:workId', async (request, reply, { staff }) => {
    await tryWorkAgain(newsroom, { workId: param(request, 'workId'), by: staff });
    return reply.redirect('/desk/given-up?tried=1', 303);
  });
}

/** The page of the desk on which its subject stands; null where it has none. */
async function aboutOf(newsroom: Newsroom, { facts }: GivenUpWork): Promise<GivenUpLine['about']> {
  const id = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null);
  const found = await findHeadline(newsroom, { storyId: id('storyId'), editionId: id('editionId') });
  if (found) {
    const { storyId, headline, language } = found;
    return { href: `/desk/stories/${storyId}`, words: headline || 'the story', language };
  }
  const itemId = id('itemId');
  if (itemId) return { href: `/desk/wire/${itemId}`, words: 'the item' };
  const sourceId = id('sourceId');
  if (sourceId) return { href: `/desk/sources/${sourceId}`, words: 'the source' };
  const alertId = id('alertId');
  if (alertId) return { href: `/desk/alerts#alert-${alertId}`, words: 'the alert' };
  if (id('replyId')) return { href: '/desk/replies', words: 'the replies' };
  if (id('deviceId')) return { href: '/desk/alerts/devices', words: 'the devices' };
  if (id('deliveryId')) return { href: '/desk/sources', words: 'the sources' };
  return null;
}

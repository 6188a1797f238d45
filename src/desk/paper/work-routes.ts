/** The routes of work: any editor sees what runs, waits and failed, has it tried again, or never. */
import type { Newsroom } from '../../newsroom.ts';
import { readBackupNotes } from '../../runner/backup-notes.ts';
import { listGivenUp, tryWorkAgain } from '../../runner/given-up.ts';
import { dropWork, listWork } from '../../runner/work-list.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { counted } from '../views/words.ts';
import { WorkPage } from './work-page.tsx';
import { subjectOf, type WorkSubject } from './work-words.ts';

export function registerWorkRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('editor', '/desk/work', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const [givenUp, { underWay, failing, ...more }, notes] = await Promise.all([
      listGivenUp(newsroom),
      listWork(newsroom),
      readBackupNotes(newsroom),
    ]);
    const backups = { ...notes, areSet: newsroom.settings.backups !== undefined };
    const lists = {
      givenUp: await withSubjects(newsroom, givenUp),
      failing: await withSubjects(newsroom, failing),
      underWay: await withSubjects(newsroom, underWay),
    };
    return sendPage(
      reply,
      WorkPage({ frame, when, ...lists, ...more, backups, done: doneIn(query(request, 'done')) }),
    );
  });
  routes.post('editor', '/desk/work/again', async (_request, reply, { staff }) => {
    const { count } = await tryWorkAgain(newsroom, { workId: null, by: staff });
    return reply.redirect(`/desk/work?done=${count}`, 303);
  });
  routes.post('editor', '/desk/work/:workId/again', async (request, reply, { staff }) => {
    await tryWorkAgain(newsroom, { workId: param(request, 'workId'), by: staff });
    return reply.redirect('/desk/work?done=1', 303);
  });
  routes.post('editor', '/desk/work/:workId/never', async (request, reply, { staff }) => {
    await dropWork(newsroom, { workId: param(request, 'workId'), by: staff });
    return reply.redirect('/desk/work?done=never', 303);
  });
}

function doneIn(done: string): string | undefined {
  if (done === 'never') return 'It is not tried again.';
  return Number(done) > 0 ? `${counted(Number(done), 'piece')} of work: being tried again now.` : undefined;
}

async function withSubjects<Work extends { facts: Record<string, unknown> }>(
  newsroom: Newsroom,
  all: Work[],
): Promise<(Work & { about: WorkSubject | null })[]> {
  return Promise.all(all.map(async (work) => ({ ...work, about: await subjectOf(newsroom, work) })));
}

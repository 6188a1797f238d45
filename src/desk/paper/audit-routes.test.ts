/** The audit as chiefs read it: every line once, by whom, of what and when; and as a file that a sheet opens safely. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../../tests/support/site-cast.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { DAY, MINUTE } from '../../kit/clock.ts';
import { recordAct, recordActs, theNewsroomItself } from '../../newsroom.ts';

onEachEngine('the audit', (newsroom) => {
  let desk: WholeDesk;
  let paper: Paper;
  let chief: Visitor;
  let storyId = '';

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    desk = await openWholeDesk(newsroom());
    chief = await desk.signedIn('chief', 'Ada Lind');
    storyId = (await paper.publish({ copy: { headline: 'Ferries sail' } })).storyId;
  });
  afterAll(async () => {
    await desk.app.close();
    await paper.close();
  });
  const linesOf = (body: string) => [...body.matchAll(/id="line-([0-9a-f-]{36})"/g)].map(([, id]) => id);

  test('is no editor’s', async () => {
    const editor = await desk.signedIn('editor', 'Ivan Moss');
    expect((await editor.get('/desk/audit')).statusCode).toBe(403);
    expect((await editor.get('/desk/audit.csv')).statusCode).toBe(403);
  });

  test('says in words what was done of a story, under any of its addresses', async () => {
    const { body } = await chief.get(`/desk/audit?story=${storyId}`);
    expect(body).toContain('Published a story');
    expect(body).toContain('Ferries sail');
    const { slug } = await newsroom()
      .store.selectFrom('editions')
      .select('slug')
      .where('story_id', '=', storyId)
      .executeTakeFirstOrThrow();
    const same = await chief.get(
      `/desk/audit?story=${encodeURIComponent(`https://x.example/city/${slug}?a`)}`,
    );
    expect(linesOf(same.body)).toEqual(linesOf(body));
    const none = await chief.get('/desk/audit?story=https://x.example/nothing-of-ours');
    expect(none.body).toContain('No story stands at that address.');
    expect(linesOf(none.body)).toEqual([]);
  });

  test('shows an act that has no words as itself, and one of nobody as of Crier', async () => {
    await recordAct(newsroom(), {
      by: theNewsroomItself,
      act: 'polish the bell',
      subjectKind: 'masthead',
      subjectId: 'masthead',
      facts: { reason: '<b>rust</b>' },
    });
    const { body } = await chief.get('/desk/audit?by=crier&act=polish+the+bell');
    expect(body).toContain('Polish the bell');
    expect(body).toContain('reason: &lt;b>rust&lt;/b>');
    expect(linesOf(body)).toHaveLength(1);
  });

  test('says what was done in words, and instants as times', async () => {
    await recordAct(newsroom(), {
      by: theNewsroomItself,
      act: 'front: put out',
      subjectKind: 'front',
      subjectId: 'en',
      facts: { publishAt: newsroom().clock.now(), isFlash: false, given: true, step: 3 },
    });
    const { body } = await chief.get('/desk/audit?by=crier&act=front%3A+put+out');
    expect(body).toContain('Put a front out');
    expect(body).toMatch(/publish at: \d\d:\d\d · given · step: 3</);
  });

  test('goes on page after page with every line once, though many have one instant', async () => {
    const many = Array.from({ length: 120 }, (_, at) => ({
      by: theNewsroomItself,
      act: 'count',
      subjectKind: 'work' as const,
      subjectId: String(at),
    }));
    await recordActs(newsroom(), many);
    const seen: (string | undefined)[] = [];
    let next: string | undefined = '/desk/audit?act=count';
    while (next) {
      const { body } = await chief.get(next);
      seen.push(...linesOf(body));
      next = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test('keeps to a day of the paper’s own zone, and says of a day that is none', async () => {
    const { clock } = newsroom();
    clock.pass(2 * DAY); // 21 November, 14:00 in Athens
    const act = { by: theNewsroomItself, act: 'look', subjectKind: 'work' as const, subjectId: 'x' };
    await recordAct(newsroom(), act);
    clock.pass(9 * 60 * MINUTE); // 23:00
    await recordAct(newsroom(), act);
    clock.pass(2 * 60 * MINUTE); // 1:00 of the next day, while it is 23:00 in London
    await recordAct(newsroom(), act);
    const count = async (days: string) =>
      linesOf((await chief.get(`/desk/audit?act=look&${days}`)).body).length;
    expect(await count('from=2026-11-21&to=2026-11-21')).toBe(2);
    expect(await count('from=2026-11-22')).toBe(1);
    expect(await count('to=2026-11-20')).toBe(0);
    const { body } = await chief.get('/desk/audit?from=2026-02-30');
    expect(body).toContain('The first day is none that the calendar has.');
  });

  test('is a file whose cells no sheet runs, with times in the paper’s zone', async () => {
    await recordAct(newsroom(), {
      by: theNewsroomItself,
      act: '=HYPERLINK("http://x.example")',
      subjectKind: 'work',
      subjectId: '-1+1',
      facts: { words: 'a, "b"\nc' },
    });
    const answer = await chief.get('/desk/audit.csv?by=crier&from=2026-11-22');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows = answer.body.split('\r\n');
    expect(rows[0]).toBe('\ufeffwhen,who,act,in words,of,id,name,facts');
    expect(rows[1]).toBe(
      `2026-11-22T01:07:00+02:00,Crier,"'=HYPERLINK(""http://x.example"")","'=HYPERLINK(""http://x.example"")",work,'-1+1,,"{""words"":""a, \\""b\\""\\nc""}"`,
    );
    expect(rows.at(-1)).toBe('');
  });

  test('is read by an index whatever is asked, and sorts nothing', async () => {
    const { store, engine } = newsroom();
    const asked = [
      "where by_id = 'x'",
      'where by_id is null',
      "where act = 'x'",
      "where by_id = 'x' and act = 'y' and at < 5",
      "where subject_kind = 'story' and subject_id = 'x'",
      'where at >= 3 and (at, id) < (4, ?)',
      '',
    ];
    for (const where of asked) {
      const [before = '', after] = where.split('?');
      const text = after === undefined ? sql.raw(before) : sql`${sql.raw(before)}${'y'}${sql.raw(after)}`;
      const asks = sql`select * from audit ${text} order by at desc, id desc limit 50`;
      const plan = await store.transaction().execute(async (inner) => {
        if (engine === 'sqlite') {
          const { rows } = await sql<{ detail: string }>`explain query plan ${asks}`.execute(inner);
          return rows.map(({ detail }) => detail).join('; ');
        }
        await sql`set local enable_seqscan = off`.execute(inner); // a table of this size it would read whole, or sort
        await sql`set local enable_sort = off`.execute(inner);
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${asks}`.execute(inner);
        return rows.map((row) => row['QUERY PLAN']).join('; ');
      });
      expect(plan).toMatch(/(USING INDEX|using) audit_/);
      if (!where.includes('subject')) expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
    }
  });
});

import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { setUpHarbourPost } from '../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import type { Finding } from '../checks/check.ts';
import { Refusal } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { takenSuggestionsText } from '../store/migrations/2026-11-29-a-suggestion-counts-when-taken.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { saveTake } from './edit.ts';
import { dismissFinding, isOftenWrong, keepTaken } from './finding-answers.ts';
import { findFindings } from './findings.ts';
import { gateOf } from './gate.ts';
import { dropHouseRule, keepHouseRule, listHouseRules } from './house-style.ts';
import { addStatement } from './statements.ts';
import { takeSuggestion } from './take-suggestion.ts';

onEachEngine('findings in a story', (newsroom) => {
  beforeAll(() => setUpHarbourPost(newsroom()));

  const draft = async (html: string, language = 'en') => {
    const copy = {
      headline: 'The gate is closed',
      dek: '',
      byline: 'Anton',
      dateline: '',
      bodyHtml: safeBody(html),
      pictureId: null,
    };
    const { storyId } = await draftStory(newsroom(), { copy, language, hops: [], by });
    const [edition] = (await getForDesk(newsroom(), storyId)).editions;
    if (!edition) throw new Error('a draft has an edition');
    return { storyId, edition, copy };
  };
  const told = async (editionId: string) =>
    (await findFindings(newsroom(), { editionId })).findings.map(
      ({ check, severity }) => `${severity} ${check}`,
    );

  it('are those of the checks, and a critical one stops the gate', async () => {
    const { storyId, edition } = await draft(
      '<p>The ferry \u0441ame in. The council closed the the gate.</p>',
    );
    expect(await told(edition.id)).toEqual(['critical stray-letter', 'major doubled-word']);
    expect(
      (await gateOf(newsroom(), storyId)).map(({ code, overridable }) => [code, overridable]),
    ).toContainEqual(['stray-letter', true]);
  });

  it('stay away once dismissed with a reason, for the story or for the paper', async () => {
    const one = await draft('<p>The council closed the the gate for a week.</p>');
    const other = await draft('<p>Nobody closed the the gate for a month.</p>');
    const [finding] = (await findFindings(newsroom(), { editionId: one.edition.id })).findings;
    if (!finding) throw new Error('there is a finding');
    await expect(
      dismissFinding(newsroom(), { storyId: one.storyId, finding, reason: ' ', isPaper: false, by }),
    ).rejects.toThrow(Refusal);
    await dismissFinding(newsroom(), {
      storyId: one.storyId,
      finding,
      reason: 'A song is quoted.',
      isPaper: false,
      by,
    });
    expect([await told(one.edition.id), await told(other.edition.id)]).toEqual([[], ['major doubled-word']]);
    expect((await findFindings(newsroom(), { editionId: one.edition.id })).dismissed).toBe(1);
    await dismissFinding(newsroom(), {
      storyId: other.storyId,
      finding,
      reason: 'The name of a shop.',
      isPaper: true,
      by,
    });
    expect(await told(other.edition.id)).toEqual([]);
    expect((await getForDesk(newsroom(), one.storyId)).audit.map(({ act }) => act)).toContain('dismiss');
  });

  it('cannot be dismissed where a story cannot do without', async () => {
    const { storyId } = await draft('<p>x</p>');
    const finding = {
      check: 'no-headline',
      text: '',
      part: 'headline',
      message: 'The story has no headline.',
    } as const;
    await expect(
      dismissFinding(newsroom(), { storyId, finding, reason: 'art', isPaper: false, by }),
    ).rejects.toThrow(Refusal);
  });

  it('are said a step lower when a check is dismissed often, and not when its suggestions are taken', async () => {
    const { storyId, edition } = await draft('<p>It was a early ferry, and nobody was on it at all.</p>');
    const words = (text: string) => ({ check: 'weekday-misfit', text, part: 'body', message: 'x' }) as const;
    const published = await draft('<p>The ferry sank on Monday 19 November 2026 at night.</p>');
    for (let at = 0; at < 6; at += 1)
      await dismissFinding(newsroom(), {
        storyId,
        finding: words(`d${at}`),
        reason: 'right',
        isPaper: false,
        by,
      });
    expect(await told(published.edition.id)).toEqual(['minor weekday-misfit']);
    for (let at = 0; at < 3; at += 1) await keepTaken(newsroom(), { storyId, finding: words(`t${at}`), by });
    expect(await told(published.edition.id)).toEqual(['major weekday-misfit']);
    expect(await told(edition.id)).toEqual(['minor wrong-article']);
    expect([isOftenWrong(5, 0), isOftenWrong(6, 2), isOftenWrong(6, 3)]).toEqual([false, true, false]);
  });

  it('count as taken where the check is silent afterwards, once, and are refused where it still speaks', async () => {
    const { storyId, edition, copy } = await draft('<p>The pilot was missing , and the boat , too.</p>');
    const { findings } = await findFindings(newsroom(), { editionId: edition.id });
    expect(findings.map(({ text }) => text)).toEqual([' ,', ' ,']);
    const finding = findings[0] as Finding;
    const put = (html: string) =>
      takeSuggestion(newsroom(), {
        ...{
          editionId: edition.id,
          copy: { ...copy, bodyHtml: safeBody(html) },
          finding,
          words: ',',
          from: 18,
          by,
        },
      });
    await expect(put('<p>The pilot was missing , and the boat , too.</p>')).rejects.toMatchObject({
      code: 'finding-stands',
    });
    expect(await takenIn(storyId)).toEqual([]);
    await put('<p>The pilot was missing, and the boat , too.</p>');
    await put('<p>The pilot was missing, and the boat, too.</p>');
    expect(await takenIn(storyId)).toEqual(['punctuation']);
  });

  it('that were never taken are taken out of the count, and what can be told from the rest stays', async () => {
    const { storyId } = await draft('<p>x</p>');
    const words = [
      'punctuation ,',
      'punctuation ,',
      'quote-spacing ',
      'doubled-word the the',
      'doubled-word the the',
    ];
    for (const [index, said] of words.entries())
      await newsroom()
        .store.insertInto('finding_answers')
        .values({
          ...{ id: newsroom().ids.next(), check_name: said.split(' ')[0] ?? '', answer: 'taken' },
          ...{ story_id: storyId, is_paper: 0, words: said, reason: '', staff_id: null, at: index },
        })
        .execute();
    const [first, second] = takenSuggestionsText.split(/;\s*\n/);
    for (const statement of [first, second]) await sql.raw(statement ?? '').execute(newsroom().store);
    expect(await takenIn(storyId)).toEqual(['doubled-word']);
  });

  const takenIn = async (storyId: string) =>
    (
      await newsroom()
        .store.selectFrom('finding_answers')
        .select('check_name')
        .where('story_id', '=', storyId)
        .where('answer', '=', 'taken')
        .execute()
    ).map(({ check_name }) => check_name);

  it('go by the house style that the paper keeps', async () => {
    const { edition } = await draft('<p>The harbor is closed to all ships.</p>');
    const rule = { avoid: 'harbor', write: 'harbour', language: 'en', exact: false, by };
    await keepHouseRule(newsroom(), rule);
    await keepHouseRule(newsroom(), { ...rule, write: 'the harbour' });
    expect((await listHouseRules(newsroom())).map(({ avoid, write }) => [avoid, write])).toEqual([
      ['harbor', 'the harbour'],
    ]);
    expect(await told(edition.id)).toEqual(['minor house-style']);
    const [kept] = await listHouseRules(newsroom());
    await dropHouseRule(newsroom(), { ruleId: kept?.id ?? '', by });
    expect(await told(edition.id)).toEqual([]);
    await expect(keepHouseRule(newsroom(), { ...rule, avoid: ' ' })).rejects.toThrow(Refusal);
  });

  it('tell of an attribution that was edited away while its claim stays', async () => {
    const before = '<p>The pumps had not been looked at since winter, Eleni Ralli said on Monday.</p>';
    const { edition, copy } = await draft(before);
    const statement = {
      ...{
        editionId: edition.id,
        speakerName: 'Eleni Ralli',
        speakerRole: '',
        form: 'indirect',
        words: 'The pumps had not been looked at since winter',
      },
      ...{ wordsBefore: '', occasion: '', hops: [], standing: 'unverified', standingNote: '', by },
    } as unknown as Parameters<typeof addStatement>[1];
    await addStatement(newsroom(), statement);
    expect(await told(edition.id)).toEqual([]);
    const bodyHtml = safeBody(
      '<p>The pumps had not been looked at since winter. They are old and run day and night.</p>',
    );
    await saveTake(newsroom(), {
      editionId: edition.id,
      copy: { ...copy, bodyHtml },
      basedOn: edition.takeId,
      by,
    });
    expect(await told(edition.id)).toEqual(['major attribution-lost']);
  });

  it('tell of a table whose parts are more than its total, at the total', async () => {
    const rows = (total: string) =>
      [
        ['Skala', '1,200'],
        ['Pyli', '830'],
        ['Aris', '410'],
        ['Total', total],
      ]
        .map(([name, votes]) => `<tr><td>${name}</td><td>${votes}</td></tr>`)
        .join('');
    const table = (total: string) =>
      `<p>Total 2,400.</p><table><tr><th>Village</th><th>Votes</th></tr>${rows(total)}</table><p>After 2,400.</p>`;
    const [wrong, right] = [await draft(table('2,400')), await draft(table('2,440'))];
    expect([await told(wrong.edition.id), await told(right.edition.id)]).toEqual([
      ['minor figures-misfit'],
      [],
    ]);
    const [finding] = (await findFindings(newsroom(), { editionId: wrong.edition.id })).findings;
    expect(finding).toMatchObject({ text: '2,400', message: 'The rows above make 2440, not 2,400.' });
    // Not the words of the paragraphs around it.
    expect(finding?.start).toBe(
      'Total 2,400.\n\nVillage\n\nVotes\n\nSkala\n\n1,200\n\nPyli\n\n830\n\nAris\n\n410\n\nTotal\n\n'.length,
    );
  });

  it('know a link that goes nowhere', async () => {
    const { edition } = await draft(
      '<p>The plan is <a href="https://localhost/plan">here</a> to be read.</p>',
    );
    expect(await told(edition.id)).toEqual(['major dead-link']);
  });
});

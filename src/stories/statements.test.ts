import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { type BodyHtml, safeBody } from '../kit/safe-html.ts';
import type { Actor } from '../newsroom.ts';
import { markStatements } from '../sourcing/mark-statements.ts';
import {
  addVariant,
  ensureSpeaker,
  findSpeaker,
  findSpeakerByName,
  listSpeakers,
} from '../sourcing/speakers.ts';
import {
  addStatement,
  changeStanding,
  listStatements,
  type NewStatement,
  removeStatement,
} from './statements.ts';

const maria: Actor = { id: 'maria', name: 'Maria Leontis' };
const body = safeBody(
  '<p>“The engineer wrote it down,” Eleni Doukas said. The owner said “no comment”.</p><p>The pilots said “no comment”.</p>',
);

/** An edition with this body as its working take, and nothing else. */
async function editionOf({ store, ids, clock }: TestNewsroom, bodyHtml: BodyHtml): Promise<string> {
  const [storyId, editionId, takeId] = [ids.next(), ids.next(), ids.next()];
  const now = clock.now();
  const none = {
    section_id: null,
    item_id: null,
    source_id: null,
    alert_level: null,
    override_json: null,
    publish_at: null,
  };
  const never = {
    first_published_at: null,
    published_at: null,
    kill_notice: null,
    killed_at: null,
    by_id: null,
  };
  const story = {
    id: storyId,
    slug: 's',
    status: 'draft' as const,
    replies_open: 1 as const,
    created_at: now,
    updated_at: now,
  };
  await store
    .insertInto('stories')
    .values({ ...story, ...none, ...never })
    .execute();
  const edition = {
    id: editionId,
    story_id: storyId,
    language: 'en',
    slug: storyId,
    working_take_id: takeId,
    published_take_id: null,
    created_at: now,
  };
  await store.insertInto('editions').values(edition).execute();
  const copy = { headline: '', dek: '', byline: '', dateline: '', body_html: bodyHtml, picture_id: null };
  await store
    .insertInto('takes')
    .values({ id: takeId, edition_id: editionId, number: 1, ...copy, by_id: null, note: '', saved_at: now })
    .execute();
  return editionId;
}

const doukas = (editionId: string): NewStatement => ({
  editionId,
  speakerName: 'Eleni Doukas',
  speakerRole: 'Head of the harbour inquiry',
  form: 'direct',
  words: '"The engineer wrote it down,"',
  occasion: 'to Radio Thalassa',
  standing: 'unverified',
  standingNote: 'The logs have not been seen by this paper.',
  hops: [{ party: 'Radio Thalassa', sourceId: null, act: 'reported', language: 'el', link: null, at: null }],
  by: maria,
});

onEachEngine('statements', (newsroom) => {
  it('keeps who said what, in which role, how it was heard and who confirmed it', async () => {
    const editionId = await editionOf(newsroom(), body);
    const added = await addStatement(newsroom(), doukas(editionId));
    const [kept, ...more] = await listStatements(newsroom(), editionId);
    expect(more).toEqual([]);
    expect(kept).toEqual(added);
    expect(kept).toMatchObject({
      speaker: { name: 'Eleni Doukas', slug: 'eleni-doukas' },
      speakerRole: 'Head of the harbour inquiry',
      standing: 'unverified',
      confirmedById: 'maria',
      hops: [{ party: 'Radio Thalassa' }],
    });
    expect(markStatements(body, [added]).lost).toEqual([]);
  });

  it('refuses words that are not in the story', async () => {
    const editionId = await editionOf(newsroom(), body);
    const wrong = { ...doukas(editionId), words: 'The engineer tore it up' };
    await expect(addStatement(newsroom(), wrong)).rejects.toMatchObject({
      fields: { words: expect.any(String) },
    });
    await expect(addStatement(newsroom(), { ...doukas('nowhere') })).rejects.toMatchObject({
      code: 'not-found',
    });
    const anyone = { ...doukas(editionId), speakerName: '  ' };
    await expect(addStatement(newsroom(), anyone)).rejects.toMatchObject({
      fields: { speakerName: expect.any(String) },
    });
    const long = { ...doukas(editionId), occasion: 'x'.repeat(501), standing: 'perhaps' as 'confirmed' };
    await expect(addStatement(newsroom(), long)).rejects.toMatchObject({
      fields: { occasion: expect.any(String), standing: expect.any(String) },
    });
    expect(await listStatements(newsroom(), editionId)).toEqual([]);
  });

  it('remembers which of two places was meant', async () => {
    const editionId = await editionOf(newsroom(), body);
    const pilots = {
      ...doukas(editionId),
      speakerName: 'The pilots',
      words: '“no comment”',
      wordsBefore: 'The pilots said',
    };
    const added = await addStatement(newsroom(), pilots);
    const edited = safeBody(body.replace('<p>“The engineer', '<p>On Thursday: “The engineer'));
    expect(markStatements(edited, [added]).notes[0]?.paragraphIndex).toBe(1);
  });

  it('changes a standing and takes a statement away, with a line in the audit', async () => {
    const editionId = await editionOf(newsroom(), body);
    const { id } = await addStatement(newsroom(), doukas(editionId));
    const rung: string[] = [];
    const stop = newsroom().bell.on('pages', ({ touched }) => rung.push(...touched));
    await changeStanding(newsroom(), {
      statementId: id,
      standing: 'confirmed',
      standingNote: 'We have seen the log.',
      by: maria,
    });
    expect((await listStatements(newsroom(), editionId))[0]).toMatchObject({
      standing: 'confirmed',
      standingNote: 'We have seen the log.',
    });
    await removeStatement(newsroom(), { statementId: id, by: maria });
    stop();
    expect(await listStatements(newsroom(), editionId)).toEqual([]);
    await expect(removeStatement(newsroom(), { statementId: id, by: maria })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { story_id } = await newsroom()
      .store.selectFrom('editions')
      .select('story_id')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    expect(rung).toEqual([`story:${story_id}`, `story:${story_id}`]);
    const audit = await newsroom()
      .store.selectFrom('audit')
      .select(['act', 'by_id'])
      .where('subject_id', '=', story_id)
      .orderBy('id')
      .execute();
    expect(audit.map(({ act }) => act)).toEqual(['add statement', 'change standing', 'remove statement']);
  });
});

onEachEngine('speakers', (newsroom) => {
  it('are printed in letters that readers of the edition can read, where a variant is in them', async () => {
    const editionId = await editionOf(newsroom(), body);
    const { id } = await ensureSpeaker(newsroom(), { name: 'Άννα Ρεΐζη' });
    const said = { ...doukas(editionId), speakerName: 'Άννα Ρεΐζη' };
    expect((await addStatement(newsroom(), said)).speaker.name).toBe('Άννα Ρεΐζη');
    await addVariant(newsroom(), { speakerId: id, variant: 'Anna Reizi', by: maria });
    const [statement] = await listStatements(newsroom(), editionId);
    expect(statement?.speaker.name).toBe('Anna Reizi');
  });

  it('are one however their name is typed', async () => {
    const first = await ensureSpeaker(newsroom(), {
      name: 'Nikos  O’Brien-Vamvakás',
      role: 'Harbour master',
    });
    const again = await ensureSpeaker(newsroom(), { name: "nikos o'brien\u2011vamvakas", role: 'Mayor' });
    expect(again.id).toBe(first.id);
    expect(again.name).toBe('Nikos O’Brien-Vamvakás');
    expect(again.roles.map(({ title }) => title)).toEqual(['Harbour master', 'Mayor']);
    expect(await ensureSpeaker(newsroom(), { name: again.name, role: 'Mayor' })).toEqual(again);
  });

  it('are found by a variant in another script', async () => {
    const { id, slug } = await ensureSpeaker(newsroom(), { name: 'Eleni Doukas' });
    await addVariant(newsroom(), { speakerId: id, variant: 'Ελένη Δούκα', by: maria });
    await addVariant(newsroom(), { speakerId: id, variant: 'ΕΛΕΝΗ ΔΟΥΚΑ', by: maria });
    expect((await findSpeakerByName(newsroom(), 'Ελενη Δουκα'))?.id).toBe(id);
    expect(await findSpeaker(newsroom(), slug)).toMatchObject({ variants: ['Ελένη Δούκα'] });
  });

  it('whose names give the same address are kept apart', async () => {
    const one = await ensureSpeaker(newsroom(), { name: 'Ναυτιλία' });
    const other = await ensureSpeaker(newsroom(), { name: 'Naftilia' });
    expect(other.id).not.toBe(one.id);
    expect(other.slug).toBe(`${one.slug}-2`);
    expect((await ensureSpeaker(newsroom(), { name: '!!!' })).slug).toBe('speaker');
    expect((await listSpeakers(newsroom())).map(({ name }) => name)).toContain('Naftilia');
  });
});

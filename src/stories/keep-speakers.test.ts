import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import type { Actor } from '../newsroom.ts';
import { ensureSpeaker, findSpeakerByName } from '../sourcing/speakers.ts';
import {
  changeSpeaker,
  getSpeaker,
  listSpeakersAtDesk,
  mergeSpeakers,
  splitSpeaker,
} from './keep-speakers.ts';

const maria: Actor = { id: 'maria', name: 'Maria Leontis' };

onEachEngine('speakers kept by hand', (newsroom) => {
  const change = (speakerId: string, more: Partial<Parameters<typeof changeSpeaker>[1]>) =>
    changeSpeaker(newsroom(), {
      speakerId,
      name: 'Eleni Doukas',
      variants: [],
      roles: [],
      inConflict: false,
      by: maria,
      ...more,
    });

  it('are renamed, and still found by the old name', async () => {
    const { id } = await ensureSpeaker(newsroom(), { name: 'E. Doukas' });
    const roles = [
      { title: 'Minister', since: 2, until: null },
      { title: 'Head of the inquiry', since: 1, until: 2 },
    ];
    await change(id, { variants: ['Ελένη Δούκα'], roles, inConflict: true });
    const found = await findSpeakerByName(newsroom(), 'e doukas');
    expect(found).toMatchObject({
      name: 'Eleni Doukas',
      variants: ['Ελένη Δούκα', 'E. Doukas'],
      inConflict: true,
    });
    expect(found?.roles.map(({ title }) => title)).toEqual(['Head of the inquiry', 'Minister']);
  });

  it('do not take a spelling that is somebody else’s', async () => {
    await ensureSpeaker(newsroom(), { name: 'Petros Galanis' });
    const { id } = await ensureSpeaker(newsroom(), { name: 'P. Galanis' });
    await expect(change(id, { name: 'P. Galanis', variants: ['PETROS GALANIS'] })).rejects.toMatchObject({
      fields: { variants: expect.stringContaining('Merge') },
    });
    await expect(change(id, { name: ' ' })).rejects.toMatchObject({ code: 'form-incomplete' });
  });

  it('are merged and split, with a line in the audit that tells what was', async () => {
    const stays = await ensureSpeaker(newsroom(), { name: 'Anna Rigas', role: 'Pilot' });
    const goes = await ensureSpeaker(newsroom(), { name: 'Άννα Ρήγα', role: 'Captain' });
    await mergeSpeakers(newsroom(), { speakerId: stays.id, goneId: goes.id, by: maria });
    expect((await findSpeakerByName(newsroom(), 'Αννα Ρηγα'))?.id).toBe(stays.id);
    expect((await getSpeaker(newsroom(), stays.id)).speaker.roles.map(({ title }) => title).sort()).toEqual([
      'Captain',
      'Pilot',
    ]);
    await expect(getSpeaker(newsroom(), goes.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      mergeSpeakers(newsroom(), { speakerId: stays.id, goneId: stays.id, by: maria }),
    ).rejects.toMatchObject({ code: 'form-incomplete' });
    const other = await splitSpeaker(newsroom(), {
      speakerId: stays.id,
      name: 'Άννα Ρήγα',
      statementIds: [],
      by: maria,
    });
    expect((await findSpeakerByName(newsroom(), 'Άννα Ρήγα'))?.id).toBe(other.id);
    expect((await listSpeakersAtDesk(newsroom())).find(({ id }) => id === other.id)?.statements).toBe(0);
    const lines = await newsroom()
      .store.selectFrom('audit')
      .select(['act', 'facts_json'])
      .where('subject_id', '=', stays.id)
      .orderBy('id')
      .execute();
    expect(lines.map(({ act }) => act)).toEqual(['merge speakers', 'split speaker']);
    expect(lines[0]?.facts_json).toContain('Άννα Ρήγα');
  });
});

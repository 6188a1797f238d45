/** What a party to a conflict says, or someone at third hand, does not go out before the desk says what it knows of it. */

import { beforeAll, expect, it } from 'vitest';
import { setUpHarbourPost } from '../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import type { Hop } from '../sourcing/hops.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { saveTake } from './edit.ts';
import { gateOf } from './gate.ts';
import { changeSpeaker } from './keep-speakers.ts';
import { publishStory } from './publish.ts';
import { addStatement, changeStanding } from './statements.ts';

const heardFrom = (party: string): Hop => ({
  party,
  sourceId: null,
  act: 'reported',
  language: 'en',
  link: 'https://radio.example/1',
  at: null,
});
const bodyHtml = safeBody(
  '<p>“The pier is closed,” Omar Haddad said. “It is open,” Eleni Doukas said on Monday.</p>',
);

onEachEngine('the gate of standings', (newsroom) => {
  beforeAll(() => setUpHarbourPost(newsroom()));
  const draft = async () => {
    const copy = {
      headline: 'Pier closed',
      dek: '',
      byline: 'Anton',
      dateline: '',
      bodyHtml,
      pictureId: null,
    };
    const { storyId } = await draftStory(newsroom(), { copy, language: 'en', hops: [], by });
    const [edition] = (await getForDesk(newsroom(), storyId)).editions;
    if (!edition) throw new Error('a draft has an edition');
    return { storyId, editionId: edition.id, takeId: edition.takeId, copy };
  };
  const says = (editionId: string, speakerName: string, words: string, hops: Hop[]) =>
    addStatement(newsroom(), {
      editionId,
      speakerName,
      words,
      hops,
      form: 'direct',
      occasion: '',
      standing: 'unverified',
      by,
    });
  const standings = async (storyId: string) =>
    (await gateOf(newsroom(), storyId)).filter(({ code }) => code === 'standing-unsaid');

  it('asks nothing of what was heard at first or second hand', async () => {
    const { storyId, editionId } = await draft();
    await says(editionId, 'Omar Haddad', '“The pier is closed,”', [heardFrom('Radio Thalassa')]);
    expect(await standings(storyId)).toEqual([]);
  });

  it('wants a word on what came through two, until a standing or a note is kept', async () => {
    const { storyId, editionId } = await draft();
    const far = [heardFrom('Radio Thalassa'), heardFrom('Aegean News Agency')];
    const { id } = await says(editionId, 'Omar Haddad', '“The pier is closed,”', far);
    const other = await says(editionId, 'Eleni Doukas', '“It is open,”', far);
    const [obstacle] = await standings(storyId);
    expect(obstacle).toMatchObject({ overridable: true });
    expect(obstacle?.words).toContain(
      'In the English edition, say what is known of what Omar Haddad and Eleni Doukas',
    );
    await expect(publishStory(newsroom(), { storyId, by })).rejects.toMatchObject({
      code: 'story-not-ready',
    });
    const standingNote = 'This could not be independently verified.';
    await changeStanding(newsroom(), { statementId: id, standing: 'unverified', standingNote, by });
    expect((await standings(storyId))[0]?.words).not.toContain('Haddad');
    await changeStanding(newsroom(), { statementId: other.id, standing: 'disputed', by });
    expect(await standings(storyId)).toEqual([]);
  });

  it('wants one of a party to a conflict at any hand', async () => {
    const { storyId, editionId } = await draft();
    const { speaker } = await says(editionId, 'Selma Brandt', '“The pier is closed,”', []);
    expect(await standings(storyId)).toEqual([]);
    const facts = { name: 'Selma Brandt', variants: [], roles: [], inConflict: true };
    await changeSpeaker(newsroom(), { speakerId: speaker.id, ...facts, by });
    expect(await standings(storyId)).toHaveLength(1);
  });

  it('asks nothing of words that are no longer in the copy', async () => {
    const { storyId, editionId, takeId, copy } = await draft();
    const far = [heardFrom('Radio Thalassa'), heardFrom('Aegean News Agency')];
    await says(editionId, 'Omar Haddad', '“The pier is closed,”', far);
    const without = { ...copy, bodyHtml: safeBody('<p>“It is open,” Eleni Doukas said on Monday.</p>') };
    await saveTake(newsroom(), { editionId, basedOn: takeId, copy: without, by });
    expect(await standings(storyId)).toEqual([]);
  });

  it('is overridden with a reason that is kept', async () => {
    const { storyId, editionId } = await draft();
    await says(editionId, 'Omar Haddad', '“The pier is closed,”', [heardFrom('Radio'), heardFrom('Agency')]);
    await publishStory(newsroom(), { storyId, override: 'The port office is being called', by });
    const { override_json } = await newsroom()
      .store.selectFrom('stories')
      .select('override_json')
      .where('id', '=', storyId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(override_json ?? '')).toMatchObject({
      reason: 'The port office is being called',
      obstacles: expect.arrayContaining(['standing-unsaid']),
    });
  });
});

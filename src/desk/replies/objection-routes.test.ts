import { expect, it } from 'vitest';
import { openDeskDoor } from '../../../tests/support/door.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { translatedStory } from '../../../tests/support/translated-cast.ts';
import { objectionToken, takeObjection } from '../../replies/take-objection.ts';
import { joinPairs } from '../../translation/edit-pairs.ts';
import { findTranslation } from '../../translation/read-translation.ts';
import { registerTranslationRoutes } from '../translation/translation-routes.ts';
import { registerObjectionDeskRoutes } from './objection-routes.ts';

onEachEngine('objections at the desk', (newsroom) => {
  it('stand with both sides and the reader’s words, lead to the two columns, and are set aside with a reason', async () => {
    const door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerObjectionDeskRoutes(routes, desk);
      registerTranslationRoutes(routes, desk);
    });
    const story = await translatedStory(newsroom());
    const { editionId, storyId } = story;
    const pair = await story.pair('Nobody was hit.');
    await takeObjection(newsroom(), {
      sentence: {
        editionId,
        pairId: pair.id,
        original: pair.sourceText,
        translated: pair.targetText,
        engine: null,
      },
      reason: 'Hurt, <i>not</i> hit.',
      better: 'Nobody was hurt.',
      ip: '198.51.100.1',
      honeypot: '',
      token: objectionToken(newsroom(), editionId),
    });
    const path = '/desk/replies/objections';
    const editor = await door.signedIn('editor');
    const { body } = await editor.get(path);
    expect(body).toContain('<dd lang="el" dir="ltr">Κανείς δεν χτύπησε.</dd>');
    expect(body).toContain('Hurt, &lt;i>not&lt;/i> hit.');
    expect(body).toContain(`href="/desk/stories/${storyId}/translation/${editionId}#pair-${pair.id}"`);
    expect(body).toContain('Objections (1)');
    expect(body).toMatch(/data-held="?[^>]*>1</);
    const columns = await editor.get(`/desk/stories/${storyId}/translation/${editionId}`);
    expect(columns.body).toContain('1 reader says that this is wrong.');
    expect(columns.body).toContain('Nobody was hurt.');
    await joinPairs(newsroom(), {
      editionId,
      pairId: (await story.pair('1,200 passengers left.')).id,
      by: editor.staff,
      basedOn: (await findTranslation(newsroom(), editionId))?.takeId ?? '',
    });
    const joined = await editor.get(`/desk/stories/${storyId}/translation/${editionId}`);
    expect(joined.body).toContain('1,200 passengers left. Nobody was hit.');
    expect(joined.body).toContain('1 reader says that this is wrong.');
    const moderator = await door.signedIn('moderator');
    expect((await moderator.get(path)).body).not.toContain('Correct it in the two columns');
    const fields = { edition: editionId, pair: pair.id };
    const silent = await moderator.send(path, { ...fields, why: ' ' }, path);
    expect([silent.statusCode, silent.body]).toEqual([422, expect.stringContaining('Say why')]);
    const aside = await moderator.send(path, { ...fields, why: 'The idiom says it.' }, path);
    expect(aside.headers.location).toBe(`${path}?done=aside`);
    const after = (await moderator.get(path)).body;
    expect(after).toContain('Objections (0)');
    expect(after).toContain('The idiom says it.');
    const late = await editor.send(path, { ...fields, why: 'Again.' }, path);
    expect([late.statusCode, late.body]).toEqual([409, expect.stringContaining('weighed this meanwhile')]);
  });
});

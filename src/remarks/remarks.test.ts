/** Remarks on a real store: who is called, where they stand when the copy changes, who hears of them, and who never does. */
import { expect, test } from 'vitest';
import { colleaguesOnce } from '../../tests/support/colleagues.ts';
import { openMailServer } from '../../tests/support/mail-server.ts';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { textToHtml } from '../kit/safe-html.ts';
import type { Staff } from '../staff/staff.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { saveTake } from '../stories/edit.ts';
import { countMentions, listMentions, listRefusedMail, mailMentions, seeMentions } from './mentions.ts';
import { answerRemark, listRemarks, makeRemark, settleRemark } from './remarks.ts';

const BODY = 'The council voted on the harbour budget on Thursday.\n\nNobody was against it.';

onEachEngine('remarks', (open) => {
  const people = colleaguesOnce();
  const copyOf = (body: string) => ({
    headline: 'The council votes',
    dek: '',
    byline: '',
    dateline: '',
    bodyHtml: textToHtml(body),
    pictureId: null,
  });
  const story = async (newsroom: TestNewsroom, by: Staff) => {
    const { storyId, editionId } = await draftStory(newsroom, {
      copy: copyOf(BODY),
      language: 'en',
      hops: [],
      by,
    });
    const takeId = async () => (await getForDesk(newsroom, storyId)).editions[0]?.takeId ?? '';
    const rewrite = async (body: string) =>
      saveTake(newsroom, { editionId, copy: copyOf(body), basedOn: await takeId(), by, note: '' });
    return { storyId, editionId, takeId, rewrite };
  };

  test('stay at their sentence while it is rewritten and moved, and keep its words when it is gone', async () => {
    const newsroom = open();
    const { anton } = await people(newsroom);
    const { storyId, takeId, rewrite } = await story(newsroom, anton);
    const words = 'Who says so?';
    await makeRemark(newsroom, { storyId, words, at: { takeId: await takeId(), place: 3 }, by: anton });
    const now = async () =>
      (await listRemarks(newsroom, storyId)).map(({ sentence, isGone }) => [sentence, isGone])[0];
    expect(await now()).toEqual(['Nobody was against it.', false]);
    await rewrite(
      'A new lede.\n\nThe council voted on the harbour budget on Thursday.\n\nNobody at all was against it.',
    );
    await rewrite(
      'A new lede.\n\nNobody at all was against it, the clerk said.\n\nThe council voted on Friday.',
    );
    expect(await now()).toEqual(['Nobody at all was against it, the clerk said.', false]);
    await rewrite('A new lede.\n\nThe council voted on Friday.');
    expect(await now()).toEqual(['Nobody at all was against it, the clerk said.', true]);
  });

  test('call whoever they name until they have looked, and whoever wrote in the thread', async () => {
    const newsroom = open();
    const { anton, petros } = await people(newsroom);
    const { storyId } = await story(newsroom, anton);
    const { remarkId } = await makeRemark(newsroom, {
      storyId,
      words: 'A picture, @petros?',
      at: null,
      by: anton,
    });
    expect(await countMentions(newsroom, petros.id)).toBe(1);
    await seeMentions(newsroom, { staffId: petros.id, of: { storyId } });
    expect(await countMentions(newsroom, petros.id)).toBe(0);
    await settleRemark(newsroom, { remarkId, by: petros });
    expect(await listRemarks(newsroom, storyId)).toMatchObject([{ settledByName: 'Petros Vamvakas' }]);
    await answerRemark(newsroom, { remarkId, words: 'In ten minutes.', by: petros });
    expect(await listRemarks(newsroom, storyId)).toMatchObject([
      { settledAt: null, answers: [{ words: 'In ten minutes.' }] },
    ]);
    expect(await listMentions(newsroom, { staffId: anton.id, isUnseen: true, limit: 5 })).toMatchObject([
      { words: 'In ten minutes.', byName: 'Petros Vamvakas' },
    ]);
  });

  test('are refused in words where they call someone who has left, or nobody', async () => {
    const newsroom = open();
    const { anton } = await people(newsroom);
    const { storyId } = await story(newsroom, anton);
    const say = (words: string) => makeRemark(newsroom, { storyId, words, at: null, by: anton });
    await expect(say('Ask @gone about it')).rejects.toMatchObject({
      code: 'staff-left',
      words: 'gone works here no more.',
    });
    await expect(say('Ask @zorba')).rejects.toMatchObject({ words: 'Nobody here is called zorba.' });
    await expect(say(' \u200b ')).rejects.toMatchObject({ words: 'Write what you have to say.' });
    await expect(say('Mail to desk@post.example')).resolves.toBeDefined();
    expect(await listRemarks(newsroom, storyId)).toHaveLength(1);
  });

  test('are mailed once to whom they call, in plain text, and a server’s no is told at the desk', async () => {
    const { petros, anton } = await people(open());
    const server = await openMailServer((address) => address.startsWith('anton@'));
    const { got } = server;
    const settings = {
      ...open().settings,
      smtpUrl: server.url,
      mailFrom: 'desk@post.example',
    };
    const newsroom: TestNewsroom = { ...open(), settings };
    const { storyId, takeId } = await story(newsroom, anton);
    const { remarkId } = await makeRemark(newsroom, {
      storyId,
      words: 'Is that so, @petros?',
      at: { takeId: await takeId(), place: 2 },
      by: anton,
    });
    await mailMentions(newsroom, { remarkId });
    await mailMentions(newsroom, { remarkId });
    expect(got).toHaveLength(1);
    const [mail = ''] = got;
    expect(mail).toMatch(/^Auto-Submitted: auto-generated\r$/im);
    expect(mail).toMatch(new RegExp(`^Message-ID:\\s+<${remarkId}\\.${petros.id}@localhost>\\r$`, 'im'));
    expect(mail).toMatch(/^To: Petros Vamvakas <petros@post\.example>\r$/im);
    expect(mail).toMatch(/^Content-Type: text\/plain/im);
    expect(mail).toContain('> The council voted on the harbour budget on Thursday.');
    expect(mail).toContain('Is that so, @petros?');
    const answer = await answerRemark(newsroom, { remarkId, words: 'It is.', by: petros });
    await mailMentions(newsroom, { remarkId: answer.remarkId });
    expect(await listRefusedMail(newsroom, { limit: 5 })).toMatchObject([
      { storyId, name: 'Anton Veresov', words: expect.stringContaining('no such mailbox') },
    ]);
    await server.close();
    const late = await makeRemark(newsroom, { storyId, words: 'And this, @petros?', at: null, by: anton });
    await expect(mailMentions(newsroom, { remarkId: late.remarkId })).rejects.toThrow(
      'The mail server cannot be reached.',
    );
  });
});

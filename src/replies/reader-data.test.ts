/** What a reader may ask for: what is kept of them, and that it goes. */

import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { publishStory } from '../stories/publish.ts';
import { listForStory } from './read-replies.ts';
import { eraseReader, exportReader, forgetAddresses } from './reader-data.ts';
import { replyToken, takeReply } from './take-reply.ts';

const copy = {
  headline: 'Ferry late',
  dek: '',
  byline: '',
  dateline: '',
  pictureId: null,
  bodyHtml: safeBody('<p>Late.</p>'),
};

async function story(newsroom: TestNewsroom): Promise<string> {
  const { storyId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by });
  await publishStory(newsroom, { storyId, by });
  return storyId;
}

async function reply(
  newsroom: TestNewsroom,
  storyId: string,
  address: string,
  text: string,
): Promise<string> {
  newsroom.clock.pass(20 * MINUTE);
  const token = replyToken(newsroom, storyId);
  const sent = { storyId, name: 'Ana Reis', address, text, token, ip: '192.0.2.7', honeypot: '' };
  return (await takeReply(newsroom, sent)).replyId;
}

async function approve(newsroom: TestNewsroom, id: string): Promise<void> {
  const set = { state: 'approved' as const, decided_at: newsroom.clock.now() };
  await newsroom.store.updateTable('replies').set(set).where('id', '=', id).execute();
}

onEachEngine('what is kept of a reader', (newsroom) => {
  it('is given out whole, however the address is typed, and nothing of anybody else', async () => {
    const storyId = await story(newsroom());
    await reply(newsroom(), storyId, 'ana@given.example', 'It was late again.');
    await reply(newsroom(), storyId, 'someone@else.example', 'Not hers.');
    expect(await exportReader(newsroom(), { address: ' Ana@GIVEN.example ' })).toMatchObject([
      {
        name: 'Ana Reis',
        address: 'ana@given.example',
        text: 'It was late again.',
        state: 'held',
        headline: 'Ferry late',
      },
    ]);
    expect(await exportReader(newsroom(), { address: 'nobody@given.example' })).toEqual([]);
  });

  it('is removed from the site and the store, with the answers under it, and nothing else is', async () => {
    const storyId = await story(newsroom());
    const hers = await reply(newsroom(), storyId, 'ana@gone.example', 'Take this away later.');
    const other = await reply(newsroom(), storyId, 'someone@gone.example', 'This stays.');
    await approve(newsroom(), hers);
    await approve(newsroom(), other);
    const row = await newsroom()
      .store.selectFrom('replies')
      .selectAll()
      .where('id', '=', hers)
      .executeTakeFirstOrThrow();
    const answer = {
      ...row,
      id: newsroom().ids.next(),
      answers_id: hers,
      address_sealed: null,
      address_hash: null,
    };
    await newsroom().store.insertInto('replies').values(answer).execute();
    const touched: string[] = [];
    newsroom().bell.on('pages', (says) => void touched.push(...says.touched));
    expect(await eraseReader(newsroom(), { address: 'ana@gone.example' })).toBe(1);
    expect((await listForStory(newsroom(), storyId)).map(({ body }) => body)).toEqual(['This stays.']);
    expect(touched).toContain(`story:${storyId}`);
    const audit = await newsroom()
      .store.selectFrom('audit')
      .selectAll()
      .where('subject_id', '=', hers)
      .execute();
    expect(audit.map(({ act }) => act)).toContain('erase');
    expect(JSON.stringify(audit)).not.toContain('gone.example');
    expect(await eraseReader(newsroom(), { address: 'ana@gone.example' })).toBe(0);
  });

  it('of an address goes by itself some time after the verdict, and the reply is still found by it', async () => {
    const storyId = await story(newsroom());
    const decided = await reply(newsroom(), storyId, 'ana@old.example', 'Well said.');
    await approve(newsroom(), decided);
    const waiting = await reply(newsroom(), storyId, 'ana@old.example', 'And another thing.');
    newsroom().clock.pass(89 * DAY);
    await forgetAddresses(newsroom());
    expect(
      (await exportReader(newsroom(), { address: 'ana@old.example' })).map(({ address }) => address),
    ).toEqual(['ana@old.example', 'ana@old.example']);
    newsroom().clock.pass(2 * DAY);
    await forgetAddresses(newsroom());
    const after = await exportReader(newsroom(), { address: 'ana@old.example' });
    expect(after.map(({ text, address }) => [text, address])).toEqual([
      ['Well said.', null],
      ['And another thing.', 'ana@old.example'], // nobody has decided on it
    ]);
    expect(waiting).not.toBe(decided);
  });
});

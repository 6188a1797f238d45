import { beforeEach, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { Refusal } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { addStaff, type Staff } from '../staff/staff.ts';
import { draftStory } from '../stories/draft.ts';
import { killStory } from '../stories/kill.ts';
import { publishStory } from '../stories/publish.ts';
import { bannedWordsOf, setBannedWords } from './banned-words.ts';
import { forgetSenders } from './forget-senders.ts';
import { answerReply, approveReply, rejectReply, undoVerdict } from './moderate.ts';
import { countHeld, listDecided, listForStory, listHeld } from './read-replies.ts';
import { replyToken, type SentReply, takeReply } from './take-reply.ts';

const ADDRESS = 'ana.reis@reader.example';
const TEXT = 'The ferry was late again on Tuesday, and nobody at the pier knew why.';

async function code(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'no refusal',
    (error) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
}

onEachEngine('replies', (open) => {
  let newsroom: TestNewsroom;
  let moderator: Staff;
  let storyId: string;
  let count = 0;

  beforeEach(async () => {
    newsroom = open();
    count += 1;
    const email = `mod${count}@post.example`;
    const given = { name: 'Omar Haddad', email, password: 'the harbour at night', by: theNewsroomItself };
    moderator = await addStaff(newsroom, { ...given, role: 'moderator' });
    const copy = { headline: `Ferry late ${count}`, dek: '', byline: '', dateline: '', pictureId: null };
    const whole = { ...copy, bodyHtml: safeBody('<p>The ferry came late.</p>') };
    const made = await draftStory(newsroom, { copy: whole, language: 'en', hops: [], by: moderator });
    storyId = made.storyId;
    await publishStory(newsroom, { storyId, by: moderator });
    newsroom.clock.pass(DAY); // what the test before sent is out of every rate
  });

  const sent = (more: Partial<SentReply> = {}): SentReply => ({
    storyId,
    name: 'Ana Reis',
    address: ADDRESS,
    text: TEXT,
    token: replyToken(newsroom, storyId),
    ip: '192.0.2.7',
    honeypot: '',
    ...more,
  });
  const work = async (event: string) => {
    const rows = newsroom.store.selectFrom('work').select('payload_json').where('event', '=', event);
    return (await rows.execute()).map((row) => JSON.parse(row.payload_json) as { replyId: string });
  };
  const audit = async (id: string) => {
    const lines = newsroom.store.selectFrom('audit').selectAll().where('subject_id', '=', id).orderBy('id');
    return await lines.execute();
  };

  it('are held, with their address sealed and nothing of the sender kept', async () => {
    const { replyId, state } = await takeReply(newsroom, sent({ address: ` ${ADDRESS.toUpperCase()}` }));
    expect(state).toBe('held');
    expect(await listForStory(newsroom, storyId)).toEqual([]);
    const row = await newsroom.store
      .selectFrom('replies')
      .selectAll()
      .where('id', '=', replyId)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'held', name: 'Ana Reis', body: TEXT });
    const raw = JSON.stringify({
      ...row,
      address_sealed: Buffer.from(row.address_sealed!).toString('latin1'),
    });
    expect(raw.toLowerCase()).not.toContain('ana.reis');
    expect(raw).not.toContain('192.0.2');
    expect(newsroom.seal.open('reply-address', row.address_sealed!)).toBe(ADDRESS);
  });

  it('forget after two days where they were sent from, and not before', async () => {
    const { replyId } = await takeReply(newsroom, sent());
    const senderKept = async () => {
      await forgetSenders(newsroom);
      const rows = newsroom.store.selectFrom('replies').select('sender_hash').where('id', '=', replyId);
      return (await rows.executeTakeFirstOrThrow()).sender_hash !== '';
    };
    newsroom.clock.pass(DAY);
    expect(await senderKept()).toBe(true);
    newsroom.clock.pass(DAY + MINUTE);
    expect(await senderKept()).toBe(false);
  });

  it('appear when approved, go when the verdict is taken back, and stay away when rejected', async () => {
    const { replyId } = await takeReply(newsroom, sent());
    const touched: string[] = [];
    const stop = newsroom.bell.on('pages', (said) => touched.push(...said.touched));
    const by = moderator;
    await approveReply(newsroom, { replyId, by });
    await approveReply(newsroom, { replyId, by });
    expect(await listForStory(newsroom, storyId)).toEqual([
      {
        id: replyId,
        name: 'Ana Reis',
        body: TEXT,
        receivedAt: newsroom.clock.now(),
        byDesk: false,
        answers: [],
      },
    ]);
    await undoVerdict(newsroom, { replyId, by });
    expect(await listForStory(newsroom, storyId)).toEqual([]);
    expect((await listHeld(newsroom, { limit: 500 })).map((reply) => reply.id)).toContain(replyId);
    await rejectReply(newsroom, { replyId, by, why: 'Not about the story' });
    stop();
    expect(await listForStory(newsroom, storyId)).toEqual([]);
    expect(touched).toEqual([`story:${storyId}`, `story:${storyId}`]);
    expect((await audit(replyId)).map((line) => line.act)).toEqual(['approve', 'undo verdict', 'reject']);
    const [decided] = await listDecided(newsroom, { limit: 1 });
    expect(decided).toMatchObject({
      id: replyId,
      decidedBy: 'Omar Haddad',
      decidedWhy: 'Not about the story',
    });
    expect((await work('reply-decided')).filter((facts) => facts.replyId === replyId)).toHaveLength(3);
  });

  it('tell a moderator the address and the past, and nobody else', async () => {
    const first = await takeReply(newsroom, sent());
    await approveReply(newsroom, { replyId: first.replyId, by: moderator });
    newsroom.clock.pass(HOUR);
    await takeReply(newsroom, sent({ text: 'Today it was on time.' }));
    const held = (await listHeld(newsroom, { limit: 500 })).find((reply) => reply.storyId === storyId);
    expect(held).toMatchObject({
      address: ADDRESS,
      headline: `Ferry late ${count}`,
      path: expect.stringMatching(/^\/news\//),
    });
    expect(held?.history.approved).toBeGreaterThan(0);
    for (const table of ['audit', 'work', 'live_events'] as const) {
      expect(JSON.stringify(await newsroom.store.selectFrom(table).selectAll().execute())).not.toContain(
        'ana.reis',
      );
    }
    expect(JSON.stringify(await listForStory(newsroom, storyId))).not.toContain('reader.example');
  });

  it('sent twice are kept once, also when both come at the same moment', async () => {
    const [one, other] = await Promise.all([takeReply(newsroom, sent()), takeReply(newsroom, sent())]);
    newsroom.clock.pass(9 * MINUTE);
    const third = await takeReply(newsroom, sent({ address: 'ANA.REIS@reader.example' }));
    expect([other.replyId, third.replyId]).toEqual([one.replyId, one.replyId]);
    newsroom.clock.pass(2 * MINUTE);
    expect((await takeReply(newsroom, sent())).replyId).not.toBe(one.replyId);
  });

  it('without the token of their story are refused', async () => {
    expect(await code(takeReply(newsroom, sent({ token: undefined })))).toBe('form-expired');
    expect(await code(takeReply(newsroom, sent({ token: replyToken(newsroom, 'another') })))).toBe(
      'form-expired',
    );
    const token = replyToken(newsroom, storyId);
    newsroom.clock.pass(35 * HOUR);
    expect(await code(takeReply(newsroom, sent({ token })))).toBe('no refusal');
    newsroom.clock.pass(2 * HOUR);
    expect(await code(takeReply(newsroom, sent({ token, text: 'Later.' })))).toBe('form-expired');
  });

  it('with something wrong are refused with a word for each field, and nothing is kept', async () => {
    const before = await countHeld(newsroom);
    const wrong = sent({ name: '', address: 'no', text: 'x'.repeat(100_000) });
    const error = await takeReply(newsroom, wrong).catch((refusal: Refusal) => refusal);
    expect(error).toMatchObject({
      fields: { name: 'nameMissing', address: 'addressWrong', text: 'textLong' },
    });
    expect(await countHeld(newsroom)).toBe(before);
  });

  it('to a story that is closed, killed, or not there are refused', async () => {
    await newsroom.store.updateTable('stories').set({ replies_open: 0 }).where('id', '=', storyId).execute();
    expect(await code(takeReply(newsroom, sent()))).toBe('replies-closed');
    await killStory(newsroom, { storyId, notice: 'It was not so.', by: moderator });
    expect(await code(takeReply(newsroom, sent()))).toBe('story-killed');
    const nowhere = { storyId: 'nowhere', token: replyToken(newsroom, 'nowhere') };
    expect(await code(takeReply(newsroom, sent(nowhere)))).toBe('not-found');
  });

  it('that come too fast from one place are refused, and a while later taken', async () => {
    const numbered = (at: number) =>
      sent({ address: `reader${at}@reader.example`, text: `Reply ${at}`, ip: `192.0.2.${at}` });
    for (let at = 0; at < 6; at += 1) await takeReply(newsroom, numbered(at));
    expect(await code(takeReply(newsroom, numbered(6)))).toBe('too-many-tries');
    expect(await code(takeReply(newsroom, { ...numbered(7), ip: '198.51.100.1' }))).toBe('no refusal');
    newsroom.clock.pass(11 * MINUTE);
    expect(await code(takeReply(newsroom, numbered(6)))).toBe('no refusal');
  });

  it('of programs are set aside, where a moderator can fetch them back', async () => {
    const { replyId, state } = await takeReply(newsroom, sent({ honeypot: 'filled' }));
    expect(state).toBe('rejected');
    expect((await listHeld(newsroom, { limit: 500 })).map((reply) => reply.id)).not.toContain(replyId);
    await undoVerdict(newsroom, { replyId, by: moderator });
    expect((await listHeld(newsroom, { limit: 500 })).map((reply) => reply.id)).toContain(replyId);
  });

  it('are answered by the desk once they are on the page', async () => {
    const { replyId } = await takeReply(newsroom, sent());
    const answer = { replyId, text: ' A new ferry starts\u202E on Monday. ', by: moderator };
    expect(await code(answerReply(newsroom, answer))).toBe('reply-refused');
    await approveReply(newsroom, { replyId, by: moderator });
    const { replyId: answerId } = await answerReply(newsroom, answer);
    const [shown] = await listForStory(newsroom, storyId);
    expect(shown?.answers).toEqual([
      {
        ...shown?.answers[0],
        id: answerId,
        name: 'Omar Haddad',
        body: 'A new ferry starts on Monday.',
        byDesk: true,
      },
    ]);
    expect(await code(answerReply(newsroom, { ...answer, replyId: answerId }))).toBe('reply-refused');
    expect(await code(answerReply(newsroom, { ...answer, text: ' ' }))).toBe('form-incomplete');
    await undoVerdict(newsroom, { replyId, by: moderator });
    expect(await listForStory(newsroom, storyId)).toEqual([]);
  });

  it('with a word of the list are noted for the moderator', async () => {
    await setBannedWords(newsroom, { words: ['pier', ' ', 'pier'], by: moderator });
    expect(await bannedWordsOf(newsroom)).toEqual(['pier']);
    await takeReply(newsroom, sent());
    const held = (await listHeld(newsroom, { limit: 500 })).find((reply) => reply.storyId === storyId);
    expect(held?.findings.map((finding) => finding.check)).toContain('banned-words');
    await setBannedWords(newsroom, { words: [], by: moderator });
  });
});

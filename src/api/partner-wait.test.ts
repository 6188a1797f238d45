/** A partner who waits for something new is woken by the bell: while nothing is rung, nothing is asked of the database. */
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from '../../tests/support/count-statements.ts';
import { setUpHarbourPost } from '../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { advisePartners } from '../partners/advisories.ts';
import { addPartner } from '../partners/partners.ts';
import { partnerDoor } from './partner-routes.ts';

onEachEngine('a partner who waits', (open) => {
  let app: FastifyInstance;
  let counted: ReturnType<typeof countStatements>;
  let key: string;
  beforeAll(async () => {
    await setUpHarbourPost(open());
    ({ key } = await addPartner(open(), { name: 'Sea Radio', by }));
    counted = countStatements(open());
    app = fastify();
    await app.register(partnerDoor({ newsroom: counted.newsroom }));
  });
  afterAll(() => app.close());
  const ask = (headers: Record<string, string> = {}) =>
    app.inject({ url: '/api/partners/stories', headers: { authorization: `Bearer ${key}`, ...headers } });

  test('asks the database once, however long nothing is rung, and once more when something is', async () => {
    const etag = String((await ask()).headers.etag);
    counted.statements();
    await ask({ 'if-none-match': etag });
    const ofOneLook = counted.statements();
    expect((await ask({ 'if-none-match': etag, prefer: 'wait=3' })).statusCode).toBe(304);
    expect(counted.statements()).toBeLessThanOrEqual(ofOneLook * 2); // at first, and at the end of its time
    const told = ask({ 'if-none-match': etag, prefer: 'wait=25' });
    await expect.poll(() => counted.statements()).toBeGreaterThan(0); // it has begun to wait
    open().bell.ring('desk', { what: 'locks' }); // is no partner's business
    await advisePartners(open(), { headline: 'A report comes at noon', words: '', expectedAt: null, by });
    const answer = await told;
    expect([answer.statusCode, answer.body.includes('A report comes at noon')]).toEqual([200, true]);
  });

  test('is answered at once when the newsroom closes', async () => {
    const etag = String((await ask()).headers.etag);
    const other = fastify({ keepAliveTimeout: 100 });
    await other.register(partnerDoor({ newsroom: counted.newsroom }));
    counted.statements();
    const address = await other.listen({ port: 0, host: '127.0.0.1' });
    const headers = { authorization: `Bearer ${key}`, 'if-none-match': etag, prefer: 'wait=25' };
    const waits = fetch(`${address}/api/partners/stories`, { headers });
    await expect.poll(() => counted.statements(), { timeout: 30_000 }).toBeGreaterThan(0); // it has arrived, and is turned away no more
    await other.close();
    expect((await waits).status).toBe(304);
  });
});

/**
 * The partners' door: what is under embargo, for those who hold a key (`Authorization: Bearer …`). Nothing of it is kept by anything
 * on the way, and no page of another site may read it.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { SECOND } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { listAdvisories } from '../partners/advisories.ts';
import { getPartner } from '../partners/partners.ts';
import { getMasthead, type Masthead } from '../stories/masthead.ts';
import { findReleased, listReleased, type ReleasedEdition } from '../stories/released.ts';
import { findKin } from '../translation/kin.ts';
import { GENRES } from '../views/kind-formats.ts';
import { NINJS_STANDARD, ninjsOf } from './ninjs.ts';
import { instantJson } from './story-json.ts';

/** Register it at the root: its paths begin with /api/partners. */
export function partnerDoor({ newsroom }: { newsroom: Newsroom }): FastifyPluginAsync {
  return async (app) => {
    app.addHook('onRequest', async (request: FastifyRequest, reply) => {
      reply.header('cache-control', 'private, no-store').header('vary', 'authorization');
      await getPartner(newsroom, request.headers.authorization);
    });
    const rings = ringsHeard(newsroom);
    app.addHook('preClose', async () => rings.close());
    app.get('/api/partners/stories', async (request, reply) => {
      const known = request.headers['if-none-match'] ?? '';
      const wait = known === '' ? 0 : waitIn(request.headers.prefer);
      const until = performance.now() + wait * SECOND;
      const isOver = () => performance.now() >= until || rings.isClosed() || request.raw.destroyed;
      let heard = rings.count(); // before the look, so that none falls between
      let list = await releasesJson(newsroom);
      while (tagOf(list) === known && !isOver()) {
        await rings.after(heard, { ms: until - performance.now(), request: request.raw });
        heard = rings.count();
        await getPartner(newsroom, request.headers.authorization); // whose key may have been ended meanwhile
        list = await releasesJson(newsroom);
      }
      reply.header('etag', tagOf(list));
      if (wait > 0) reply.header('preference-applied', `wait=${wait}`);
      return tagOf(list) === known ? reply.code(304).send() : reply.type('application/json').send(list);
    });
    app.get<{ Params: { id: string } }>('/api/partners/stories/:id', async ({ params: { id } }) => {
      const [, editionId] = /^([0-9a-f-]{36})\.ninjs\.json$/.exec(id) ?? [];
      const released = editionId ? await findReleased(newsroom, editionId) : null;
      return released ? embargoedNinjs(newsroom, released) : refuse('not-found');
    });
  };
}

/** Counts what was rung that partners may see: of releases and advisories, and of what readers have, once it is out. */
function ringsHeard({ bell }: Newsroom) {
  let count = 0;
  let isClosed = false;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    count += 1;
    for (const each of [...waiting]) each();
  };
  const silences = [bell.on('partners', wake), bell.on('pages', wake)];
  return {
    count: () => count,
    isClosed: () => isClosed,
    close(): void {
      isClosed = true;
      for (const silence of silences) silence();
      wake();
    },
    /** Until one is rung after so many, the time is over, or nobody is there any more to be told. */
    after(heard: number, { ms, request }: { ms: number; request: IncomingMessage }): Promise<void> {
      if (count > heard || isClosed || request.destroyed) return Promise.resolve();
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(done);
          request.socket.off('close', done);
          resolve();
        };
        const timer = setTimeout(done, Math.max(0, ms));
        waiting.add(done);
        request.socket.once('close', done);
      });
    },
  };
}

/** What was released and what is announced, as it is sent. */
async function releasesJson(newsroom: Newsroom): Promise<string> {
  const masthead = await getMasthead(newsroom);
  const released = await listReleased(newsroom);
  const advisories = await listAdvisories(newsroom);
  return JSON.stringify({
    stories: released.map((each) => releasedJson(newsroom.settings.address, each)),
    advisories: advisories.map((each) => advisoryJson(masthead, each)),
  });
}

const tagOf = (list: string): string =>
  `"${createHash('sha256').update(list).digest('base64url').slice(0, 27)}"`;

const LONGEST_WAIT = 30; // seconds; what stands between two houses ends a quiet connection after a minute

/** RFC 7240 section 4.3: how many seconds a partner would rather wait for something new than hear that there is nothing. */
function waitIn(prefer: string | string[] | undefined): number {
  const [, seconds = '0'] = /(?:^|[,;\s])wait\s*=\s*(\d{1,4})/i.exec([prefer].flat().join(',')) ?? [];
  return Math.min(Number(seconds), LONGEST_WAIT);
}

function releasedJson(site: string, released: ReleasedEdition) {
  const { editionId, storyId, version, copy, embargoedUntil, path } = released;
  return {
    id: editionId,
    story: storyId,
    state: released.state,
    embargoedUntil: embargoedUntil === null ? null : instantJson(embargoedUntil),
    version,
    released: instantJson(released.releasedAt),
    why: released.why,
    language: copy?.language ?? null,
    kind: copy?.kind ?? null,
    headline: copy?.headline ?? null,
    dek: copy?.dek ?? null,
    byline: copy?.byline ?? null,
    url: path === null ? null : site + path,
    ninjs: `${site}/api/partners/stories/${editionId}.ninjs.json`,
  };
}

/** ninjs 3.1: `embargoedUntil` while it is so; canceled, and without its words, once it was withdrawn. */
async function embargoedNinjs(
  newsroom: Newsroom,
  released: NonNullable<Awaited<ReturnType<typeof findReleased>>>,
) {
  const site = newsroom.settings.address;
  const { editionId, copy, statements, version, embargoedUntil, path } = released;
  const identity = {
    uri: path === null ? `urn:uuid:${editionId}` : site + path,
    standard: NINJS_STANDARD,
    type: 'text',
    version: String(version),
  };
  if (!copy)
    return {
      ...identity,
      pubStatus: 'canceled',
      edNote: `Withdrawn. ${released.why}`.trim(),
      altIds: [{ role: 'edition', value: `urn:uuid:${editionId}` }],
    };
  const kin = await findKin(newsroom, copy);
  const ninjs = ninjsOf(site, await getMasthead(newsroom), { story: copy, statements, kin });
  const dates =
    path === null
      ? { firstCreated: instantJson(released.releasedAt), versionCreated: instantJson(released.releasedAt) }
      : {};
  if (embargoedUntil === null) return { ...ninjs, ...identity, ...dates };
  const until = instantJson(embargoedUntil);
  return {
    ...ninjs,
    ...identity,
    ...dates,
    embargoedUntil: until,
    edNote: `EMBARGOED until ${until}: not for publication, broadcast or distribution to readers before.`,
  };
}

/** A message about copy, and no copy: IPTC's genre for it, and canceled once it will not come. */
function advisoryJson(masthead: Masthead, advisory: Awaited<ReturnType<typeof listAdvisories>>[number]) {
  const { id, headline, words, expected_at, at, withdrawn_at } = advisory;
  return {
    uri: `urn:uuid:${id}`,
    standard: NINJS_STANDARD,
    type: 'text',
    language: masthead.language,
    version: withdrawn_at === null ? '1' : '2',
    firstCreated: instantJson(at),
    versionCreated: instantJson(withdrawn_at ?? at),
    pubStatus: withdrawn_at === null ? 'usable' : 'canceled',
    genres: [{ name: 'Advisory', uri: `${GENRES}Advisory` }],
    headlines: [{ role: 'main', value: headline }],
    ...(words === '' ? {} : { bodies: [{ role: 'main', contentType: 'text/plain', value: words }] }),
    edNote:
      expected_at === null
        ? 'Advisory: not for publication.'
        : `Advisory: not for publication. Expected at ${instantJson(expected_at)}.`,
    copyrightHolder: masthead.name,
  };
}

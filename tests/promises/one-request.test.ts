/**
 * Promise: no single request of a stranger holds up the newsroom. Every public form is enumerated from the router; every
 * field of it is given each kind of blank and each repeated sign, and must take time with their number and no more.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { safeNext } from '../../src/desk/door/editor-route.ts';
import { setupLink } from '../../src/desk/door/setup.ts';
import { formToken } from '../../src/kit/form-token.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { readObjection } from '../../src/replies/objection.ts';
import { cleanLine, cleanText, isSeen, normalAddress, readReply } from '../../src/replies/reply.ts';
import { objectionToken } from '../../src/replies/take-objection.ts';
import { replyToken } from '../../src/replies/take-reply.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { encoded, formHeaders } from '../support/door.ts';
import { growsWith, repeated, runOf } from '../support/growth.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { type Translated, translatedStory } from '../support/translated-cast.ts';

let opened: TestServer;
let story: Translated;
let sentence: string;
let empty: TestServer; // before set-up, for the set-up's own form
let setupToken: string;
beforeAll(async () => {
  opened = await openTestServer();
  const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
  await setUpMasthead(opened.newsroom, { ...paper, contact: 'desk@post.example', by });
  story = await translatedStory(opened.newsroom);
  sentence = (await story.pair('Nobody was hit.')).id;
  empty = await openTestServer();
  setupToken = new URL((await setupLink(empty.newsroom)) ?? '').searchParams.get('token') ?? '';
});
afterAll(async () => {
  await opened.close();
  await empty.close();
});

interface Form {
  /** Where it is sent, with everything in the address filled in. */
  url: () => string;
  /** A form as a person fills it in. */
  fields: () => Record<string, string>;
  json?: boolean;
}

const browser = () => ({
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAA',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  keyId: opened.newsroom.keys.vapid[0]?.id ?? '',
});

/** Every public route that takes a body, and what its form holds. JSON is given flat here and put together below. */
const forms: Record<string, Form> = {
  'POST /replies/:storyId': {
    url: () => `/replies/${story.storyId}`,
    fields: () => ({
      ...{ name: 'Ana Reis', address: 'ana@reader.example', text: 'Well said.', website: '' },
      _form: replyToken(opened.newsroom, story.storyId),
    }),
  },
  'POST /sentences/:editionId/:pairId': {
    url: () => `/sentences/${story.editionId}/${sentence}`,
    fields: () => ({
      ...{ reason: 'Hurt, not hit.', better: 'Nobody was hurt.', website: '' },
      _form: objectionToken(opened.newsroom, story.editionId),
    }),
  },
  'POST /desk/sign-in': {
    url: () => '/desk/sign-in',
    fields: () => ({
      ...{ email: 'nobody@post.example', password: 'the harbour at noon', next: '/desk' },
      _form: formToken(opened.newsroom.seal, 'sign-in', opened.newsroom.clock.now()),
    }),
  },
  'POST /desk/setup': {
    url: () => '/desk/setup',
    fields: () => ({
      ...{ token: setupToken, paper: 'The Post', language: 'en', timeZone: 'Europe/Athens', contact: 'x' },
      ...{ sections: 'City', name: 'Ana Reis', email: 'ana', password: 'the harbour at night', source: '' },
    }),
  },
  'POST /alerts/devices': {
    url: () => '/alerts/devices',
    fields: () => ({ ...browser(), language: 'en', subjectId: '1', timeZone: 'Europe/Athens', wanted: 'en' }),
    json: true,
  },
  'PUT /alerts/device/subscription': {
    url: () => '/alerts/device/subscription',
    fields: () => ({ ...browser(), timeZone: 'Europe/Athens' }),
    json: true,
  },
  'PUT /alerts/device/follows': {
    url: () => '/alerts/device/follows',
    fields: () => ({ subjectId: '1', kind: 'topic' }),
    json: true,
  },
  'PUT /alerts/device/settings': {
    url: () => '/alerts/device/settings',
    fields: () => ({ timeZone: 'Europe/Athens', wanted: 'en', breaks: 'flash' }),
    json: true,
  },
  'POST /alerts/probe': { url: () => '/alerts/probe', fields: () => ({ token: 'none' }), json: true },
  'POST /alerts/opened': { url: () => '/alerts/opened', fields: () => ({ alert: 'none' }), json: true },
};

/** They take no form: an address says it all, or the body is bytes that are only hashed before their sender is known. */
const withoutForm = new Set([
  'PUT /alerts/device/stopped/:story',
  'DELETE /alerts/device/stopped/:story',
  'DELETE /alerts/device',
  'POST /api/wire/hubs/:token',
  'POST /api/wire/sources/:slug',
]);

/** Words of an address's query, by where they are read. */
const asked: Record<string, string[]> = {
  '/search': ['words', 'language', 'before'],
  '/': ['before'],
  '/api/stories': ['section', 'topic', 'source', 'language', 'after', 'limit'],
  '/api/corrections': ['after', 'limit'],
  '/desk/sign-in': ['next'],
  '/desk/setup': ['token'],
  '/api/wire/hubs/nobody': ['hub.mode', 'hub.topic', 'hub.challenge', 'hub.lease_seconds', 'hub.reason'],
};

const nested = (fields: Record<string, string>) => {
  const { endpoint, p256dh, auth, keyId, subjectId, kind, timeZone, wanted, breaks, ...rest } = fields;
  const settings = { languages: [wanted], timeZone, quiet: null, breaks: breaks ?? 'flash', cap: null };
  return {
    ...rest,
    ...settings,
    ...{ subscription: { endpoint, keys: { p256dh, auth }, keyId }, settings },
    follows: [{ kind: kind ?? 'topic', subjectId, level: 'urgent' }],
  };
};

let places = 0;
const AT_ONCE = 20; // forms, between which health is asked for; its own two seconds are those of a machine that does other things too

async function send(name: string, form: Form, fields: Record<string, string>): Promise<number> {
  const [method = 'POST'] = name.split(' ');
  const { app } = name.endsWith('/setup') ? empty : opened;
  places += 1; // each from elsewhere, so that none is turned away before it was read
  const answer = await app.inject({
    method: method as 'POST',
    url: form.url(),
    remoteAddress: `10.${places >> 16}.${(places >> 8) & 255}.${places & 255}`,
    headers: form.json
      ? { 'content-type': 'application/json', 'x-device': 'a-token-of-nobody' }
      : { ...formHeaders, accept: 'text/html', host: 'localhost:4000' },
    payload: form.json ? JSON.stringify(nested(fields)) : encoded(fields),
  });
  return answer.statusCode;
}

it('names every public form there is', () => {
  const isPublic = ({ method, path }: { method: string; path: string }) =>
    !['GET', 'HEAD', 'OPTIONS'].includes(method) &&
    (!path.startsWith('/desk') || ['/desk/sign-in', '/desk/setup'].includes(path));
  const found = opened.routes.filter(isPublic).map(({ method, path }) => `${method} ${path}`);
  expect(found.toSorted()).toEqual([...Object.keys(forms), ...withoutForm].toSorted());
});

it.each(Object.keys(forms))(
  '%s takes time with what it is sent, whichever field it is in',
  async (name) => {
    const form = forms[name] as Form;
    for (const field of Object.keys(form.fields())) {
      const slow = await growsWith((text) => send(name, form, { ...form.fields(), [field]: text }));
      expect(slow, field).toEqual([]);
    }
  },
  120_000,
);

it.each(Object.keys(asked))(
  '%s takes time with its query',
  async (path) => {
    const fits = 3_500; // signs; four times that is what an address and its headers may have
    for (const word of asked[path] ?? []) {
      const ask = (text: string) => opened.app.inject({ url: `${path}?${encoded({ [word]: text })}` });
      expect(await growsWith(ask, fits), word).toEqual([]);
    }
  },
  120_000,
);

it.each([
  ['the text of a reply', cleanText],
  ['its name', cleanLine],
  ['its address', normalAddress],
  ['whether it is seen', isSeen],
  ['where to go on', safeNext],
  ['a reply', (text: string) => readReply({ name: text, address: text, text })],
  ['an objection', (text: string) => readObjection({ reason: text, better: text })],
])('%s is cleaned in time with its length', async (_what, clean) => {
  expect(await growsWith(clean)).toEqual([]);
});

it('sees work that grows faster than its text', async () => {
  // By the cube of its blanks: sixty-four times as long for four times as many, which no other work on the machine hides.
  const byCube = (text: string): number => {
    const blanks = text.match(/ +/)?.[0].length ?? 0;
    let sum = 0;
    for (let one = 0; one < blanks; one += 1)
      for (let two = 0; two < blanks; two += 1)
        for (let three = 0; three < blanks; three += 1) sum = (sum + one * two + three) | 0;
    return sum;
  };
  expect(await growsWith(byCube, 150, [' ', 'a'])).toEqual(['" "']);
});

it('answers for its health while such forms are read', async () => {
  const { app } = opened;
  const form = forms['POST /replies/:storyId'] as Form;
  const refusals = new Set<number>();
  for (let first = 0; first < repeated.length; first += AT_ONCE) {
    const sent = repeated
      .slice(first, first + AT_ONCE)
      .map((sign) => send('POST /replies/:storyId', form, { ...form.fields(), text: runOf(sign, 20_000) }));
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
    for (const status of await Promise.all(sent)) refusals.add(status); // too long, or longer than a form of ours gets
  }
  expect([...refusals].toSorted()).toEqual([413, 422]);
});

it('does not read a file that a stranger sends with a form before signing in', async () => {
  const payload = [
    '--b',
    'content-disposition: form-data; name="email"; filename="a"',
    '',
    'x'.repeat(1_000_000),
    '--b--',
    '',
  ].join('\r\n');
  const answer = await opened.app.inject({
    method: 'POST',
    url: '/desk/sign-in',
    headers: { 'content-type': 'multipart/form-data; boundary=b', accept: 'text/html' },
    payload,
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('This form takes no files.');
});

/**
 * Promise: no address that a wire sends stands as a link anywhere unless it is one of the web, on no page of either door,
 * in no feed and in no answer of the interface; whatever format it came in, and whoever published it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { theNewsroomItself } from '../../src/newsroom.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { listItems } from '../../src/wire/items/items.ts';
import { pickUp } from '../../src/wire/items/pick-up.ts';
import { prepare } from '../../src/wire/reading/prepare.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import { type Answer, crawl, elementsOf } from '../support/crawl.ts';
import { receive } from '../support/receive.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { openWholeDesk } from '../support/whole-desk.ts';

const by = theNewsroomItself;
const BAD = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://a.example/',
  '\u0001javascript:alert(1)',
  'java&#9;script:alert(1)',
  'data:text/html,<b>x</b>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'https://anna:secret@a.example/',
  'blob:https://a.example/1',
  'intent://a.example#Intent;end',
];
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const TEXT = 'The evening ferry to the island left forty minutes late on Tuesday because of strong winds.';

/** One document of each format, with the address everywhere an address may stand. */
const documents: [string, (bad: string, at: number) => string][] = [
  [
    'rss',
    (bad, at) =>
      `<rss version="2.0"><channel><title>A</title><link>${escaped(bad)}</link><item><guid isPermaLink="false">r${at}</guid><title>Ferry ${at} late</title><link>${escaped(bad)}</link><source url="${escaped(bad)}">Radio ${at}</source><enclosure url="${escaped(bad)}" type="image/jpeg"/><description>${escaped(`<p>${TEXT} <a href="${bad}">More</a></p>`)}</description></item></channel></rss>`,
  ],
  [
    'guid',
    (bad, at) =>
      `<rss version="2.0"><channel><title>A</title><item><guid isPermaLink="true">${escaped(bad)}#${at}</guid><title>Bridge ${at} shut</title><description>${TEXT}</description></item></channel></rss>`,
  ],
  [
    'atom',
    (bad, at) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>a${at}</id><title>Quay ${at} shut</title><link href="${escaped(bad)}"/><link rel="via" title="Post ${at}" href="${escaped(bad)}"/><link rel="enclosure" type="image/png" href="${escaped(bad)}"/><content type="html">${TEXT}</content></entry></feed>`,
  ],
  [
    'json',
    (bad, at) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [
          {
            id: `j${at}`,
            title: `Market ${at} full`,
            url: bad,
            external_url: `${bad}x`,
            image: bad,
            content_text: TEXT,
          },
        ],
      }),
  ],
  [
    'ninjs',
    (bad, at) =>
      JSON.stringify({
        uri: `n${at}`,
        type: 'text',
        headline: `Tower ${at} lit`,
        url: bad,
        links: [{ href: bad }],
        body_text: TEXT,
        infosource: [{ name: `Wire ${at}`, uri: bad }],
      }),
  ],
];

let opened: TestServer;
let answers: Answer[] = [];

beforeAll(async () => {
  opened = await openTestServer();
  const { newsroom, app } = opened;
  await setUpMasthead(newsroom, {
    name: 'Post',
    tagline: '',
    language: 'en',
    timeZone: 'Europe/Athens',
    contact: 'desk@post.example',
    by,
  });
  const storyIds: string[] = [];
  for (const [name, write] of documents) {
    const { sourceId } = await addSource(newsroom, {
      address: `https://${name}.example/feed`,
      name,
      credit: name,
      unasked: true,
      by,
    });
    for (const [at, bad] of BAD.entries()) {
      const bytes = Buffer.from(write(bad, at));
      const prepared = await prepare({ bytes, contentType: null, address: null, language: 'en' });
      await receive(newsroom, { sourceId, prepared, isFirst: false });
    }
    for (const { id } of await listItems(newsroom, { sourceId, limit: 50 })) {
      const { storyId } = await pickUp(newsroom, { itemId: id, by });
      await publishStory(newsroom, { storyId, by, override: 'to look at every page' });
      storyIds.push(storyId);
    }
  }
  const site = await crawl(app, ['/', '/sitemap.xml', '/api/stories'], newsroom.settings.address);
  const desk = await openWholeDesk(newsroom);
  const chief = await desk.signedIn('chief');
  const items = await listItems(newsroom, { limit: 80 });
  const paths = [
    '/desk/wire',
    '/desk/sources',
    ...items.map(({ id }) => `/desk/wire/${id}`),
    ...storyIds.map((id) => `/desk/stories/${id}`),
  ];
  const atDesk: Answer[] = [];
  for (const path of paths) {
    const { body, statusCode, headers } = await chief.get(path);
    atDesk.push({
      path,
      status: statusCode,
      type: String(headers['content-type']),
      headers,
      body,
      elements: elementsOf(body),
    });
  }
  answers = [...site.values(), ...atDesk];
  await desk.app.close();
}, 240_000);
afterAll(() => opened.close());

const ADDRESSES = ['href', 'src', 'action', 'formaction', 'cite', 'data', 'poster', 'content', 'srcset'];
const NOT_OF_THE_WEB = /^\W*(?!https?:|mailto:)[a-z][a-z0-9+.\s-]*:|:\/\/[^/?#]*@/i;

it('is kept on every page of both doors', () => {
  expect(answers.filter(({ path }) => path.startsWith('/desk')).length).toBeGreaterThan(90);
  expect(
    answers.filter(({ path, status }) => !path.startsWith('/desk') && status === 200).length,
  ).toBeGreaterThan(50);
  const wrong = answers.flatMap(({ path, elements }) =>
    elements.flatMap(({ name, attributes }) =>
      ADDRESSES.filter(
        (attribute) =>
          attribute !== 'content' || /url/i.test(attributes.property ?? attributes['http-equiv'] ?? ''),
      )
        .map((attribute) => attributes[attribute] ?? '')
        .filter((address) => NOT_OF_THE_WEB.test(address))
        .map((address) => `${path} ${name} ${address}`),
    ),
  );
  expect(wrong).toEqual([]);
});

it('is kept in feeds, answers of the interface and what search engines are told', () => {
  const data = answers.filter(({ path, type }) => !path.startsWith('/desk') && /xml|json/.test(type));
  expect(data.length).toBeGreaterThan(3);
  const told = [...data, ...answers.filter(({ path }) => !path.startsWith('/desk'))];
  const wrong = told
    .filter(({ body }) =>
      /(?:["'>]|&quot;)\s*(?:javascript|data:text|vbscript|file:|blob:|intent:)|anna:secret/i.test(body),
    )
    .map(
      ({ path, body }) =>
        `${path} ${/.{60}(?:["'>]|&quot;)\s*(?:javascript|data:text|vbscript|file:|blob:|intent:).{40}|.{60}anna:secret/is.exec(body)?.[0] ?? ''}`,
    );
  expect(wrong).toEqual([]);
});

/** Promise: what goes out of a paper with every kind of block comes in again as it was, by each way that carries whole text. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiDoor } from '../../src/api/routes.ts';
import { readBlocks } from '../../src/kit/body-blocks.ts';
import type { Block } from '../../src/kit/body-shape.ts';
import { safeBody } from '../../src/kit/safe-html.ts';
import { findFfmpeg } from '../../src/media/ffmpeg.ts';
import { mediaFolder } from '../../src/media/media-files.ts';
import { takeMedia } from '../../src/media/take-media.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { ninjsFaultsOf } from '../../src/wire/agency/ninjs-faults.ts';
import { prepare } from '../../src/wire/reading/prepare.ts';
import { openDoor } from '../support/door.ts';
import { openTestNewsroom, type TestNewsroom } from '../support/newsroom.ts';
import { openPaper, type Paper } from '../support/site-cast.ts';

let newsroom: TestNewsroom;
let paper: Paper;
let sent: Block[];
let programs: FastifyInstance;
let editionId: string;
let storyPath: string;
let kept: Record<'quay' | 'ferry' | 'film' | 'sound', string>;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
  paper = await openPaper(newsroom);
  const keep = async (bytes: Uint8Array) => {
    const taken = await takeMedia(newsroom, { bytes, alt: '', caption: '', credit: '', by });
    return taken.pictureId;
  };
  const take = async (colour: string) => {
    const background = { width: 900, height: 600, channels: 3 as const, background: colour };
    return keep(await sharp({ create: background }).png().toBuffer());
  };
  const [quay, ferry] = [await take('#357'), await take('#753')];
  const [film, sound] = [await keep(recording('film.mp4')), await keep(recording('sound.mp3'))];
  kept = { quay, ferry, film, sound };
  const bodyHtml = safeBody(everyBlock(kept));
  sent = readBlocks(bodyHtml);
  const story = await paper.publish({ copy: { headline: 'Every block', bodyHtml } });
  [editionId, storyPath] = [story.editionId, story.path];
  programs = await openDoor(newsroom, (door) => door.register(apiDoor({ newsroom })));
});
afterAll(async () => {
  await programs.close();
  await paper.close();
  await newsroom.close();
});

/** Made where the machine can; else the head of one, which is taken as it is where nothing can look into it. */
function recording(name: 'film.mp4' | 'sound.mp3'): Uint8Array {
  const ffmpeg = findFfmpeg();
  if (ffmpeg === null)
    return Buffer.from(name === 'film.mp4' ? '\0\0\0\x20ftypisom\0\0\0\0isommp41' : 'ID3\x04\0\0', 'latin1');
  const folder = mkdtempSync(join(tmpdir(), 'crier-round-trip-'));
  const from =
    name === 'film.mp4'
      ? ['testsrc=size=320x180:rate=5:duration=1', '-pix_fmt', 'yuv420p', '-c:v', 'libx264']
      : ['sine=frequency=440:duration=1'];
  const path = join(folder, name);
  execFileSync(join(ffmpeg, 'ffmpeg'), ['-v', 'error', '-f', 'lavfi', '-i', ...from, '-threads', '1', path]);
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

function everyBlock({ quay, ferry, film, sound }: typeof kept): string {
  const picture = (id: string, more = '') =>
    `<figure${more}><img data-media="${id}" alt="The “quay” &amp; its cranes"><figcaption>At <em>noon</em> <small>Anna Lind</small></figcaption></figure>`;
  return `<p>The port is <strong>open</strong><a href="#fn-1">1</a>, as <a href="https://port.example/a?b=1&amp;c=2">it says</a>.<br>A second line.</p>
    <h2>In figures</h2><h3>And smaller</h3>
    <blockquote><p>We sail.</p><p>At noon.</p></blockquote>
    <ul><li>Lind<ul><li>North quay</li></ul></li><li>Harkness</li></ul><ol start="4"><li>Fourth</li><li value="9">Ninth</li></ol>
    ${picture(quay)}${picture(ferry, ' data-size="wide"')}
    <figure data-block="gallery">${picture(quay)}${picture(ferry)}<figcaption>Two of them</figcaption></figure>
    <figure data-size="wide"><video data-media="${film}"></video><figcaption>The <em>launch</em> <small>Harbour Films</small></figcaption></figure><figure><audio data-media="${sound}"></audio><figcaption>The horn</figcaption></figure>
    <table data-block="table"><caption>By port</caption><thead><tr><th>Port</th><th colspan="2">Ships</th></tr></thead><tbody><tr><th scope="row">Lind</th><td>1,204</td><td>of which 3<br>lost</td></tr><tr><th scope="row">Harkness</th><td></td><td>7</td></tr></tbody></table>
    <figure data-block="embed"><a href="https://vimeo.com/1">The launch</a><img data-media="${quay}" alt=""><figcaption><cite>Harbour Films</cite> <small>Vimeo</small></figcaption></figure>
    <figure data-block="pull"><blockquote><p>Nobody says when.</p></blockquote><figcaption>Dora Lind</figcaption></figure>
    <aside data-block="box"><h3>In short</h3><p>Three ports.</p>${picture(ferry)}</aside><hr><p>More<a href="#fn-2">2</a>.</p>
    <ol><li id="fn-1">Since noon.</li><li id="fn-2">And <em>so</em> on.</li></ol>`;
}

/** Without where its pictures are: there they are ours, here they are elsewhere. */
function inOrder(blocks: readonly Block[]): unknown {
  const where: Record<string, unknown> = {
    ...Object.fromEntries(['figure', 'video', 'audio'].map((kind) => [kind, { media: 0, href: 0 }])),
    embed: { still: 0 },
  };
  const without = (_: string, value: unknown): unknown =>
    value && typeof value === 'object' && 'kind' in value
      ? { ...value, ...(where[String(value.kind)] ?? {}) }
      : value;
  return JSON.parse(JSON.stringify(blocks, without));
}

const ways: [name: string, path: () => string][] = [
  ['RSS', () => '/feed.rss'],
  ['Atom', () => '/feed.atom'],
  ['JSON Feed', () => '/feed.json'],
  ['ninjs', () => `/api/stories/${editionId}.ninjs.json`],
];

test.each(ways)('by %s, every block comes back at its place', async (name, path) => {
  const answer = name === 'ninjs' ? await programs.inject({ url: path() }) : await paper.get(path());
  expect(answer.statusCode).toBe(200);
  const { items } = await prepare({
    bytes: new Uint8Array(answer.rawPayload),
    contentType: String(answer.headers['content-type']),
    address: 'https://post.example/feed',
    language: null,
  });
  const came = readBlocks(items[0]?.html ?? '');
  const from = came.findIndex((block) => JSON.stringify(block).includes('The port is'));
  expect(inOrder(came.slice(from, from + sent.length))).toEqual(inOrder(sent));
  expect(items[0]?.leftOut).toEqual([]);
});

test('search engines and programs are told of each picture and recording once, with its rights', async () => {
  const { document } = parseHTML((await paper.get(storyPath)).body);
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map((each) =>
    JSON.parse(each.textContent ?? ''),
  );
  const images = data.find(({ image }) => image).image as {
    contentUrl: string;
    caption: string;
    creditText: string;
  }[];
  expect(
    images.map(({ contentUrl }) => [kept.quay, kept.ferry].find((id) => contentUrl.includes(id))),
  ).toEqual([kept.quay, kept.ferry]);
  expect(images[0]).toMatchObject({
    '@type': 'ImageObject',
    width: 900,
    height: 600,
    creditText: 'Anna Lind',
  });
  for (const { contentUrl } of images)
    expect(existsSync(join(mediaFolder(newsroom), basename(contentUrl))), contentUrl).toBe(true);
  const ninjs = (await programs.inject({ url: `/api/stories/${editionId}.ninjs.json` })).json();
  expect(ninjsFaultsOf(ninjs, 3)).toEqual([]);
  expect(
    ninjs.associations.map(({ rel, type, uri, by }: Record<string, string>) => [rel, type, uri, by]),
  ).toEqual([
    ['inText', 'picture', `urn:uuid:${kept.quay}`, 'Anna Lind'],
    ['inText', 'picture', `urn:uuid:${kept.ferry}`, 'Anna Lind'],
    ['inText', 'video', `urn:uuid:${kept.film}`, 'Harbour Films'],
    ['inText', 'audio', `urn:uuid:${kept.sound}`, undefined],
  ]);
});

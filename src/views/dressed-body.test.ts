/** A body on a page: its own media with their sizes, and nothing of anyone else's. */
import { expect, it } from 'vitest';
import { bodyForReaders, mediaIdsOf, replaceBodyPicture } from '../kit/body-media.ts';
import { safeBody } from '../kit/safe-html.ts';
import { type BodyMedia, dressedBody } from './dressed-body.tsx';

const one = [{ href: '/media/a-480.jpg', width: 480 }];
const one480 = [{ href: '/media/a-480.webp', width: 480 }];
const picture: BodyMedia = {
  credit: 'Anna & Lind',
  width: 480,
  height: 320,
  shapes: { full: { width: 480, height: 320, avif: [], webp: [], jpeg: one } },
};
const media = new Map([['a', picture]]);
const words = { footnotes: 'Footnotes', back: 'Back to the text', table: 'Table' };
const body = safeBody(
  '<figure><img data-media="a" alt="The &quot;port&quot;"><figcaption>Open.</figcaption></figure><figure><img data-media="gone" alt="x"></figure><figure><img src="https://p.example/a.jpg" alt="y"><figcaption>Elsewhere.</figcaption></figure><table data-block="table"><tr><td>a</td></tr></table>',
);
const shown = bodyForReaders(body, (id) => media.has(id));

it('shows its own pictures with their size, credit and alternative text', () => {
  const html = dressedBody(shown, { media, words });
  expect(html).toContain(
    'src="/media/a-480.jpg" width="480" height="320" alt="The &quot;port&quot;" loading="lazy"',
  );
  expect(html).toContain('<figcaption>Open. <small>Anna &amp; Lind</small></figcaption>');
  expect(html).toContain('<div class="table" role="region" tabindex="0" aria-label="Table"><table');
});

it('leaves out media that was withdrawn and pictures that are not ours', () => {
  expect(mediaIdsOf(body)).toEqual(['a', 'gone']);
  expect(mediaIdsOf(shown)).toEqual(['a']);
  expect(shown).not.toMatch(/p\.example|Elsewhere|gone/);
});

it('has a link to a film that is not ours yet, which opens where it is and loads nothing here', () => {
  const film = safeBody('<video src="https://p.example/v.mp4" title="The launch"></video>');
  const html = dressedBody(
    bodyForReaders(film, () => false),
    { media, words },
  );
  expect(html).toContain('<a href="https://p.example/v.mp4" rel="noopener">The launch</a>');
  expect(html).not.toMatch(/<video|src=/);
});

it('shows a picture from elsewhere once it has been taken into the library', () => {
  const taken = replaceBodyPicture(body, { href: 'https://p.example/a.jpg', mediaId: 'b' });
  expect(mediaIdsOf(taken)).toEqual(['a', 'gone', 'b']);
  expect(taken).not.toContain('p.example');
});

it('asks first for a picture that stands near the beginning of a page without another, and for as much as the layout shows', () => {
  const one = '<figure><img data-media="a" alt=""></figure>';
  const begins = safeBody(
    `<p>Open.</p>${one}<figure data-size="wide"><img data-media="a" alt=""></figure><figure data-block="gallery">${one}${one}</figure>${one}`,
  );
  const html = dressedBody(begins, { media, words, isTop: true });
  expect(html.match(/loading="(?:eager|lazy)"/g)).toEqual(
    ['eager', 'lazy', 'lazy', 'lazy', 'lazy'].map((how) => `loading="${how}"`),
  );
  expect(dressedBody(begins, { media, words })).not.toContain('eager');
  expect(
    dressedBody(safeBody(`<p>${'Open. '.repeat(200)}</p>${one}`), { media, words, isTop: true }),
  ).not.toContain('eager');
  const large = { ...picture, shapes: { full: { ...picture.shapes.full, webp: one480 } } };
  const sizes = dressedBody(begins, { media: new Map([['a', large]]), words }).match(
    /(?<=sizes=")[^"]*(?=vw")/g,
  );
  expect(sizes?.map((each) => /[\d.]+rem(?=,)/.exec(each)?.[0])).toEqual([
    '38rem',
    '43rem',
    '21rem',
    '21rem',
    '38rem',
  ]);
});

it('has whole addresses in feeds and for programs', () => {
  const html = dressedBody(shown, { media, site: 'https://post.example' });
  expect(html).toContain('<img src="https://post.example/media/a-480.jpg"');
  expect(html).not.toContain('data-media');
});

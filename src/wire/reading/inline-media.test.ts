/** F14: the picture that an item means, and neither what stands in its place nor what counts readers. */
import { describe, expect, it } from 'vitest';
import { inlineMedia } from './inline-media.ts';

const found = (html: string) => inlineMedia(html, 'https://post.example/s/1').map(({ href }) => href);
const photo = 'https://p.example/a.jpg';

describe('a picture', () => {
  it.each([
    ['of Cloudflare’s lazy loading', `<img data-cfsrc="${photo}" style="display:none">`],
    ['of Slider Revolution', `<img src="https://p.example/dummy/loading.svg" data-lazyload="${photo}">`],
    [
      'behind Jetpack’s dot',
      `<img src="https://p.example/lazy-images/images/1x1.trans.gif" data-lazy-src="${photo}">`,
    ],
    ['behind a placeholder of its own name', `<img src="/placeholder-news.jpg" data-original="${photo}">`],
    ['of noscript', `<img src="data:image/gif;base64,R0"><noscript><img src="${photo}"></noscript>`],
  ])('%s', (_, html) => {
    expect(found(html)).toEqual([photo]);
  });

  it.each([
    'empty-streets-of-lind.jpg',
    'pixel-phone-review.jpg',
    'loading-dock-fire.jpg',
    'grey-seals.jpg',
    'lazy-dog.webp',
    'track/2026/sprint.jpg',
    'pixel/review/phone.jpg?w=900',
  ])('is news by the name of %s', (name) => {
    expect(found(`<img src="https://p.example/${name}">`)).toEqual([`https://p.example/${name}`]);
  });

  it.each([
    'blank.gif',
    'transparent-16x9.png',
    'lazyload.gif',
    'loading-spinner.svg',
    'pixel.png',
    'track/?id=7',
  ])('is none by the name of %s', (name) => {
    expect(found(`<img src="https://p.example/${name}">`)).toEqual([]);
  });
});

it('a caption keeps the words as they stand, without spaces before their signs', () => {
  const [picture] = inlineMedia(
    `<figure><img src="${photo}"><figcaption>CO<sub>2</sub> over <i>Lind</i>’s port <span class="credit">Photo: <b>A</b>nna</span></figcaption></figure>`,
    null,
  );
  expect(picture).toMatchObject({ caption: 'CO₂ over Lind’s port', credit: 'Photo: Anna' });
});

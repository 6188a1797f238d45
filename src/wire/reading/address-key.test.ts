import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.ts';

const page = 'https://post.example/world/ferry-leaves-late';

describe('one page under another guise is one', () => {
  it.each([
    'http://post.example/world/ferry-leaves-late',
    'https://www.post.example/world/ferry-leaves-late',
    'HTTPS://WWW.Post.Example/world/ferry-leaves-late/',
    '//post.example/world/ferry-leaves-late',
    'www.post.example/world/ferry-leaves-late',
    'http://post.example:80/world//ferry-leaves-late/',
    'https://post.example./world/ferry-leaves-late?',
    `${page}?utm_source=rss&utm_medium=feed`,
    `${page}?mod=rss_latest`,
    `${page}?ref=rss`,
    `${page}/?source=newsletter-7`,
    `${page}?spm=a2c4g.11186623`,
    `${page}?ts=1764446400`,
    `${page}?_=1764446400123`,
    `${page};jsessionid=0A1B2C3D4E5F60718293A4B5C6D7E8F9`,
    `${page}?PHPSESSID=abc`,
    `${page}?sid=9f86d081884c7d659a2feaa0c55ad015`,
    `${page}#xtor=RSS-3`,
    `${page}#rss`,
    'https://post.example/(S(lit3py55t21z5v55vlm25s55))/world/ferry-leaves-late',
    `https://www.google.com/url?q=${encodeURIComponent(page)}&sa=D`,
    'https://post.example/world/ferry%2Dleaves-late',
    'https://m.post.example/world/ferry-leaves-late',
    'https://mobile.post.example/world/ferry-leaves-late/',
    'https://amp.post.example/world/ferry-leaves-late',
    'https://post.example/amp/world/ferry-leaves-late',
    `${page}/amp/`,
    `${page}?amp=1`,
    `${page}/index.html`,
    `${page}/index.php?utm_source=rss`,
    `${page}/Default.aspx`,
    'https://post-example.cdn.ampproject.org/v/s/post.example/world/ferry-leaves-late?amp_js_v=0.1&usqp=mq331',
  ])('%s', (address) => {
    expect(addressKey(address)).toBe(addressKey(page));
  });

  it.each([
    [
      'https://post.example/новости/паром',
      'http://post.example/%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d0%b8/%d0%bf%d0%b0%d1%80%d0%be%d0%bc/',
    ],
    ['https://post.example/a?b=2&a=1', 'https://post.example/a?a=1&b=2'],
    [
      'https://api.post.example/items/7?apikey=3f7a9c1e5b2d4860a1c3e5f7',
      'https://api.post.example/items/7?apikey=ffffeeee1111222233334444',
    ],
    ['https://post.example/story.php?id=7&ref=front', 'https://post.example/story.php?id=7'],
    ['https://post.example/?p=123', 'http://www.post.example/index.php?p=123&utm_source=rss'],
  ])('%s and %s', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });
});

describe('pages that are two stay two', () => {
  it.each([
    ['https://post.example/a', 'https://post.example/b'],
    ['https://post.example/a', 'https://post.example/A'],
    ['https://post.example/a', 'https://news.post.example/a'],
    ['https://post.example/?p=7', 'https://post.example/?p=8'],
    ['https://post.example/story?source=12', 'https://post.example/story?source=13'],
    ['https://post.example/story.php?ref=ferry-late', 'https://post.example/story.php?ref=bridge-shut'],
    ['https://post.example/live#post-12', 'https://post.example/live#post-13'],
    ['https://post.example/#!/a', 'https://post.example/#!/b'],
    ['https://post.example/story?sid=12', 'https://post.example/story?sid=13'],
    ['https://post.example/article?key=81', 'https://post.example/article?key=82'],
    ['https://post.example/a?t=90', 'https://post.example/a?t=120'],
    ['https://post.example/a?date=20261129', 'https://post.example/a?date=20261130'],
    ['https://post.example/a?page=2', 'https://post.example/a'],
    ['https://post.example:8080/a', 'https://post.example/a'],
    ['https://post.example/amp', 'https://post.example/'],
    ['https://m.example/a', 'https://example/a'],
    ['https://post.example/index.html?id=7', 'https://post.example/index.html?id=8'],
    ['https://post.example/what-is-an/amp-meter', 'https://post.example/what-is-an/meter'],
    ['https://post.example/index-of-harbours.html', 'https://post.example/'],
  ])('%s and %s', (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it.each([
    'post-12',
    'urn:newsml:post.example:20261129:7',
    'tag:post.example,2026:7',
    'javascript:alert(1)',
    'mailto:a@post.example',
    '',
  ])('%s is no address', (id) => {
    expect(addressKey(id)).toBeNull();
  });
});

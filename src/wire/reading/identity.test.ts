import { describe, expect, it } from 'vitest';
import type { ParsedItem } from '../parse/feed.ts';
import { canonicalLink, identitiesOf } from './identity.ts';

function item(given: Partial<ParsedItem>): ParsedItem {
  const nothing = {
    published: null,
    updated: null,
    authors: [],
    language: null,
    html: '',
    summary: '',
    base: null,
  };
  const more = { categories: [], media: [], rights: '', hops: [], status: 'usable' as const, embargo: null };
  return {
    id: null,
    link: null,
    title: '',
    ...nothing,
    ...more,
    urgency: null,
    slice: { start: 0, end: 0 },
    ...given,
  };
}

describe('the canonical link', () => {
  it.each([
    ['https://post.example/a?utm_source=rss&id=7&fbclid=x#top', 'https://post.example/a?id=7'],
    ['HTTPS://Post.example:443/a', 'https://post.example/a'],
    ['https://post.example/a?b=%20c&d', 'https://post.example/a?b=%20c&d'],
    ['https://post.example/#!/a', 'https://post.example/#!/a'],
    ['not an address ', 'not an address'],
  ])('of %s is %s', (given, wanted) => {
    expect(canonicalLink(given)).toBe(wanted);
    expect(canonicalLink(wanted)).toBe(wanted);
  });
});

describe('identity', () => {
  it('is the id, or the canonical link, or the words', () => {
    expect(identitiesOf([item({ id: 'a', link: 'https://x.example/1' })])).toEqual(['a']);
    expect(identitiesOf([item({ link: 'https://x.example/1?utm_source=x' })])).toEqual(['x.example/1']);
    const [words] = identitiesOf([item({ title: 'Ferry' })]);
    expect(words).toMatch(/^sha256:/);
    expect(identitiesOf([item({ title: 'Ferry', published: 7 })])).toEqual([words]);
  });
  it('is not an id that stands on items with different links', () => {
    const [one, other] = [
      item({ id: 'a', link: 'https://x.example/1' }),
      item({ id: 'a', link: 'https://x.example/2' }),
    ];
    expect(identitiesOf([one, other])).toEqual(['x.example/1', 'x.example/2']);
    expect(identitiesOf([one, one])).toEqual(['a', 'a']);
  });
  it('fits an index, however long the id', () => {
    expect(identitiesOf([item({ id: 'x'.repeat(5_000) })])[0]?.length).toBeLessThan(100);
  });
});

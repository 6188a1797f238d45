import { describe, expect, it } from 'vitest';
import { type Outline, readOpml, writeOpml } from './opml.ts';

const read = (body: string, head = '<title>Wires</title>') =>
  readOpml(
    Buffer.from(`<?xml version="1.0"?><opml version="2.0"><head>${head}</head><body>${body}</body></opml>`),
  );

const island: Outline = {
  name: 'Island “Wire” & Radio',
  feedUrl: 'https://island.example/feed?a=1&b=2',
  siteUrl: 'https://island.example/',
  language: 'en',
  folders: ['Sea'],
};

describe('a list of sources', () => {
  it('is read with its folders, whatever the case of its marks', () => {
    const list = read(
      '<outline text="Sea"><outline text="Near"><outline type="rss" text="Island &amp;amp; Wire" xmlUrl="https://island.example/feed" htmlUrl="https://island.example"/></outline></outline><outline title="Coast" xmlurl="feed://coast.example/rss"/>',
    );
    expect(list).toEqual({
      title: 'Wires',
      problems: [],
      outlines: [
        {
          name: 'Island & Wire',
          feedUrl: 'https://island.example/feed',
          siteUrl: 'https://island.example/',
          language: null,
          folders: ['Sea', 'Near'],
        },
        { name: 'Coast', feedUrl: 'https://coast.example/rss', siteUrl: null, language: null, folders: [] },
      ],
    });
  });

  it('gives each address once, and says which are none', () => {
    const list = read(
      '<outline text="A" xmlUrl="https://a.example/feed"/><outline text="B" xmlUrl="https://a.example/feed"/><outline text="C" xmlUrl="javascript:alert(1)"/>',
    );
    expect(list.outlines.map(({ name }) => name)).toEqual(['A']);
    expect(list.problems).toEqual(['Not addresses of feeds: javascript:alert(1).']);
  });

  it('is read as far as it goes when it is cut off', () => {
    const list = readOpml(
      Buffer.from('<opml><body><outline text="A" xmlUrl="https://a.example/feed"/><outline te'),
    );
    expect(list.outlines).toHaveLength(1);
    expect(list.problems).toEqual(['It is cut off or its elements are not closed; what is there was read.']);
  });

  it.each([
    ['<rss></rss>', 'This is not a list of feeds in OPML.'],
    ['<opml><body></body></opml>', 'There is no feed in this list.'],
    ['', 'This is not a list of feeds in OPML.'],
  ])('is told from %j', (text, problem) => {
    expect(readOpml(Buffer.from(text))).toMatchObject({ outlines: [], problems: [problem] });
  });

  it('is written so that it is read the same', () => {
    const plain = { ...island, name: 'Coast', feedUrl: 'https://coast.example/', folders: [] };
    const text = writeOpml({
      title: 'The <Harbour> Post',
      at: Date.UTC(2026, 10, 19, 12),
      outlines: [island, plain],
    });
    expect(text).toContain('<dateCreated>Thu, 19 Nov 2026 12:00:00 GMT</dateCreated>');
    expect(readOpml(Buffer.from(text))).toEqual({
      title: 'The <Harbour> Post',
      outlines: [island, plain],
      problems: [],
    });
  });
});

// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what is looked for
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeBody } from '../../kit/safe-html.ts';
import type { ParsedFeed, ParsedItem } from '../parse/feed.ts';
import { readFeed } from '../reading/read-feed.ts';
import { understood } from '../reading/understood.ts';

const samples = join(import.meta.dirname, '../../../tests/fixtures/wire');
const read = (file: string): ParsedFeed => readFeed(readFileSync(join(samples, file))).feed;

function first(feed: ParsedFeed): ParsedItem {
  const [item] = feed.items;
  if (!item) throw new Error('no item was read');
  return item;
}

const textsOf = (file: string): string[] =>
  understood(readFeed(readFileSync(join(samples, file)))).items.map((item) => item.text ?? '');

describe('NewsML-G2', () => {
  const feed = read('aegean.newsml-g2.xml');
  const item = first(feed);

  it('gives each item of a message, without a fault', () => {
    expect(feed).toMatchObject({
      format: 'newsml-g2',
      problems: [],
      salvaged: false,
      title: 'aegean.example',
    });
    expect(feed.items.map(({ facts }) => facts?.kind)).toEqual(['text', 'composite']);
  });

  it('says what it is, when and how it stands', () => {
    expect(item).toMatchObject({
      id: 'urn:newsml:aegean.example:20261119:ferry',
      title: 'Ferry with 112 aboard runs aground off Skaros',
      published: Date.UTC(2026, 10, 19, 10, 10),
      updated: Date.UTC(2026, 10, 19, 10, 35),
      authors: ['Anna Petrou'],
      language: 'en',
      status: 'usable',
      urgency: 2,
      embargo: Date.UTC(2026, 10, 19, 11),
    });
    expect(item.facts).toMatchObject({
      dek: 'All passengers are ashore; the captain speaks of a failed rudder',
      byline: 'By Anna Petrou',
      dateline: 'SKAROS, Nov 19 (ANA) -',
      slugline: 'Ferry-Skaros',
      version: '3',
      provider: 'Aegean News Agency',
      signal: 'sig:update',
      note: 'Adds the number of passengers in the third paragraph.',
    });
  });

  it('says whose it is and on which terms', () => {
    expect(item.rights).toBe('Aegean News Agency');
    expect(item.facts).toMatchObject({
      copyright: '© 2026 Aegean News Agency',
      terms: ['Not for use in Strait newspapers before Friday.'],
      dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED',
    });
  });

  it('keeps the way it came, the source of the information first', () => {
    expect(item.hops).toEqual([
      { party: 'Coast Guard of Skaros', link: null, language: null, at: null },
      {
        party: 'Radio Island',
        link: 'https://radio.example/',
        language: null,
        at: Date.UTC(2026, 10, 19, 10, 5),
      },
      { party: 'Aegean News Agency', link: null, language: null, at: Date.UTC(2026, 10, 19, 10, 20) },
    ]);
  });

  it('names what it is about, with codes kept and the known ones made addresses', () => {
    expect(item.facts?.subjects).toEqual([
      {
        name: 'transport accident',
        code: 'medtop:20000148',
        uri: 'http://cv.iptc.org/newscodes/mediatopic/20000148',
      },
    ]);
    expect(item.facts?.people).toEqual([{ name: 'Manolis Vardas', code: 'pers:mvardas', uri: null }]);
    expect(item.facts?.organisations.map(({ name }) => name)).toEqual(['Island Lines']);
    expect(item.facts?.places.map(({ name }) => name)).toEqual(['Skaros', 'The Strait']);
  });

  it('gives copy, picture and the language of each paragraph', () => {
    expect(textsOf('aegean.newsml-g2.xml')[0]).toBe(
      "The ferry Northern Star ran aground on Thursday.\n\n«Το πηδάλιο δεν υπάκουε», είπε ο πλοίαρχος.\n\nMore at the agency's page & on air.",
    );
    expect(item.facts?.paragraphLanguages).toEqual([{ at: 1, language: 'el' }]);
    expect(item.media[0]).toMatchObject({
      href: 'https://aegean.example/ferry.jpg',
      width: 1600,
      credit: 'Aegean News Agency',
    });
  });

  it('drops nothing that it does not understand', () => {
    expect(item.facts?.kept).toContainEqual({ at: 'contentMeta/rating', words: 'four stars' });
  });

  it('lists what a package is made of', () => {
    expect(feed.items[1]?.facts?.parts).toEqual([
      {
        role: 'group:main',
        id: 'urn:newsml:aegean.example:20261119:ferry',
        title: 'Ferry aground',
        kind: 'text',
        version: '3',
      },
    ]);
  });

  it.each([
    [
      'an item without a guid',
      '<newsItem standardversion="2.9"><catalogRef href="x"/><itemMeta><itemClass qcode="ninat:text"/><provider/><versionCreated>2026-11-19</versionCreated></itemMeta></newsItem>',
      'The standard asks for a guid in a newsItem; there is none.',
    ],
    [
      'a message without items',
      '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/></newsMessage>',
      'It is a NewsML-G2 message without an item.',
    ],
  ])('names the fault of %s', (_, text, fault) => {
    expect(readFeed(Buffer.from(text)).feed.problems).toContain(fault);
  });

  it('withholds what is under embargo without an end, and cancels what is canceled', () => {
    const state = (inside: string) =>
      first(readFeed(Buffer.from(`<newsItem guid="a"><itemMeta>${inside}</itemMeta></newsItem>`)).feed);
    expect(state('<embargoed/>')).toMatchObject({
      status: 'withheld',
      embargo: null,
      facts: { embargoedForNow: true },
    });
    expect(state('<pubStatus qcode="stat:canceled"/>').status).toBe('canceled');
    expect(state('<pubStatus qcode="stat:withheld"/>').status).toBe('withheld');
  });
});

describe('NITF', () => {
  const item = first(read('island.nitf.xml'));

  it('says what its head says', () => {
    expect(item).toMatchObject({
      id: 'IW-20261119-7',
      title: 'Ferry runs aground off Skaros',
      language: 'en-GB',
      urgency: 3,
      published: Date.UTC(2026, 10, 19, 10, 15),
      embargo: Date.UTC(2026, 10, 19, 12),
      authors: ['Nikos Vardas', 'Anna Petrou'],
      status: 'usable',
      rights: 'Island Wire',
    });
    expect(item.hops.map(({ party }) => party)).toEqual(['Radio Island', 'Coast Guard']);
    expect(item.facts).toMatchObject({
      dek: '112 people are brought ashore',
      dateline: 'SKAROS, Nov 19',
      slugline: 'Ferry',
      version: '2',
      note: "Check the captain's name before use.",
      expires: Date.UTC(2026, 10, 26),
      people: [{ name: 'Manolis Vardas' }],
      places: [{ name: 'Skaros', code: 'GR' }, { name: 'SKAROS' }],
    });
    expect(item.facts?.kept).toContainEqual({ at: 'fixture', words: 'fix-id=shipping-news' });
  });

  it('gives its copy, with the largest picture and its credit', () => {
    expect(textsOf('island.nitf.xml')[0]).toBe(
      'The Northern Star is on the rocks; the café on the quay took in 112 people.\n\n« Nous sommes sauvés », dit une passagère.\n\nThe ferry on the rocks\n\nRadio Island contributed to this report.',
    );
    expect(item.facts?.paragraphLanguages).toEqual([{ at: 1, language: 'fr' }]);
    expect(item.media).toEqual([
      {
        href: 'https://island.example/ferry.jpg',
        kind: 'image/jpeg',
        width: 1200,
        height: 800,
        caption: 'The ferry on the rocks',
        credit: 'Photo: Island Wire',
      },
    ]);
    expect(safeBody(item.html)).toContain(
      '<figure><img src="https://island.example/ferry.jpg" alt="" /><figcaption>The ferry on the rocks <small>Photo: Island Wire</small></figcaption></figure>',
    );
  });
});

describe('NewsML 1', () => {
  it('is read with what its components say', () => {
    const feed = read('north.newsml-1.xml');
    const item = first(feed);
    expect(feed).toMatchObject({ format: 'newsml-1', problems: [] });
    expect(item).toMatchObject({
      id: 'urn:newsml:north.example:20261119:NP-551',
      title: 'Паром сел на мель у Скароса',
      language: 'ru',
      authors: ['Анна Петру'],
      urgency: 2,
      status: 'usable',
      embargo: Date.UTC(2026, 10, 19, 12),
      published: Date.UTC(2026, 10, 19, 10, 5),
      updated: Date.UTC(2026, 10, 19, 10, 20),
      hops: [{ party: 'Radio Island' }],
      media: [{ href: 'https://north.example/ferry.jpg', width: 1024, height: 768 }],
      facts: {
        dek: 'Все 112 пассажиров на берегу',
        dateline: 'СКАРОС, 19 ноября',
        slugline: 'ФЕРРИ',
        version: '2',
        credit: 'Северная пресса',
        note: 'Уточняется число пассажиров.',
        terms: ['Not for archives'],
        places: [{ name: 'Skaros', code: 'GRC' }],
      },
    });
    expect(textsOf('north.newsml-1.xml')).toEqual([
      'Паром «Северная звезда» в четверг сел на мель.\n\nПострадавших нет.',
    ]);
  });
});

describe('ninjs', () => {
  it('of version 1 is told by its shape and read whole', () => {
    const feed = read('strait.ninjs-1.json');
    expect(feed).toMatchObject({ format: 'ninjs-1', problems: ['ninjs 1 has no “mood”; kept as it came.'] });
    expect(first(feed)).toMatchObject({
      id: 'https://strait.example/noticias/ferry',
      link: 'https://strait.example/noticias/ferry',
      title: 'Un transbordador encalla frente a Skaros',
      authors: ['Ana Ruiz', 'Luis Mora'],
      language: 'es',
      published: Date.UTC(2026, 10, 19, 10, 10),
      updated: Date.UTC(2026, 10, 19, 10, 30),
      urgency: 2,
      embargo: Date.UTC(2026, 10, 19, 11),
      hops: [{ party: 'Radio Island' }],
      media: [
        {
          href: 'https://strait.example/large.jpg',
          width: 1600,
          caption: 'El transbordador en las rocas',
          credit: 'Foto: Luis Mora',
        },
      ],
      facts: {
        dek: 'Los 112 pasajeros están a salvo',
        slugline: 'TRANSBORDADOR',
        version: '4',
        note: 'Sustituye a la versión 3.',
        terms: ['Prohibida la venta.', 'https://strait.example/derechos'],
        point: { latitude: 36.4, longitude: 25.4 },
        expires: Date.UTC(2026, 11, 19),
        subjects: [{ uri: 'http://cv.iptc.org/newscodes/mediatopic/20000337' }],
        kept: [{ at: 'mood', words: 'sobrio' }],
        paragraphLanguages: [{ at: 1, language: 'el' }],
      },
    });
    expect(textsOf('strait.ninjs-1.json')).toEqual(['El transbordador encalló.\n\nΟυδείς τραυματίας.']);
  });

  it('of version 2 comes as a list, each with its own bytes', () => {
    const bytes = readFileSync(join(samples, 'island.ninjs-2.json'));
    const { feed, decoded } = readFeed(bytes);
    expect(feed).toMatchObject({ format: 'ninjs-2', problems: [] });
    expect(feed.items.map(({ title, status }) => [title, status])).toEqual([
      ['Ferry aground off Skaros', 'withheld'],
      ['A mistake', 'canceled'],
    ]);
    const [, second] = feed.items;
    const raw = decoded.bytesOf(second?.slice.start ?? 0, second?.slice.end ?? 0);
    expect(JSON.parse(Buffer.from(raw.bytes).toString())).toMatchObject({ uri: 'urn:island:kill' });
    expect(textsOf('island.ninjs-2.json')[0]).toBe('The ferry is aground.');
  });

  it('of version 3 is told by its shape, whatever it says of itself', () => {
    const feed = read('coast.ninjs-3.json');
    expect(feed).toMatchObject({ format: 'ninjs-3', problems: [] });
    expect(first(feed)).toMatchObject({
      title: 'جنوح عبّارة قبالة سكاروس',
      language: 'ar',
      urgency: 1,
      embargo: Date.UTC(2026, 10, 19, 10),
      rights: 'وكالة الساحل 2026',
      hops: [{ party: 'خفر السواحل' }],
      facts: { dataMining: 'dataMining', terms: ['للصحف فقط', expect.stringContaining('prohibitions')] },
    });
  });

  it.each([
    [
      '{"uri":"a","pubstatus":"cancelled"}',
      'pubstatus is “cancelled”; it may be usable, withheld, canceled.',
    ],
    ['{"uri":"a","versioncreated":"Tuesday"}', 'versioncreated is no date: “Tuesday”.'],
    ['{"uri":"a","subject":"ships"}', 'subject is no list of objects.'],
    [
      '{"uri":"a","rightsinfo":{"linkedrights":"a","encodedrights":"b"}}',
      'rightsinfo says both linked and encoded rights; one may stand.',
    ],
    ['{"headline":"a","type":"text","version":"1","urgency":1}', 'ninjs 1 asks for a uri; there is none.'],
    [
      '{"uri":"a","body_text":"one\ntwo"}',
      'Its texts hold line ends that JSON does not allow; they were read as what they are.',
    ],
  ])('names the fault of %s', (text, fault) => {
    expect(readFeed(Buffer.from(text)).feed).toMatchObject({ format: 'ninjs-1', problems: [fault] });
  });

  it('that is not valid JSON is refused with where', () => {
    expect(readFeed(Buffer.from('{"uri": oops}')).feed).toMatchObject({
      format: 'unknown',
      problems: [expect.stringContaining('This is not valid JSON')],
    });
  });
});

describe('a telex', () => {
  it('by IPTC 7901 is cut into head, lines and copy', () => {
    const feed = read('aegean.iptc7901.txt');
    expect(feed).toMatchObject({ format: 'iptc7901', problems: [], salvaged: false });
    expect(first(feed)).toMatchObject({
      id: 'ana0142',
      title: 'Ferry with 112 aboard runs aground off Skaros',
      authors: ['Anna Petrou'],
      urgency: 2,
      published: Date.UTC(2026, 10, 19, 10, 12),
      facts: {
        slugline: 'Ferry/Skaros',
        dateline: 'Skaros (ana)',
        signal: 'URGENT 1ST LEAD',
        version: '1ST LEAD',
        note: expect.stringContaining('Reporting by: Anna Petrou'),
      },
    });
    expect(textsOf('aegean.iptc7901.txt')).toEqual([
      'Skaros (ana) - The ferry Northern Star ran aground on Thursday with 112 people aboard, the coast guard said.\n\nAll of them are ashore. "We felt a blow," said Dimitra Kosta, who was on deck.',
    ]);
  });

  it('by ANPA 1312 too', () => {
    expect(first(read('island.anpa.txt'))).toMatchObject({
      title: 'Ferry with 112 aboard runs aground off Skaros',
      authors: ['NIKOS VARDAS'],
      urgency: 3,
      published: Date.UTC(2026, 10, 19, 12, 15),
      facts: {
        slugline: 'BC-SEA--Ferry-Skaros, 1st Ld-Writethru',
        note: 'Eds: Adds the captain. With photo.',
        dateline: 'SKAROS (IW)',
        provider: 'IW',
        version: '1stLd-Writethru',
      },
    });
    expect(textsOf('island.anpa.txt')).toEqual([
      'SKAROS (IW) — The ferry Northern Star ran aground on Thursday. “We felt a blow,” said a passenger.\n\nNobody was hurt.',
    ]);
  });

  it('is read without its control characters, several in one file, and cut off', () => {
    const one = readFileSync(join(samples, 'aegean.iptc7901.txt'), 'latin1');
    const bare = one.replace(/[\u0001-\u0004\u007f]/g, '');
    const of = (text: string) => readFeed(Buffer.from(text, 'latin1')).feed;
    expect(first(of(bare)).title).toBe('Ferry with 112 aboard runs aground off Skaros');
    expect(of(one + one.replace('0142', '0143')).items.map(({ id }) => id)).toEqual(['ana0142', 'ana0143']);
    expect(of(one.slice(0, 300))).toMatchObject({ salvaged: true, items: [{ id: 'ana0142' }] });
  });
});

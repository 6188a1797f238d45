/** The desk's search: what is found by words of any script and by fields, by whom, and what of it cannot be asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { toldSource } from '../../tests/support/told-wire.ts';
import { DAY, MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as nobody } from '../newsroom.ts';
import type { Role } from '../staff/roles.ts';
import { addStaff, type Staff } from '../staff/staff.ts';
import { draftStory } from '../stories/draft.ts';
import { saveTake } from '../stories/edit.ts';
import { killStory } from '../stories/kill.ts';
import { mergeStory } from '../stories/merge.ts';
import { fileBefore, fileNewThings, fileRound } from './file-things.ts';
import { lookUp } from './lookup.ts';
import { changeRings, dropSearch, listRings, listSavedSearches, lookAtRings, saveSearch } from './saved.ts';
import type { LookupKind } from './thing.ts';
import { readTyped } from './typed-search.ts';

const days = {
  startOf: (day: string) => {
    const at = Date.parse(`${day}T00:00:00Z`);
    return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at;
  },
  today: '2026-11-19',
};

const rss = (items: { guid: string; title: string; text: string }[]) =>
  `<rss version="2.0"><channel><title>t</title>${items
    .map(
      ({ guid, title, text }) =>
        `<item><guid>${guid}</guid><title>${title}</title><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`;

onEachEngine('who searches at the desk', (newsroom) => {
  let paper: Paper;
  let wire: Awaited<ReturnType<typeof toldSource>>;
  let maria: Staff;
  const copy = (headline: string, body: string) => ({
    headline,
    dek: '',
    byline: 'Maria Kostas',
    dateline: '',
    bodyHtml: safeBody(`<p>${body}</p>`),
    pictureId: null,
  });

  const file = async () => {
    await fileBefore(newsroom());
    await fileNewThings(newsroom());
    await fileRound(newsroom());
  };
  const found = async (typed: string, role: Role = 'administrator') => {
    const { groups, wrong } = await lookUp(newsroom(), { typed, role, days, limit: 20 });
    expect(wrong).toEqual([]);
    return groups.flatMap(({ kind, hits }) =>
      hits.map((hit) => `${kind}: ${hit.title.map(({ text }) => text).join('')}`),
    );
  };
  const wrong = async (typed: string) =>
    (await lookUp(newsroom(), { typed, role: 'editor', days, limit: 5 })).wrong.map(({ why }) => why);

  beforeAll(async () => {
    paper = await openPaper(newsroom());
    wire = await toldSource(newsroom(), { name: 'Coast Agency', publishUnread: false });
    await wire.tell(
      rss([
        { guid: '1', title: 'Ferry strike in Łódź', text: 'Dockers walk out at noon' },
        { guid: '2', title: '東京都で強い地震が発生した', text: '震度五強' },
        { guid: '3', title: 'أعلنت المدرسة أن ١٢٣ شخصا أصيبوا', text: 'القاهرة' },
      ]),
    );
    await toldSource(newsroom(), { name: 'Hill Wire', publishUnread: false });
    const password = 'the harbour at night';
    maria = await addStaff(newsroom(), {
      name: 'Maria Kostas',
      email: 'maria@post.example',
      password,
      role: 'reporter',
      by: nobody,
    });
    await paper.publish({
      language: 'el',
      sectionId: paper.sections.city.id,
      copy: { headline: 'Φωτιά κοντά στην Αθήνα', bodyHtml: safeBody('<p>Οι ferry άργησαν.</p>') },
    });
    await draftStory(newsroom(), {
      language: 'en',
      hops: [],
      by: maria,
      copy: copy('Harbour plan waits', 'The ferries are late again.'),
    });
    await file();
  });
  afterAll(() => paper.close());

  test.each([
    ['lodz', ['item: Ferry strike in Łódź']],
    ['地震', ['item: 東京都で強い地震が発生した']],
    ['震', ['item: 東京都で強い地震が発生した']],
    ['123 المدرسه', ['item: أعلنت المدرسة أن ١٢٣ شخصا أصيبوا']],
    ['αθηνας', ['published: Φωτιά κοντά στην Αθήνα']],
    ['dock', ['item: Ferry strike in Łódź']],
    ['str', ['item: Ferry strike in Łódź']],
    ['strike dockers', ['item: Ferry strike in Łódź']],
    ['source:coast strike', ['item: Ferry strike in Łódź']],
    ['source:"coast agency" kind:wire in:pl', []],
    ['ferry source:hill', []],
    ['by:"maria kostas" late', ['draft: Harbour plan waits']],
    ['by:mar kind:story', ['draft: Harbour plan waits']],
    ['state:waiting 強い地震', ['item: 東京都で強い地震が発生した']],
    ['state:draft', ['draft: Harbour plan waits']],
    ['section:city', ['published: Φωτιά κοντά στην Αθήνα']],
    ['in:greek', ['published: Φωτιά κοντά στην Αθήνα']],
    ['in:ελλην', ['published: Φωτιά κοντά στην Αθήνα']],
    ['from:2026-11-20 ferry', []],
    ['to:yesterday ferry', []],
    ['hill kind:source', ['source: Hill Wire']],
    ['kostas kind:people', ['person: Maria Kostas']],
  ])('finds with %s', async (typed, titles) => {
    expect(await found(typed)).toEqual(titles);
  });

  test('finds the same word on the wire, in drafts and in what was published, each in its group', async () => {
    expect(await found('ferry')).toEqual([
      'item: Ferry strike in Łódź',
      'draft: Harbour plan waits',
      'published: Φωτιά κοντά στην Αθήνα',
    ]);
    expect(await found('ferry from:today')).toHaveLength(3);
    expect(await found('ferry from:2026-11 to:2026')).toHaveLength(3);
  });

  test('sees the matched words marked, in the letters of the story', async () => {
    const { groups } = await lookUp(newsroom(), { typed: 'lodz dockers', role: 'editor', days, limit: 5 });
    const [hit] = groups[0]?.hits ?? [];
    expect(hit?.title.filter((part) => part.found).map((part) => part.text)).toEqual(['Łódź']);
    expect(hit?.snippet.filter((part) => part.found).map((part) => part.text)).toEqual(['Dockers']);
  });

  test('sees the beginning of what no word is marked in, in whole words', async () => {
    const said = 'The harbour master keeps a book of every boat that leaves by night. '.repeat(4);
    await wire.tell(rss([{ guid: '9', title: 'Night boats', text: said }]));
    await file();
    const { groups } = await lookUp(newsroom(), {
      typed: 'kind:wire from:today',
      role: 'editor',
      days,
      limit: 9,
    });
    const hit = groups[0]?.hits.find(({ title }) => title[0]?.text === 'Night boats');
    const shown = hit?.snippet[0]?.text ?? '';
    expect(shown.endsWith(' …')).toBe(true);
    expect(said.startsWith(`${shown.slice(0, -2)} `)).toBe(true);
  });

  test('finds nothing that their role may not open', async () => {
    expect(await found('ferry', 'moderator')).toEqual([]);
    expect(await found('hill', 'reporter')).toEqual([]);
    expect(await found('kostas', 'moderator')).toEqual(['person: Maria Kostas']);
  });

  test('is told what cannot be asked, and nothing silently', async () => {
    expect(await wrong('colour:red')).toEqual(['no-field']);
    expect(await wrong('source:nobody')).toEqual(['no-source']);
    expect(await wrong('source:')).toEqual(['no-value']);
    expect(await wrong('state:happy kind:fish in:klingonish from:2026-02-30 section:x')).toEqual([
      'no-state',
      'no-kind',
      'no-language',
      'no-day',
      'no-section',
    ]);
    expect(await wrong('"colour:red"')).toEqual([]);
  });

  test.each([
    '"',
    '""',
    "'",
    ':',
    '*',
    'a',
    'ab',
    '🛳️🛳️',
    'AND OR NOT (',
    '\u202eferry\u202c',
    'x'.repeat(10_000),
    'ferry '.repeat(2_000),
    'source:"',
    'by:🛳️',
    'in:\u0000',
    "'; drop table lookup; --",
    'https://coast.example/a:b',
    'from:0000',
    'from:9999-12-31',
    '-1',
    '\\',
    'a\\b:c"d',
  ])('is given an answer to %j', async (typed) => {
    const answer = await lookUp(newsroom(), { typed, role: 'administrator', days, limit: 5 });
    expect(answer.groups.every(({ hits }) => hits.length <= 5)).toBe(true);
  });

  test('finds a draft as it was last saved, and a killed story under its state', async () => {
    const { storyId, editionId } = await draftStory(newsroom(), {
      slug: 'crossing',
      language: 'en',
      hops: [],
      by: maria,
      copy: copy('Zebra crossing', 'Nothing yet.'),
    });
    await file();
    expect(await found('zebra')).toEqual(['draft: Zebra crossing']);
    const { working_take_id } = await newsroom()
      .store.selectFrom('editions')
      .select('working_take_id')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    newsroom().clock.pass(MINUTE);
    await saveTake(newsroom(), {
      editionId,
      copy: copy('Okapi crossing', 'Nothing yet.'),
      basedOn: working_take_id,
      by: maria,
    });
    await file();
    expect(await found('zebra')).toEqual([]);
    expect(await found('okapi')).toEqual(['draft: Okapi crossing']);
    const story = await paper.publish({ copy: { headline: 'Walrus seen' } });
    await file();
    newsroom().clock.pass(MINUTE);
    await killStory(newsroom(), { storyId: story.storyId, notice: 'It was none.', by: maria });
    await file();
    expect(await found('walrus state:killed')).toEqual(['published: Walrus seen']);
    expect(await found('walrus state:published')).toEqual([]);
    const one = await paper.publish({ copy: { headline: 'Ibis lands' } });
    const other = await paper.publish({ copy: { headline: 'Ibises land in numbers' } });
    newsroom().clock.pass(MINUTE);
    await mergeStory(newsroom(), { storyId: one.storyId, into: other.path, by: maria });
    await file();
    expect(await found('ibis state:merged')).toEqual(['published: Ibis lands']);
    expect(await found('ibis state:published')).toEqual(['published: Ibises land in numbers']);
    expect(storyId).not.toBe(story.storyId);
  });

  test('goes through a whole list without a thing twice', async () => {
    await wire.tell(
      rss(
        Array.from({ length: 45 }, (_, at) => ({
          guid: `p${at}`,
          title: `Pelican ${at}`,
          text: 'Seen again',
        })),
      ),
    );
    await file();
    const seen: string[] = [];
    let below: number | undefined;
    do {
      const { groups } = await lookUp(newsroom(), {
        typed: 'pelican',
        role: 'reporter',
        days,
        limit: 20,
        only: { kind: 'item', ...(below === undefined ? {} : { below }) },
      });
      seen.push(...(groups[0]?.hits.map(({ id }) => id) ?? []));
      below = groups[0]?.hasMore ? groups[0].hits.at(-1)?.number : undefined;
    } while (below !== undefined);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  describe('and saves a search', () => {
    const titlesOf = async () => (await listRings(newsroom(), maria.id)).map(({ kind }) => kind);

    test('is told once of what is new and fits, and of nothing else', async () => {
      const { searchId } = await saveSearch(newsroom(), { typed: 'flamingo source:coast', days, by: maria });
      await saveSearch(newsroom(), { typed: 'kind:draft flamingo', days, by: maria });
      await wire.tell(
        rss([
          { guid: 'f1', title: 'Flamingos land', text: 'In the salt pans' },
          { guid: 'f2', title: 'Heron lands', text: 'In the salt pans' },
        ]),
      );
      await file();
      await file();
      expect(await titlesOf()).toEqual(['item' satisfies LookupKind]);
      newsroom().clock.pass(MINUTE);
      await wire.tell(rss([{ guid: 'f1', title: 'Flamingos land, stay', text: 'In the salt pans' }]));
      await file();
      expect(await titlesOf()).toEqual(['item']);
      expect((await listSavedSearches(newsroom(), maria.id)).map(({ unseen }) => unseen)).toEqual([1, 0]);
      await lookAtRings(newsroom(), { searchId, by: maria });
      expect(await titlesOf()).toEqual([]);
    });

    test('hears nothing of one that is silent, or dropped, or of what they may not open', async () => {
      const [first, second] = await listSavedSearches(newsroom(), maria.id);
      await changeRings(newsroom(), { searchId: first?.id ?? '', rings: false, by: maria });
      await dropSearch(newsroom(), { searchId: second?.id ?? '', by: maria });
      await saveSearch(newsroom(), { typed: 'kind:source flamingo', days, by: maria }); // no reporter opens sources
      newsroom().clock.pass(DAY);
      await toldSource(newsroom(), { name: 'Flamingo Post', publishUnread: false });
      await wire.tell(rss([{ guid: 'f9', title: 'Flamingo again', text: 'In the salt pans' }]));
      await file();
      expect(await titlesOf()).toEqual([]);
    });

    test('is refused what asks for nothing, and another’s search', async () => {
      const refused = { code: 'form-incomplete' };
      await expect(saveSearch(newsroom(), { typed: ' 🛳️ ', days, by: maria })).rejects.toMatchObject(refused);
      await expect(saveSearch(newsroom(), { typed: 'colour:red', days, by: maria })).rejects.toMatchObject(
        refused,
      );
      const [one] = await listSavedSearches(newsroom(), maria.id);
      const other = { id: 'somebody-else', name: 'Else' };
      await expect(dropSearch(newsroom(), { searchId: one?.id ?? '', by: other })).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });
});

test('a search as it was typed is words and fields, whatever marks stand round them', () => {
  expect(readTyped('ferry source:"Coast Agency" “two words” by:„Ada Lind“ BY：x')).toEqual({
    words: 'ferry two words',
    fields: [
      { field: 'source', value: 'Coast Agency' },
      { field: 'by', value: 'Ada Lind' },
      { field: 'by', value: 'x' },
    ],
  });
  expect(readTyped('Breaking: fire at https://x.example 10:30').fields).toEqual([]);
});

onEachEngine('after an upgrade, what was there before', (newsroom) => {
  test('is found by and by, and stands below what is new', async () => {
    const wire = await toldSource(newsroom(), { name: 'Coast Agency', publishUnread: false });
    const tell = (guid: string) => wire.tell(rss([{ guid, title: `Pelican ${guid}`, text: 'Seen' }]));
    for (const guid of ['one', 'two', 'three']) {
      await tell(guid);
      newsroom().clock.pass(DAY);
    }
    newsroom().clock.pass(5 * DAY);
    await tell('new');
    const found = async () => {
      const { groups } = await lookUp(newsroom(), { typed: 'pelican', role: 'reporter', days, limit: 20 });
      return groups.flatMap(({ hits }) => hits.map(({ title }) => title.map(({ text }) => text).join('')));
    };
    expect(await fileBefore(newsroom(), 2)).toBe(2);
    expect(await found()).toEqual(['Pelican three', 'Pelican two']);
    await fileNewThings(newsroom());
    while ((await fileBefore(newsroom(), 2)) > 0);
    expect(await found()).toEqual(['Pelican new', 'Pelican three', 'Pelican two', 'Pelican one']);
  });

  test('a story that a look leaves is found by the next', async () => {
    const words = { headline: 'A late heron', dek: '', byline: '', dateline: '', bodyHtml: safeBody('') };
    await draftStory(newsroom(), {
      language: 'en',
      hops: [],
      by: nobody,
      copy: { ...words, pictureId: null },
    });
    const found = async () => {
      const { groups } = await lookUp(newsroom(), { typed: 'heron', role: 'reporter', days, limit: 20 });
      return groups.flatMap(({ hits }) => hits.length);
    };
    await fileNewThings(newsroom(), { leavesStories: true });
    expect(await found()).toEqual([]);
    await fileNewThings(newsroom());
    expect(await found()).toEqual([1]);
  });
});

onEachEngine('the box, of a word of which much is found', (newsroom) => {
  test('has that word alone, the whole list what begins so too, and of a word that fills no page both have both', async () => {
    const wire = await toldSource(newsroom(), { name: 'Coast Agency', publishUnread: false });
    for (const title of [
      'Harb one',
      'Harb two',
      'Harb three',
      'Harbinger four',
      'Quay five',
      'Quayside six',
    ]) {
      await wire.tell(rss([{ guid: title, title, text: 'Seen' }]));
      newsroom().clock.pass(MINUTE);
    }
    await fileBefore(newsroom());
    await fileNewThings(newsroom());
    const found = async (typed: string, more: { only?: { kind: LookupKind } } = {}) => {
      const asked = { typed, role: 'reporter' as const, days, limit: 2, ...more };
      const { groups } = await lookUp(newsroom(), asked);
      return groups.map(({ hits, hasMore }) => [
        ...hits.map(({ title }) => title.map(({ text }) => text).join('')),
        hasMore,
      ]);
    };
    expect(await found('harb')).toEqual([['Harb three', 'Harb two', true]]);
    expect(await found('harb', { only: { kind: 'item' } })).toEqual([['Harbinger four', 'Harb three', true]]);
    expect(await found('quay')).toEqual([['Quayside six', 'Quay five', false]]);
    expect(await found('harbi')).toEqual([['Harbinger four', false]]);
  });
});

onEachEngine('a beginning', (newsroom) => {
  test('is found of few words and of thousands, beside other words too', async () => {
    const wire = await toldSource(newsroom(), { name: 'Coast Agency', publishUnread: false });
    const letters = (at: number) => String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26));
    const many = Array.from(
      { length: 2_100 },
      (_, at) => `shoal${letters(at)}${letters(Math.floor(at / 676))}`,
    );
    expect(new Set(many).size).toBe(many.length);
    await wire.tell(rss([{ guid: 'many', title: 'Charts', text: `Soundings: ${many.join(' ')}` }]));
    await wire.tell(rss([{ guid: 'few', title: 'Pelicans', text: 'A shoreline with soundings' }]));
    await fileNewThings(newsroom());
    const found = async (typed: string) => {
      const { groups } = await lookUp(newsroom(), { typed, role: 'reporter', days, limit: 9 });
      return groups
        .flatMap(({ hits }) => hits.map(({ title }) => title.map(({ text }) => text).join('')))
        .sort();
    };
    expect(await found('shoal')).toEqual(['Charts']);
    expect(await found('soundings shor')).toEqual(['Pelicans']);
    expect(await found('shoa')).toEqual(['Charts']);
    expect(await found('soundings shoa')).toEqual(['Charts']);
    expect(await found('shoz')).toEqual([]);
  });
});

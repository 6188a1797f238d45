/** What stands where: the machine's rules, and hands upon them. */
import { describe, expect, test } from 'vitest';
import { aPicture } from '../../tests/support/a-picture.ts';
import { aStory as story } from '../../tests/support/a-story.ts';
import { THAT_DAY as NOW } from '../../tests/support/newsroom.ts';
import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { arrangePaper, arrangeSection, type FrontMaterial, type PlacedStory } from './arrange.ts';
import { type Hand, plainHand } from './hands.ts';
import { FRESH_FOR, freshUntil, isUrgent, leadOf, machineRules } from './machine.ts';
import { type FrontPlace, readPlace } from './places.ts';

const picture = aPicture({ id: 'p' });

/** As the machine alone has it. */
function arrangeFront(stories: PublishedSummary[], now: number) {
  const { lead, pair, middle } = arrange({ stories, now });
  return {
    lead: lead?.story ?? null,
    pair: pair.map((one) => one.story),
    middle: middle.map((one) => one.story),
  };
}

function arrange(
  given: Partial<FrontMaterial> & { strips?: { sectionId: string; stories: PublishedSummary[] }[] },
) {
  return arrangePaper({
    strips: [],
    ...materialOf(given),
    ...(given.strips ? { strips: given.strips } : {}),
  });
}

function materialOf(given: Partial<FrontMaterial>): FrontMaterial {
  const stories = given.stories ?? [];
  const urgent = stories.filter(isUrgent).map(({ storyId, firstPublishedAt: at }) => ({ storyId, at }));
  const handed = new Map(stories.map((one) => [one.storyId, one]));
  return { stories, handed, hands: [], pictures: new Map(), urgent, now: NOW, ...given };
}

const hand = (storyId: string, place: string | null, more: Partial<Hand> = {}): Hand => {
  const at: FrontPlace | null = place === null ? null : readPlace(place);
  return { ...plainHand(storyId, { now: NOW - MINUTE, byName: 'Maria', place: at }), ...more };
};

const names = (placed: readonly (PlacedStory | null)[]) =>
  placed.map((one) => one?.story.storyId ?? '-').join(' ');
const above = ({ lead, pair, middle }: ReturnType<typeof arrange>) => names([lead, ...pair, ...middle]);
const ten = Array.from({ length: 10 }, (_, at) => story(`s${at}`));

describe('the front page leads with', () => {
  test('the most urgent story of the last day', () => {
    const stories = [
      story('new'),
      story('urgent', { alertLevel: 'urgent' }),
      story('flash', { alertLevel: 'flash' }),
    ];
    expect(arrangeFront(stories, NOW).lead?.storyId).toBe('flash');
  });

  test('no longer with a flash of the day before', () => {
    const old = story('flash', { alertLevel: 'flash', publishedAt: NOW - DAY - 1 });
    expect(arrangeFront([story('new'), old], NOW).lead?.storyId).toBe('new');
  });

  test('else the newest with a picture, else the newest', () => {
    expect(arrangeFront([story('new'), story('seen', { picture })], NOW).lead?.storyId).toBe('seen');
    expect(arrangeFront([story('new'), story('older')], NOW).lead?.storyId).toBe('new');
    expect(arrangeFront([], NOW).lead).toBeNull();
  });
});

describe('the pair under the lead', () => {
  const pairOf = (pictured: string) => {
    const stories = [...pictured].map((has, at) => story(`s${at}`, has === 'P' ? { picture } : {}));
    const lead = story('lead', { alertLevel: 'flash', picture });
    const { pair, middle } = arrangeFront([lead, ...stories], NOW);
    expect(new Set([...pair, ...middle].map(({ storyId }) => storyId)).size).toBe(
      Math.min(8, stories.length),
    );
    return pair.map(({ storyId }) => storyId).join(' ');
  };

  test.each([
    ['PP', 's0 s1'],
    ['.P.P..', 's1 s3'],
    ['.P....', 's0 s2'],
    ['P.....', 's0 s1'],
    ['P...P.', 's0 s4'],
    ['......', 's0 s1'],
    ['P', 's0'],
    ['.P', 's0 s1'],
    ['', ''],
  ])('of %s (P has a picture) is %s: alike where that can be', (pictured, expected) => {
    expect(pairOf(pictured)).toBe(expected);
  });
});

test('no story stands twice above', () => {
  const { lead, pair, middle } = arrangeFront(
    Array.from({ length: 20 }, (_, at) => story(`s${at}`)),
    NOW,
  );
  const shown = [lead, ...pair, ...middle].map((each) => each?.storyId);
  expect(new Set(shown).size).toBe(shown.length);
});

test('a page with a level is made anew when the level is no longer fresh, and then when it no longer leads', () => {
  const flash = story('a', { alertLevel: 'flash', publishedAt: NOW });
  expect(freshUntil([flash], NOW)).toBe(NOW + FRESH_FOR);
  expect(freshUntil([flash], NOW + FRESH_FOR)).toBe(NOW + DAY);
  expect(freshUntil([story('a'), story('b', { alertLevel: 'routine' })], NOW)).toBe(Number.POSITIVE_INFINITY);
});

describe('a hand', () => {
  test('holds each place it is laid on, and the machine fills up round it', () => {
    const hands = [hand('s9', 'lead.1'), hand('s8', 'pair.2'), hand('s7', 'middle.3')];
    expect(above(arrange({ stories: ten, hands }))).toBe('s9 s0 s8 s1 s2 s7 s3 s4 s5');
  });

  test('of an older story than the machine looks at holds its place too', () => {
    const old = story('old', { firstPublishedAt: NOW - 30 * DAY });
    const handed = new Map([...ten, old].map((one) => [one.storyId, one]));
    expect(above(arrange({ stories: ten, handed, hands: [hand('old', 'lead.1')] }))).toMatch(/^old s0 s1/);
  });

  test('ends at its instant and not before, and the front says when that is', () => {
    const hands = [
      hand('s9', 'lead.1', { until: NOW + MINUTE }),
      hand('s8', 'pair.1', { until: NOW + HOUR }),
    ];
    const now = arrange({ stories: ten, hands });
    expect([above(now), now.until]).toEqual(['s9 s8 s0 s1 s2 s3 s4 s5 s6', NOW + MINUTE]);
    const then = arrange({ stories: ten, hands, now: NOW + MINUTE });
    expect([above(then), then.until]).toEqual(['s0 s8 s1 s2 s3 s4 s5 s6 s7', NOW + HOUR]);
    expect(arrange({ stories: ten, hands, now: NOW + HOUR }).until).toBe(Number.POSITIVE_INFINITY);
  });

  test('until something urgent gives the place up when that comes, and keeps headline and kicker', () => {
    const calm = hand('s5', 'lead.1', { untilUrgent: true, kicker: 'Analysis' });
    const firm = hand('s6', 'pair.1');
    const urgent = story('urgent', { alertLevel: 'urgent', firstPublishedAt: NOW, publishedAt: NOW });
    const before = arrange({ stories: ten, hands: [calm, firm] });
    expect(above(before)).toMatch(/^s5 s6 /);
    const after = arrange({ stories: [urgent, ...ten], hands: [calm, firm] });
    expect(above(after)).toBe('urgent s6 s0 s1 s2 s3 s4 s5 s7');
    expect(after.middle.find((one) => one.story.storyId === 's5')).toMatchObject({
      isHeld: false,
      hand: { kicker: 'Analysis' },
    });
  });

  test.each([
    ['what was urgent before it was laid on', { firstPublishedAt: NOW - HOUR, publishedAt: NOW }],
    ['what is routine', { alertLevel: 'routine', firstPublishedAt: NOW }],
  ])('until something urgent is not moved by %s', (_what, more) => {
    const other = story('other', { alertLevel: 'urgent', ...more });
    const hands = [hand('s5', 'lead.1', { untilUrgent: true })];
    expect(above(arrange({ stories: [other, ...ten], hands }))).toMatch(/^s5 /);
  });

  test('until something urgent is not moved by its own story, or by a piece of its package', () => {
    const own = story('own', { alertLevel: 'flash', firstPublishedAt: NOW });
    for (const one of [
      hand('own', 'pair.1', { untilUrgent: true }),
      hand('s0', 'pair.1', { untilUrgent: true, packageName: 'Storm', related: ['own'] }),
    ])
      expect(arrange({ stories: [own, ...ten], hands: [one] }).pair[0]?.story.storyId).toBe(one.storyId);
  });

  test('on a place that another holds already: the later has it, the other the next that is free', () => {
    const hands = [
      hand('s7', 'lead.1', { since: NOW - 3 }),
      hand('s8', 'lead.1', { since: NOW - 1 }),
      hand('s9', 'pair.1', { since: NOW - 2 }),
    ];
    expect(above(arrange({ stories: ten, hands }))).toBe('s8 s9 s7 s0 s1 s2 s3 s4 s5');
  });

  test('on the last place, where two want it: the other goes back to the last that is free', () => {
    const hands = [hand('s8', 'middle.6', { since: NOW - 1 }), hand('s9', 'middle.6', { since: NOW - 2 })];
    expect(above(arrange({ stories: ten, hands }))).toBe('s0 s1 s2 s3 s4 s5 s6 s9 s8');
  });

  test('twice on one story: the later counts, and the story stands once', () => {
    const hands = [hand('s9', 'lead.1', { since: NOW - 2 }), hand('s9', 'middle.1', { since: NOW - 1 })];
    expect(above(arrange({ stories: ten, hands }))).toBe('s0 s1 s2 s9 s3 s4 s5 s6 s7');
  });

  test('on a story that readers have no longer leaves its place to the machine', () => {
    const hands = [hand('killed', 'lead.1'), hand('s9', 'pair.1')];
    expect(above(arrange({ stories: ten, hands }))).toBe('s0 s9 s1 s2 s3 s4 s5 s6 s7');
  });

  test('lower down moves up where too little is published: there are no holes', () => {
    const few = [story('a'), story('b')];
    const front = arrange({ stories: few, hands: [hand('b', 'middle.4')] });
    expect([above(front), front.middle]).toEqual(['a b', []]);
    expect(above(arrange({ stories: [story('b')], hands: [hand('b', 'pair.2')] }))).toBe('b');
    expect(above(arrange({ stories: [], hands: [hand('b', 'lead.1')] }))).toBe('-');
  });

  test('without a place dresses its story where the machine puts it', () => {
    const { lead } = arrange({ stories: ten, hands: [hand('s0', null, { headline: 'Shorter' })] });
    expect(lead).toMatchObject({ isHeld: false, hand: { headline: 'Shorter' } });
  });

  test('on a place that there is not any more, as the strip of a section that went, dresses its story alone', () => {
    const strips = [{ sectionId: 'sea', stories: ten.slice(5) }];
    const front = arrange({
      stories: ten.slice(0, 3),
      handed: new Map(ten.map((one) => [one.storyId, one])),
      strips,
      hands: [hand('s9', 'strip:gone.1')],
    });
    expect(names(front.strips[0]?.stories ?? [])).toBe('s5 s6 s7 s8');
  });

  test('beside a story with a picture the machine fills the pair with one alike', () => {
    const stories = [story('x0'), story('x1'), story('x2', { picture }), ...ten];
    expect(
      names(
        arrange({
          stories: [story('lead', { alertLevel: 'flash' }), ...stories, story('p', { picture })],
          hands: [hand('p', 'pair.1')],
        }).pair,
      ),
    ).toBe('p x2');
    const bare = [hand('p', 'pair.1', { picture: 'without' as const })];
    expect(
      names(
        arrange({
          stories: [story('lead', { alertLevel: 'flash' }), ...stories, story('p', { picture })],
          hands: bare,
        }).pair,
      ),
    ).toBe('p x0');
  });
});

describe('what stands under a story', () => {
  test('does not stand elsewhere above or in a strip', () => {
    const hands = [hand('s9', 'lead.1', { related: ['s0', 's5'] })];
    const strips = [{ sectionId: 'sea', stories: ten }];
    const front = arrange({ stories: ten, hands, strips });
    expect(front.lead?.related.map(({ storyId }) => storyId)).toEqual(['s0', 's5']);
    expect(above(front)).toBe('s9 s1 s2 s3 s4 s6 s7 s8');
    expect(names(front.strips[0]?.stories ?? [])).toBe('');
  });

  test('leaves out what is withdrawn, and what a hand holds by itself', () => {
    const hands = [hand('s9', 'lead.1', { related: ['gone', 's1', 's2'] }), hand('s1', 'pair.1')];
    expect(arrange({ stories: ten, hands }).lead?.related.map(({ storyId }) => storyId)).toEqual(['s2']);
  });

  test('of a package steps up when its first piece leaves; of other stories it leaves with it', () => {
    const storm = hand('gone', 'lead.1', { packageName: 'The storm', related: ['s8', 's9'] });
    const { lead } = arrange({ stories: ten, hands: [storm] });
    expect([lead?.story.storyId, lead?.related.map(({ storyId }) => storyId)]).toEqual(['s8', ['s9']]);
    expect(above(arrange({ stories: ten, hands: [{ ...storm, packageName: '' }] }))).toMatch(/^s0 s1 /);
  });

  test('that has a hand without a place stands there all the same', () => {
    const hands = [hand('s9', 'lead.1', { related: ['s0'] }), hand('s0', null, { kicker: 'Analysis' })];
    const front = arrange({ stories: ten, hands });
    expect(front.lead?.related.map(({ storyId }) => storyId)).toEqual(['s0']);
    expect(above(front)).not.toContain('s0');
  });

  test('a story that two hands name as related stands under one of them', () => {
    const hands = [
      hand('s8', 'lead.1', { related: ['s0'], since: NOW - 1 }),
      hand('s9', 'pair.1', { related: ['s0'], since: NOW - 2 }),
    ];
    const { lead, pair } = arrange({ stories: ten, hands });
    expect([lead?.related.length, pair[0]?.related.length]).toEqual([1, 0]);
  });
});

describe('a strip', () => {
  const strips = [
    { sectionId: 'sea', stories: ten.slice(3) },
    { sectionId: 'city', stories: [] },
  ];

  test('has what a hand put there, and else its newest that do not stand above', () => {
    const [first, ...rest] = ten;
    const front = arrange({
      stories: [first!],
      handed: new Map(rest.map((one) => [one.storyId, one])),
      strips,
      hands: [hand('s9', 'strip:sea.2')],
    });
    expect(names(front.strips[0]?.stories ?? [])).toBe('s3 s9 s4 s5');
  });

  test('a story held in one is nowhere else', () => {
    const front = arrange({ stories: ten, strips, hands: [hand('s0', 'strip:city.1')] });
    expect(above(front)).not.toContain('s0');
    expect(names(front.strips[1]?.stories ?? [])).toBe('s0');
  });
});

describe('a section’s page', () => {
  test('has what hands hold at its place, and all else newest first, nothing left out', () => {
    const stories = Array.from({ length: 14 }, (_, at) => story(`s${at}`));
    const placed = arrangeSection(
      materialOf({ stories, hands: [hand('s12', 'list.1'), hand('s3', 'list.5')] }),
    );
    expect(names(placed.stories)).toBe('s12 s0 s1 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 s13');
  });

  test('of two stories moves up what is held below', () => {
    const stories = [story('a'), story('b')];
    expect(names(arrangeSection(materialOf({ stories, hands: [hand('a', 'list.7')] })).stories)).toBe('b a');
  });
});

test('whatever hands lie on a front, no story stands twice, none is lost, and no place has two', () => {
  let seed = 7;
  const random = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const words = [
    'lead.1',
    'pair.1',
    'pair.2',
    'middle.1',
    'middle.3',
    'middle.6',
    'strip:sea.1',
    'strip:sea.4',
    null,
  ];
  for (let round = 0; round < 500; round += 1) {
    const stories = ten.slice(0, random(11));
    const hands = Array.from({ length: random(8) }, (_, at) =>
      hand(`s${random(10)}`, words[random(words.length)] ?? null, {
        since: NOW - at,
        until: NOW + random(3) * HOUR,
        untilUrgent: random(2) === 1,
        related: Array.from({ length: random(3) }, () => `s${random(10)}`),
        packageName: random(2) === 1 ? 'Package' : '',
      }),
    );
    const front = arrange({ stories, hands, strips: [{ sectionId: 'sea', stories: ten.slice(4) }] });
    const top = [front.lead, ...front.pair, ...front.middle].flatMap((one) => one ?? []);
    const all = [...top, ...front.strips.flatMap((strip) => strip.stories)];
    const mains = all.map((one) => one.story.storyId);
    expect(new Set(mains).size).toBe(mains.length);
    const under = all.flatMap((one) => one.related.map(({ storyId }) => storyId));
    expect(under.filter((id) => top.some((one) => one.story.storyId === id))).toEqual([]);
    const isMissing = ({ storyId }: PublishedSummary) => ![...mains, ...under].includes(storyId);
    if (top.length < 9) expect(stories.filter(isMissing)).toEqual([]);
    expect(top.length).toBeLessThanOrEqual(9);
    expect(front.lead === null && top.length > 0).toBe(false);
  }
});

test('the rules that the desk’s page states carry the numbers that the machine goes by', () => {
  const [lead = ''] = machineRules('paper');
  expect(lead).toContain('24 hours: flash before bulletin before urgent');
  const yesterday = story('flash', { alertLevel: 'flash', publishedAt: NOW - 24 * HOUR });
  expect(leadOf([story('new'), yesterday], NOW)?.storyId).toBe('new');
  expect(leadOf([story('new'), { ...yesterday, publishedAt: NOW - 24 * HOUR + 1 }], NOW)?.storyId).toBe(
    'flash',
  );
});

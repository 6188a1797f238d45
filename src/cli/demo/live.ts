/** The live story of the demo: the night of the storm, entry by entry, as the desk of The Harbour Post wrote it. */
import { addEntry } from '../../entries/add-entry.ts';
import { correctEntry, pinEntry } from '../../entries/change-entry.ts';
import { MINUTE } from '../../kit/clock.ts';
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { draftStory } from '../../stories/draft.ts';
import { publishStory } from '../../stories/publish.ts';
import { people, type StaffKey } from './cast.ts';
import type { DemoPaper, Happening } from './happenings.ts';

interface CastEntry {
  /** Minutes after the story began. */
  after: number;
  by: StaffKey;
  headline?: string;
  words: string;
  isKey?: boolean;
  isPinned?: boolean;
  said?: { speaker: string; role: string; words: string };
  corrected?: { words: string; notice: string; after: number };
}

const BEGAN = 205; // minutes before now

const entries: CastEntry[] = [
  {
    after: 2,
    by: 'maria',
    words: 'The wind is at nine in the harbour mouth, and rising. The pilots have been called in.',
  },
  {
    after: 14,
    by: 'maria',
    headline: 'The outer gate is closed',
    words: 'Nothing goes out and nothing comes in until the morning, the port authority says.',
    isKey: true,
    said: {
      speaker: 'Eleni Vasilaki',
      role: 'Harbour master',
      words: 'Nothing goes out and nothing comes in until the morning',
    },
  },
  {
    after: 31,
    by: 'petros',
    words: 'Two fishing boats lie behind the mole. Their crews, nine people, are ashore and dry.',
    corrected: {
      words: 'Two fishing boats lie behind the mole. Their crews, eleven people, are ashore and dry.',
      notice: 'We wrote that nine people were ashore. They are eleven.',
      after: 12,
    },
  },
  {
    after: 48,
    by: 'maria',
    words:
      'Water stands on the quay road as far as the fish market. The last bus turned round at the customs house.',
  },
  {
    after: 66,
    by: 'petros',
    headline: 'What is shut, and who to call',
    words:
      'The quay road, the market bridge and the ferry hall are shut.\n\n- Water in the house: 112\n- Boats adrift: the harbour office, day and night\n- A bed for the night: the school in Mill Street',
    isPinned: true,
  },
  {
    after: 90,
    by: 'maria',
    headline: 'The lights are out on the north side',
    words: 'From the lighthouse to Mill Street there is no power. The hospital runs on its own.',
    isKey: true,
  },
  {
    after: 121,
    by: 'petros',
    words: 'The school has taken in forty people. There is soup, and blankets are enough.',
  },
  {
    after: 143,
    by: 'maria',
    words:
      'A crane of the north quay has turned with the wind and stands across the track. Nobody was under it.',
  },
  {
    after: 176,
    by: 'maria',
    headline: 'The wind is falling',
    words: 'For the first time since dusk it is below eight. The power is back as far as the customs house.',
    isKey: true,
  },
];

/** Each at its time, as a person at the desk would have done it. */
export function liveHappenings(made: DemoPaper): Happening[] {
  const began = made.now - BEGAN * MINUTE;
  const ids = new Map<number, string>();
  const story = { storyId: '', editionId: '' };
  const { newsroom, staff } = made;
  const begin = async () => {
    const by = staff.maria;
    const drafted = await draftStory(newsroom, {
      copy: {
        headline: 'The night of the storm, hour by hour',
        dek: 'The gate is closed, the quay road is under water, and half the town is without light. What we know, as we learn it.',
        byline: people.maria.name,
        dateline: '',
        bodyHtml: copyTextToHtml(
          'The storm that the weather office had announced for Friday came a day early. Nobody is missing.',
        ),
        pictureId: made.pictures.storm ?? null,
      },
      language: 'en',
      slug: 'night-of-the-storm',
      kind: 'live',
      sectionId: made.sections.City,
      topicNames: ['Storm'],
      hops: [],
      by,
    });
    Object.assign(story, drafted);
    made.stories['night-of-the-storm'] = drafted;
    await publishStory(newsroom, { storyId: drafted.storyId, by });
  };
  return [
    { at: began, happens: begin },
    ...entries.flatMap((entry, at) => entryHappenings(made, { entry, at, began, story, ids })),
  ];
}

interface Written {
  entry: CastEntry;
  at: number;
  began: number;
  story: { storyId: string; editionId: string };
  ids: Map<number, string>;
}

function entryHappenings(
  { newsroom, staff }: DemoPaper,
  { entry, at, began, story, ids }: Written,
): Happening[] {
  const by = staff[entry.by];
  const copyOf = (words: string) => ({
    headline: entry.headline ?? '',
    byline: people[entry.by].name,
    bodyHtml: copyTextToHtml(words),
    pictureId: null,
  });
  const saying = entry.said && {
    speakerName: entry.said.speaker,
    speakerRole: entry.said.role,
    form: 'indirect' as const,
    words: entry.said.words,
    occasion: 'to this paper, by telephone',
    hops: [],
    standing: 'confirmed' as const,
    standingNote: '',
  };
  const write = async () => {
    const { storyId, editionId } = story;
    const sent = await addEntry(newsroom, {
      storyId,
      editionId,
      clientId: `demo-entry-${at}`,
      copy: copyOf(entry.words),
      saying: saying ?? null,
      isKey: entry.isKey ?? false,
      by,
    });
    ids.set(at, sent.entryId);
    if (entry.isPinned) await pinEntry(newsroom, { entryId: sent.entryId, isPinned: true, by });
  };
  const written = { at: began + entry.after * MINUTE, happens: write };
  const { corrected } = entry;
  if (!corrected) return [written];
  const correct = () =>
    correctEntry(newsroom, {
      entryId: ids.get(at) ?? '',
      copy: copyOf(corrected.words),
      notice: corrected.notice,
      by,
    });
  return [written, { at: began + (entry.after + corrected.after) * MINUTE, happens: correct }];
}

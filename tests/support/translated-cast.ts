/** A story of *The Harbour Post* in two languages: written in Greek, translated at the desk, read and published. */
import { safeBody } from '../../src/kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../../src/newsroom.ts';
import { addStaff, type Staff } from '../../src/staff/staff.ts';
import { correctStory } from '../../src/stories/correct.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { writeSentence } from '../../src/translation/edit-pairs.ts';
import { type DeskPair, findTranslation, markRead } from '../../src/translation/read-translation.ts';
import { startTranslation } from '../../src/translation/start-translation.ts';

const greek = {
  ...{ headline: 'Το πλοίο έφυγε', dek: '', byline: 'Μαρία Λεοντή', dateline: '', pictureId: null },
  bodyHtml: safeBody('<p>Έφυγαν 1.200 επιβάτες. Κανείς δεν χτύπησε.</p><p>Η έρευνα συνεχίζεται.</p>'),
};

export const english = [
  'The ferry has left',
  '1,200 passengers left.',
  'Nobody was hit.',
  'The inquiry goes on.',
] as const;

export interface Translated {
  storyId: string;
  greekId: string;
  editionId: string;
  reader: Staff;
  /** The pair of the sentence that reads so now. */
  pair(translated: string): Promise<DeskPair>;
  /** Writes it anew, has it read, and publishes it as a correction. */
  correct(translated: string, into: string): Promise<{ correctionId: string; takeId: string }>;
  /** Writes it anew at the desk, where it stays. */
  write(translated: string, into: string): Promise<void>;
}

/** `to` and its sentences stand for any language; an engine did the first of them, the desk the rest. */
export async function translatedStory(
  newsroom: Newsroom,
  { to = 'en', sentences = english }: { to?: string; sentences?: readonly string[] } = {},
): Promise<Translated> {
  const { storyId, editionId: greekId } = await draftStory(newsroom, {
    copy: greek,
    language: 'el',
    hops: [],
    by,
  });
  const { editionId } = await startTranslation(newsroom, { storyId, fromEditionId: greekId, to, by });
  await newsroom.store
    .updateTable('translations')
    .set({ state: 'ready' })
    .where('edition_id', '=', editionId)
    .execute();
  const reader = await addStaff(newsroom, {
    ...{ name: 'Eleni Marku', email: `${editionId}@post.example`, password: 'the harbour at night' },
    ...{ role: 'editor', by },
  });
  const now = async () => {
    const translation = await findTranslation(newsroom, editionId, { checked: false });
    if (!translation) throw new Error('the translation was not begun');
    return translation;
  };
  const pair = async (translated: string) => {
    const found = (await now()).pairs.find(({ targetText }) => targetText === translated);
    if (!found) throw new Error(`no sentence reads “${translated}”`);
    return found;
  };
  const put = async (pairId: string, html: string) =>
    writeSentence(newsroom, { editionId, pairId, basedOn: (await now()).takeId, html, by });
  const read = async () =>
    markRead(newsroom, { editionId, basedOn: (await now()).takeId, override: 'a test', by: reader });
  for (const [index, { id }] of (await now()).pairs.entries()) await put(id, sentences[index] ?? '');
  await newsroom.store
    .updateTable('sentence_pairs')
    .set({ engine_name: 'House', version: '1.6', state: 'machine' })
    .where('edition_id', '=', editionId)
    .where('position', '=', 1)
    .execute();
  await read();
  await publishStory(newsroom, { storyId, by, override: 'a test' });
  return {
    ...{ storyId, greekId, editionId, reader, pair },
    write: async (translated, into) => void (await put((await pair(translated)).id, into)),
    correct: async (translated, into) => {
      await put((await pair(translated)).id, into);
      await read();
      const { takeId } = await now();
      return { takeId, ...(await correctStory(newsroom, { storyId, notice: 'A word was wrong.', by })) };
    },
  };
}

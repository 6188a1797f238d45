/** What one reading of a story asks the store, each question by the story alone, so that all can be asked together. */
import type { Newsroom } from '../newsroom.ts';
import { type RightsRow, rightsColumns } from '../rights/rights-row.ts';
import { keptQuery } from '../store/kept-query.ts';
import type { TakeRow } from './queries.ts';

/** The takes that are being worked on, one an edition. */
export const workingTakesOf = (newsroom: Newsroom, storyId: string): Promise<TakeRow[]> =>
  workingTakes(newsroom, [storyId]);

const workingTakes = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('takes')
    .innerJoin('editions', 'editions.working_take_id', 'takes.id')
    .selectAll('takes')
    .where('editions.story_id', '=', storyId),
);

export const translationsOf = (newsroom: Newsroom, storyId: string) => translationRows(newsroom, [storyId]);

const translationRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('translations')
    .innerJoin('editions', 'editions.id', 'translations.edition_id')
    .select(['translations.edition_id', 'translations.original_language'])
    .select(['translations.state', 'translations.read_take_id'])
    .where('editions.story_id', '=', storyId),
);

/** How many sentences of each edition are stale; those that have none are left out. */
export const staleSentencesOf = (newsroom: Newsroom, storyId: string) => staleSentences(newsroom, [storyId]);

const staleSentences = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('sentence_pairs')
    .innerJoin('editions', 'editions.id', 'sentence_pairs.edition_id')
    .select(['sentence_pairs.edition_id', (pair) => pair.fn.countAll<number>().as('count')])
    .where('editions.story_id', '=', storyId)
    .where('sentence_pairs.stale_at', 'is not', null)
    .groupBy('sentence_pairs.edition_id'),
);

export async function topicIdsOf(newsroom: Newsroom, storyId: string): Promise<string[]> {
  return (await topicRows(newsroom, [storyId])).map(({ topic_id }) => topic_id);
}

const topicRows = keptQuery(({ store }, [storyId = '']) =>
  store.selectFrom('story_topics').select('topic_id').where('story_id', '=', storyId),
);

/** Who the story came from, and what its item is. */
export async function originOf(newsroom: Newsroom, storyId: string) {
  return (await originRows(newsroom, [storyId]))[0];
}

const originRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('stories')
    .leftJoin('sources', 'sources.id', 'stories.source_id')
    .leftJoin('items', 'items.id', 'stories.item_id')
    .select(['sources.id', 'sources.slug', 'sources.name', 'sources.credit'])
    .select(['items.language', 'items.headline'])
    .where('stories.id', '=', storyId),
);

/** What rights are made of, of the source and the item that the story was made of; nothing for a story of our own. */
export async function rightsRowOf(newsroom: Newsroom, storyId: string): Promise<RightsRow | undefined> {
  return (await rightsRows(newsroom, [storyId]))[0];
}

const rightsRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('stories')
    .innerJoin('sources', 'sources.id', 'stories.source_id')
    .leftJoin('items', 'items.id', 'stories.item_id')
    .select(rightsColumns)
    .where('stories.id', '=', storyId),
);

/** Bodies of the last takes of an edition, newest first, the working one too. */
export async function lastBodiesOf({ store }: Newsroom, editionId: string, limit: number): Promise<string[]> {
  const rows = await store
    .selectFrom('takes')
    .select('body_html')
    .where('edition_id', '=', editionId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body_html }) => body_html);
}

/** The pictures at the head of the editions as they are worked on, with what is said of each in the edition's language. */
export const headPicturesOf = (newsroom: Newsroom, storyId: string) => headPictures(newsroom, [storyId]);

const headPictures = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .innerJoin('media', 'media.id', 'takes.picture_id')
    .leftJoin('picture_words', (join) =>
      join
        .onRef('picture_words.picture_id', '=', 'media.id')
        .onRef('picture_words.language', '=', 'editions.language'),
    )
    .select(['editions.id as edition_id', 'media.id', 'media.alt', 'media.is_decorative', 'media.credit'])
    .select(['media.terms_json', 'media.expires_at', 'picture_words.alt as own_alt'])
    .where('editions.story_id', '=', storyId)
    .where('media.gone_at', 'is', null),
);

/** The media in the bodies of the editions as they are worked on, with what binds whoever shows them. */
export const bodyMediaOf = (newsroom: Newsroom, storyId: string) => bodyMedia(newsroom, [storyId]);

const bodyMedia = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .innerJoin('take_media', 'take_media.take_id', 'takes.id')
    .innerJoin('media', 'media.id', 'take_media.media_id')
    .select(['editions.id as edition_id', 'media.id', 'media.is_decorative'])
    .select(['media.id', 'media.terms_json', 'media.expires_at'])
    .where('editions.story_id', '=', storyId)
    .where('media.gone_at', 'is', null)
    .where((row) =>
      row.or([row('takes.picture_id', 'is', null), row('takes.picture_id', '!=', row.ref('media.id'))]),
    ),
);

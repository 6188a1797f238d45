/** What is shown of what was found. Of a thing that is gone there is no row. */

import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';

export function listFoundItems(newsroom: Newsroom, ids: string[]) {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('sources', 'sources.id', 'items.source_id')
    .leftJoin('item_versions', (join) =>
      join
        .onRef('item_versions.item_id', '=', 'items.id')
        .onRef('item_versions.number', '=', 'items.version'),
    )
    .where('items.id', 'in', ids)
    .select(['items.id', 'items.headline', 'items.summary', 'items.language', 'items.received_at as at'])
    .select(['items.status', 'items.story_id', 'sources.name as source_name', 'item_versions.text'])
    .execute();
}

export interface FoundEdition {
  id: string;
  story_id: string;
  slug: string;
  status: string;
  language: string;
  headline: string;
  dek: string;
  body_html: BodyHtml;
  byline: string;
  by_name: string | null;
  section_name: string | null;
  at: number;
}

export function listFoundEditions(newsroom: Newsroom, ids: string[]): Promise<FoundEdition[]> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .leftJoin('staff', 'staff.id', 'stories.by_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .where('editions.id', 'in', ids)
    .select(['editions.id', 'editions.story_id', 'stories.slug', 'stories.status', 'editions.language'])
    .select(['takes.headline', 'takes.dek', 'takes.body_html', 'takes.byline', 'staff.name as by_name'])
    .select(['sections.name as section_name', 'stories.updated_at as at'])
    .execute();
}

export function listFoundMedia(newsroom: Newsroom, ids: string[]) {
  return newsroom.store
    .selectFrom('media')
    .where('id', 'in', ids)
    .where('gone_at', 'is', null)
    .select(['id', 'kind', 'name', 'headline', 'caption', 'alt', 'credit', 'created_at as at'])
    .execute();
}

export function listFoundSpeakers(newsroom: Newsroom, ids: string[]) {
  return newsroom.store
    .selectFrom('speakers')
    .where('id', 'in', ids)
    .select(['id', 'name', 'variants_json', 'roles_json'])
    .execute();
}

export function listFoundSources(newsroom: Newsroom, ids: string[]) {
  return newsroom.store
    .selectFrom('sources')
    .where('id', 'in', ids)
    .select(['id', 'name', 'slug', 'feed_host', 'site_url', 'language'])
    .execute();
}

export function listFoundPeople(newsroom: Newsroom, ids: string[]) {
  return newsroom.store
    .selectFrom('staff')
    .where('id', 'in', ids)
    .select(['id', 'name', 'slug', 'role', 'bio', 'left_at'])
    .execute();
}

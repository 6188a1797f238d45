/** Names by which fields are asked. */
import type { Newsroom } from '../newsroom.ts';

export interface NamedRow {
  id: string;
  slug: string;
  name: string;
}

export function listSourceNames(newsroom: Newsroom): Promise<NamedRow[]> {
  return newsroom.store.selectFrom('sources').select(['id', 'slug', 'name']).execute();
}

export function listSectionNames(newsroom: Newsroom): Promise<NamedRow[]> {
  return newsroom.store.selectFrom('sections').select(['id', 'slug', 'name']).execute();
}

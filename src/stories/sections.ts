/** Sections, where stories are read, and topics, which readers follow. */

import { because, refuse } from '../kit/refusal.ts';
import { formerSlugsOf, slugOf } from '../kit/slug.ts';
import type { Newsroom } from '../newsroom.ts';
import { findAtSlug, listSectionRows, listTopicRows } from '../stories/section-queries.ts';
import { findMasthead } from './masthead.ts';
import { allWithNames, type NamedSubject, withNames } from './names-elsewhere.ts';
import {
  findLastPosition,
  listReadTopicRows,
  putSection,
  putTopic,
  updateSection,
} from './section-queries.ts';
import { reservedSlugs } from './story.ts';

export interface Section extends NamedSubject {
  slug: string;
}

export type Topic = Section;

export async function listSections(newsroom: Newsroom): Promise<Section[]> {
  return allWithNames<Section>(newsroom, 'section', listSectionRows(newsroom));
}

export async function findSection(newsroom: Newsroom, slug: string): Promise<Section | null> {
  const found = await findAtSlug(newsroom, 'sections', slug);
  return (await withNames<Section>(newsroom, 'section', found))[0] ?? null;
}

/** Adds one at the end. Refuses a name that gives no address, or one that is taken or reserved. */
export async function addSection(newsroom: Newsroom, { name }: { name: string }): Promise<Section> {
  const slug = slugOf(name, await languageOfPaper(newsroom));
  const former = await formerlyNamed(name, (each) => findSection(newsroom, each));
  const isTaken = (await findSection(newsroom, slug)) !== null || former !== undefined;
  if (slug === '' || reservedSlugs.has(slug) || isTaken) {
    refuse('form-incomplete', { fields: { name: because('sectionAddressTaken', { name }) } });
  }
  const section = { id: newsroom.ids.next(), slug, name };
  const { last } = await findLastPosition(newsroom);
  const position = Number(last ?? 0) + 1;
  await newsroom.transact(async (inner) => {
    await putSection(inner, { ...section, position });
    inner.bell.ring('pages', { touched: ['everything'] });
  });
  return section;
}

/** Gives sections their names and order; addresses stay, so that no link breaks. */
export async function arrangeSections(
  newsroom: Newsroom,
  sections: { id: string; name: string }[],
): Promise<void> {
  await newsroom.transact(async (inner) => {
    for (const [position, { id, name }] of sections.entries()) {
      await updateSection(inner, id, { name, position });
    }
    inner.bell.ring('pages', { touched: ['everything'] });
  });
}

export async function listTopics(newsroom: Newsroom): Promise<Topic[]> {
  return allWithNames<Topic>(newsroom, 'topic', listTopicRows(newsroom));
}

/** Topics as readers know them: a name that stands only in drafts, or under an embargo, is nobody's yet. */
export async function listReadTopics(newsroom: Newsroom): Promise<Topic[]> {
  return allWithNames<Topic>(newsroom, 'topic', listReadTopicRows(newsroom));
}

/** The same of one, by its address. */
export async function findReadTopic(newsroom: Newsroom, slug: string): Promise<Topic | null> {
  const topic = await findTopic(newsroom, slug);
  return topic && (await listReadTopicRows(newsroom, [topic.id])).length > 0 ? topic : null;
}

export async function findTopic(newsroom: Newsroom, slug: string): Promise<Topic | null> {
  const found = await findAtSlug(newsroom, 'topics', slug);
  return (await withNames<Topic>(newsroom, 'topic', found))[0] ?? null;
}

/**
 * The topics of these names, made where they are new. A topic is told from others by its name, not by its address: C, C++
 * and C# are three, the later ones with a number in their address. What is no word and no sign is left out.
 */
export async function ensureTopics(inner: Newsroom, names: string[]): Promise<Topic[]> {
  const topics: Topic[] = [];
  for (const name of names.map((each) => each.normalize('NFC').replace(/\s+/g, ' ').trim())) {
    if (!/[\p{L}\p{N}\p{S}]/u.test(name)) continue;
    const topic = await ensureTopic(inner, name);
    if (!topics.some(({ id }) => id === topic.id)) topics.push(topic);
  }
  return topics;
}

async function ensureTopic(inner: Newsroom, name: string): Promise<Topic> {
  const former = await formerlyNamed(name, (each) => findTopic(inner, each));
  if (former) return former;
  const base = slugOf(name, await languageOfPaper(inner)) || 'topic'; // of signs alone
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    await putTopic(inner, { id: inner.ids.next(), slug, name });
    const topic = await findTopic(inner, slug);
    if (topic && sameName(topic.name, name)) return topic;
  }
}

/** What has an address that was once made of its name. */
async function formerlyNamed(
  name: string,
  find: (slug: string) => Promise<Section | null>,
): Promise<Section | undefined> {
  for (const slug of formerSlugsOf(name)) {
    const former = await find(slug);
    if (former && sameName(former.name, name)) return former;
  }
  return undefined;
}

async function languageOfPaper(newsroom: Newsroom): Promise<string | null> {
  return (await findMasthead(newsroom))?.language ?? null;
}

/** Whether two names of topics are one: in whatever case, width, quotation marks and dashes they were typed. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‘’ʼ`]/g, "'")
      .replace(/[‐‑–—-]/g, ' ')
      .replace(/\s+/g, ' ');
  return plain(one) === plain(other);
}

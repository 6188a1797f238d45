/** Sections and topics of the other house as ours, made when the first post needs them, with the addresses they had there. */
import type { Newsroom } from '../../newsroom.ts';
import { takeInNames } from '../../stories/names-elsewhere.ts';
import { ensureTopics } from '../../stories/sections.ts';
import { NO_SECTION } from '../../stories/story.ts';
import { findSectionPlace, takeInSection } from '../../stories/take-in.ts';
import { keepOldAddresses, type OldAddressRow } from '../moved-queries.ts';
import type { TermRecord } from '../records.ts';
import { type MoveWorld, tally } from './world.ts';

export class Places {
  readonly #world: MoveWorld;
  readonly #sections = new Map<string, { id: string | null; slug: string }>();
  readonly #topics = new Map<string, string>();
  readonly #said = new Set<string>();

  constructor(world: MoveWorld) {
    this.#world = world;
  }

  /** Finds where every section will stand, before anything is written: links among posts need it. */
  async plan(): Promise<void> {
    for (const [category, { slug, name }] of this.#world.survey.filing.sections()) {
      if (slug === NO_SECTION) continue;
      this.#sections.set(category, await findSectionPlace(this.#world.newsroom, { slug, name }));
    }
  }

  /** Last parts of the addresses at which sections will stand, by their categories there. */
  slugs(): Map<string, string> {
    return new Map([...this.#sections].map(([category, { slug }]) => [category, slug]));
  }

  /** The section's id; null for none. Made in that transaction where it is new. */
  async sectionId(inner: Newsroom, category: string | null): Promise<string | null> {
    const place = category === null ? undefined : this.#sections.get(category);
    const planned = category === null ? undefined : this.#world.survey.filing.sections().get(category);
    if (category !== null && planned?.slug === NO_SECTION) await this.#keepNews(inner, category);
    if (category === null || !place || !planned) return null;
    if (place.id === null) {
      const made = await takeInSection(inner, { slug: place.slug, name: planned.name });
      this.#sections.set(category, made);
      tally(this.#world, 'sections made');
      await this.#keepTerm(inner, 'category', category, { kind: 'section', our_id: made.id });
      return made.id;
    }
    if (!this.#said.has(category))
      await this.#keepTerm(inner, 'category', category, { kind: 'section', our_id: place.id });
    this.#said.add(category);
    return place.id;
  }

  /** What the paper calls "News" is where stories without a section are read. */
  async #keepNews(inner: Newsroom, category: string): Promise<void> {
    if (this.#said.has(category)) return;
    this.#said.add(category);
    await this.#keepTerm(inner, 'category', category, { kind: 'section', our_id: NO_SECTION });
  }

  /** Ids of topics by their names, made where they are new. */
  async topicIds(inner: Newsroom, names: readonly string[]): Promise<string[]> {
    const missing = names.filter((name) => !this.#topics.has(name));
    for (const name of missing) {
      const [topic] = await ensureTopics(inner, [name]);
      if (topic) this.#topics.set(name, topic.id);
    }
    return [...new Set(names.flatMap((name) => this.#topics.get(name) ?? []))];
  }

  /** Addresses of terms that became topics, by what posts call them. */
  async keepTopics(
    inner: Newsroom,
    terms: { taxonomy: 'category' | 'tag'; slug: string; id: string }[],
  ): Promise<void> {
    const sections = this.#world.survey.filing.sections();
    for (const { taxonomy, slug, id } of terms) {
      // A category may be the section of one post and a topic of another: its address is the section's.
      if (taxonomy === 'category' && sections.has(slug)) continue;
      if (this.#said.has(`${taxonomy} ${slug}`)) continue;
      this.#said.add(`${taxonomy} ${slug}`);
      await this.#keepTerm(inner, taxonomy, slug, { kind: 'topic', our_id: id });
    }
  }

  topicIdOf(name: string): string | null {
    return this.#topics.get(name) ?? null;
  }

  /** What was made in a transaction that was not kept is made anew. */
  forget(): void {
    this.#topics.clear();
    this.#said.clear();
    this.#sections.clear();
  }

  async #keepTerm(
    inner: Newsroom,
    taxonomy: 'category' | 'tag',
    slug: string,
    to: Pick<OldAddressRow, 'kind' | 'our_id'>,
  ): Promise<void> {
    const { spool, survey } = this.#world;
    const own = spool.get<TermRecord>('term', `${taxonomy} ${slug}`);
    const moved_at = inner.clock.now();
    const terms = [{ slug, number: own?.number ?? null }, ...survey.pairs.others({ taxonomy, slug })];
    const paths = terms.flatMap((term) => pathsOf(taxonomy, term));
    await keepOldAddresses(
      inner,
      [...new Set(paths)].map((path) => ({ path, moved_at, ...to })),
    );
    if ((to.kind === 'section' && to.our_id !== NO_SECTION) || to.kind === 'topic')
      await takeInNames(inner, {
        kind: to.kind,
        id: to.our_id,
        names: survey.pairs.elsewhere({ taxonomy, slug }),
      });
  }
}

function pathsOf(
  taxonomy: TermRecord['taxonomy'],
  { slug, number }: Pick<TermRecord, 'slug' | 'number'>,
): string[] {
  const path = `/${taxonomy}/${decodeURIComponentSafely(slug).normalize('NFC').toLowerCase()}`;
  return taxonomy === 'category' && number !== null ? [path, `/?cat=${number}`] : [path];
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a per cent sign that is one
  }
}

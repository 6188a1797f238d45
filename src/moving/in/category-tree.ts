/**
 * Where posts of another house are read here. A category at the top of its tree becomes a section; those below it, further ones
 * and tags become topics. A paper has few sections: beyond a number, the rarer ones become topics too.
 */
import { slugOf } from '../../kit/slug.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import type { PostRecord, TermRecord } from '../records.ts';

const MOST_SECTIONS = 24; // unless they are named; a row of more is a directory, and no paper
const DEEPEST = 10; // categories within categories; a tree that bites its tail ends there

/** What WordPress calls the category of what has none, in some of its languages. */
const NO_CATEGORY =
  /^(?:un-?categori[sz]ed|sin-categoria|sem-categoria|senza-categoria|non-classe|non-categorise|nicht-kategorisiert|ohne-kategorie|geen-categorie|bez-kategorii|bez-rubriki|okategoriserade|ikke-kategoriseret|ukategorisert|kategorisiz|xoris-katigoria|χωρίς-κατηγορία)(?:-[a-z]{2})?$/;

/** A section as it is to be made, where it is not here yet. */
export interface SectionPlan {
  slug: string;
  name: string;
}

export class CategoryTree {
  readonly #terms = new Map<string, TermRecord>();
  readonly #byNumber = new Map<string, TermRecord>();
  /** WordPress 2 wrote the name of the one above, where later ones write its nicename. */
  readonly #byName = new Map<string, TermRecord>();
  readonly #uses = new Map<string, number>();
  readonly #wanted: ReadonlySet<string> | null;
  #sections: Map<string, SectionPlan> | null = null;

  /** `wanted`: slugs or names of the categories that are to be sections; null for those at the top. */
  constructor(wanted: readonly string[] | null) {
    this.#wanted = wanted && new Set(wanted.map((each) => each.trim().toLowerCase()));
  }

  /** What is known of it now: who names a term at a post may not say what it stands below. */
  addTerm(said: TermRecord): TermRecord {
    if (said.taxonomy !== 'category') return said;
    const had = this.#terms.get(said.slug);
    const term = {
      ...said,
      parent: said.parent ?? had?.parent ?? null,
      number: said.number ?? had?.number ?? null,
    };
    this.#terms.set(term.slug, term);
    if (term.number !== null) this.#byNumber.set(term.number, term);
    this.#byName.set(term.name.toLowerCase(), term);
    return term;
  }

  /** The category a post stands under, by its slug there; null for none. */
  categoryOf(post: Pick<PostRecord, 'type' | 'primary' | 'terms'>): string | null {
    if (post.type === 'page') return null;
    const own = post.terms.filter(({ taxonomy, slug }) => taxonomy === 'category' && !isNone(slug));
    const first = post.primary === null ? undefined : this.#byNumber.get(post.primary);
    const primary = first ?? own.find(({ slug }) => slug === post.primary) ?? this.#best(own) ?? null;
    return primary === null ? null : this.#above(primary.slug);
  }

  #best(own: PostRecord['terms']): { slug: string } | undefined {
    if (!this.#wanted) return own[0];
    return own.find(({ slug }) => this.#isWanted(this.#above(slug))) ?? own[0];
  }

  #isWanted(slug: string): boolean {
    const name = this.#terms.get(slug)?.name ?? slug;
    return this.#wanted?.has(slug) === true || this.#wanted?.has(lineOfHtml(name).toLowerCase()) === true;
  }

  /** The one at the top; with sections that are named, the nearest of those. */
  #above(slug: string): string {
    let here = slug;
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      if (this.#wanted && this.#isWanted(here)) return here;
      const parent = this.#terms.get(here)?.parent;
      const above = parent ? this.#named(parent) : undefined;
      if (!above || above.slug === here) return here;
      here = above.slug;
    }
    return here;
  }

  #named(parent: string): TermRecord | undefined {
    return this.#terms.get(parent) ?? this.#byNumber.get(parent) ?? this.#byName.get(parent.toLowerCase());
  }

  noticeUse(category: string | null, name: string | null): void {
    if (category === null) return;
    this.#uses.set(category, (this.#uses.get(category) ?? 0) + 1);
    if (name !== null && !this.#terms.has(category))
      this.addTerm({ kind: 'term', taxonomy: 'category', slug: category, name, parent: null, number: null });
  }

  /** The sections, once all posts were seen: the most used first. */
  sections(): Map<string, SectionPlan> {
    this.#sections ??= new Map(
      [...this.#uses]
        .filter(([slug]) => !this.#wanted || this.#isWanted(slug))
        .sort(([, one], [, other]) => other - one)
        .slice(0, this.#wanted ? undefined : MOST_SECTIONS)
        .map(([slug]) => {
          const name = lineOfHtml(this.#terms.get(slug)?.name ?? slug);
          return [slug, { slug: plainSlug(slug) || slugOf(name) || 'section', name }];
        }),
    );
    return this.#sections;
  }

  /** How many categories would be sections, if a row could be as long. */
  get candidates(): number {
    return this.#uses.size;
  }

  /** Names of the topics of a post: its tags, and the categories that are not its section. */
  topicsOf(post: Pick<PostRecord, 'terms'>, category: string | null): string[] {
    const isSection = category !== null && this.sections().has(category);
    const names = post.terms
      .filter(
        ({ taxonomy, slug }) => taxonomy === 'tag' || (!isNone(slug) && !(isSection && slug === category)),
      )
      .map(({ name }) => lineOfHtml(name));
    return [...new Set(names.filter((name) => name !== '' && name.length <= LONGEST_TOPIC))];
  }
}

const LONGEST_TOPIC = 100; // letters of a name; longer ones are sentences

const isNone = (slug: string): boolean => NO_CATEGORY.test(decodedSlug(slug));

/** A slug of theirs that can stand in an address of ours as it is; empty for others. */
export function plainSlug(slug: string): string {
  const text = decodedSlug(slug).replace(/\.(?:html?|php|aspx?)$/, '');
  return /^[a-z0-9]+(?:-+[a-z0-9]+)*$/.test(text) && text.length <= LONGEST_SLUG ? text : '';
}

const LONGEST_SLUG = 120; // letters; longer ones are cut by mail programs

function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).toLowerCase();
  } catch {
    return slug.toLowerCase(); // a per cent sign that is one
  }
}

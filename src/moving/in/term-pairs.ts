/**
 * Categories and tags that are one in several languages, as Polylang pairs them: a section has its Greek name here, and is no second
 * section. The one in the paper's own language stands for all.
 */
import type { Spool } from '../../store/spool.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import type { PostRecord, TermPairRecord, TermRecord } from '../records.ts';

type TermName = Pick<TermRecord, 'taxonomy' | 'slug'>;

export class TermPairs {
  readonly #spool: Spool;
  /** Of the paper: BCP 47. */
  readonly #language: string;
  #areAny = false;

  constructor(spool: Spool, language: string) {
    this.#spool = spool;
    this.#language = language;
  }

  meetTerm(term: TermRecord): void {
    if (term.number !== null) this.#spool.put('term at', term.number, term);
  }

  meet({ members }: TermPairRecord): void {
    this.#areAny = true;
    for (const { number } of members) this.#spool.put('term pair', number, members);
  }

  /** The same one in the paper's language; itself where it has no other. */
  own<Term extends TermName>(term: Term): Term | TermRecord {
    const members = this.#membersOf(term);
    const main = members.find(({ language }) => this.#isOurs(language)) ?? members[0];
    const found = main && this.#spool.get<TermRecord>('term at', main.number);
    return found && found.taxonomy === term.taxonomy && found.slug !== term.slug ? found : term;
  }

  /** What a post is filed under, in the paper's language; each once. */
  ownTerms(terms: PostRecord['terms']): PostRecord['terms'] {
    if (!this.#areAny) return terms;
    const own = terms.map((term) => {
      const { taxonomy, slug, name } = this.own(term);
      return { taxonomy, slug, name };
    });
    return own.filter(
      (term, at) =>
        at === own.findIndex((other) => other.taxonomy === term.taxonomy && other.slug === term.slug),
    );
  }

  /** The others of its house that it stands for. */
  others(term: TermName): TermRecord[] {
    return this.#membersOf(term)
      .flatMap(({ number }) => this.#spool.get<TermRecord>('term at', number) ?? [])
      .filter((other) => other.taxonomy === term.taxonomy && other.slug !== term.slug);
  }

  /** What it is called in the other languages of its house. */
  elsewhere(term: TermName): Map<string, string> {
    const names = new Map<string, string>();
    for (const { language, number } of this.#membersOf(term)) {
      const other = this.#spool.get<TermRecord>('term at', number);
      const name = lineOfHtml(other?.name ?? '');
      if (!this.#isOurs(language) && other?.slug !== term.slug && name !== '') names.set(language, name);
    }
    return names;
  }

  #membersOf({ taxonomy, slug }: TermName): TermPairRecord['members'] {
    if (!this.#areAny) return [];
    const number = this.#spool.get<TermRecord>('term', `${taxonomy} ${slug}`)?.number ?? null;
    return (number !== null && this.#spool.get<TermPairRecord['members']>('term pair', number)) || [];
  }

  #isOurs(language: string): boolean {
    const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
    return primary(language) === primary(this.#language);
  }
}

/**
 * Terms of an export that are neither posts nor people: categories and tags, and what plugins keep as terms of taxonomies of their
 * own: Polylang's and WPML's languages and pairs, the names of Co-Authors Plus.
 */
import type { MoveRecord, TermPairRecord, TermRecord } from '../records.ts';
import { readPhp, textsOf } from './php-values.ts';
import { authorInPassing } from './wxr-people.ts';
import { childWords, plainNicename } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

export function categoryOrTag(
  record: XmlRecord,
  taxonomy: TermRecord['taxonomy'],
  slug: string,
  name: string,
): TermRecord {
  return {
    kind: 'term',
    taxonomy,
    slug: plainNicename(childWords(record, slug)),
    name: childWords(record, name) || childWords(record, slug),
    parent: plainNicename(childWords(record, 'wp:category_parent')) || null,
    number: childWords(record, 'wp:term_id') || null,
  };
}

export class WxrTerms {
  /** What Polylang's words for languages stand for, where they are no codes of them: 'gr' for 'el'. */
  readonly #languages = new Map<string, string>();
  readonly #logins = new Map<string, string>();
  /** Terms that WPML calls translations of each other, by its number for them. */
  readonly #groups = new Map<string, TermPairRecord['members']>();

  meetAuthor(number: string | null, login: string): void {
    if (number !== null) this.#logins.set(number, login);
  }

  /** Of the author who has that number. */
  readonly loginOf = (number: string): string | undefined => this.#logins.get(number);

  /** BCP 47 of what a post or a pair calls a language. */
  languageOf(said: string): string {
    return this.#languages.get(said.toLowerCase()) ?? said.replaceAll('_', '-');
  }

  /** WPML says beside a term what it says beside a post; each that joins a group tells of the group anew. */
  *translationsOf(record: XmlRecord): Generator<TermPairRecord> {
    const meta = new Map(
      record.children
        .filter(({ name }) => name === 'wp:termmeta')
        .map((each) => [childWords(each, 'wp:meta_key'), childWords(each, 'wp:meta_value')]),
    );
    const group = meta.get('_wpml_import_translation_group') ?? '';
    const language = meta.get('_wpml_import_language_code') ?? '';
    const number = childWords(record, 'wp:term_id');
    if (group === '' || language === '' || number === '') return;
    const members = [...(this.#groups.get(group) ?? []), { language, number }];
    this.#groups.set(group, members);
    if (members.length > 1) yield { kind: 'term-pair', members };
  }

  *recordsOf(record: XmlRecord): Generator<MoveRecord> {
    const taxonomy = childWords(record, 'wp:term_taxonomy');
    if (taxonomy === 'category' || taxonomy === 'post_tag') {
      const kind = taxonomy === 'category' ? 'category' : 'tag';
      const term = categoryOrTag(record, kind, 'wp:term_slug', 'wp:term_name');
      yield { ...term, parent: plainNicename(childWords(record, 'wp:term_parent')) || null };
      yield* this.translationsOf(record);
    } else if (taxonomy === 'language') this.#meetLanguage(record);
    else if (taxonomy === 'author') yield authorInPassing(record);
    else if (taxonomy === 'post_translations') {
      const group = childWords(record, 'wp:term_slug');
      for (const { language, number } of this.#pairIn(record))
        yield { kind: 'pairing', id: number, group, language };
    } else if (taxonomy === 'term_translations') {
      const members = this.#pairIn(record);
      if (members.length > 1) yield { kind: 'term-pair', members };
    }
  }

  /** Its locale says what it is, where the word of its addresses says another language or none. */
  #meetLanguage(record: XmlRecord): void {
    const slug = childWords(record, 'wp:term_slug').toLowerCase();
    const locale = textsOf(readPhp(childWords(record, 'wp:term_description'))).get('locale') ?? '';
    const primary = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();
    if (/^[a-z]{2,3}(?:_\w+)*$/i.test(locale) && primary(locale) !== primary(slug))
      this.#languages.set(slug, locale.replaceAll('_', '-'));
  }

  #pairIn(record: XmlRecord): TermPairRecord['members'] {
    return [...textsOf(readPhp(childWords(record, 'wp:term_description')))]
      .filter(([language, number]) => /^[a-z]{2,3}(?:[-_]\w+)*$/i.test(language) && /^\d+$/.test(number))
      .map(([language, number]) => ({ language: this.languageOf(language), number }));
  }
}

/**
 * The language of a post that its export does not name: WPML's stands in the address alone, which the words have to bear out, since a
 * section may be called as a language is. And posts that hold their languages one after the other, as qTranslate keeps them.
 */
import { htmlToText } from '../../kit/safe-html.ts';
import { isSameLanguage, languageOf } from '../../wire/reading/language.ts';
import type { MoveRecord, PostRecord } from '../records.ts';

const SAMPLE = 6_000; // letters of markup, from which the language is told

export class HouseLanguages {
  /** Words of addresses whose posts were in their language. */
  readonly #borneOut = new Set<string>();

  async *read(record: MoveRecord, house: string | null): AsyncGenerator<MoveRecord> {
    if (record.kind === 'term') yield { ...record, name: firstSaid(record.name) };
    else if (record.kind === 'post')
      for (const post of eachLanguage(record, house))
        yield post.language === null ? await this.#withLanguage(post, house) : post;
    else yield record;
  }

  async #withLanguage(post: PostRecord, house: string | null): Promise<PostRecord> {
    const tag = languageWord(post.address, house);
    if (tag === null) return post;
    if (!this.#borneOut.has(tag)) {
      const words = `${post.headline}\n${htmlToText(post.html.slice(0, SAMPLE))}`;
      const { detected } = await languageOf(words, tag);
      if (!isSameLanguage(detected, tag)) return post;
      this.#borneOut.add(tag);
    }
    return { ...post, language: tag };
  }
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The first word of an address below the house, or its `lang`, where that is the name of a language. */
function languageWord(address: string | null, house: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { pathname, searchParams } = new URL(address);
  const above = house !== null && URL.canParse(house) ? new URL(house).pathname.replace(/\/+$/, '') : '';
  const word = pathname.slice(pathname.startsWith(`${above}/`) ? above.length + 1 : 1).split('/')[0] ?? '';
  const said = searchParams.get('lang') ?? word;
  if (!/^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(said)) return null;
  const tag = said.replace('_', '-');
  try {
    return NAMES.of(tag) === undefined ? null : tag;
  } catch {
    return null; // no tag of a language
  }
}

const SIGN = /\[:([a-z]{2})\]|<!--:([a-z]{2})-->|\{:([a-z]{2})\}/g;
const SIGNS = ['[:', '<!--:', '{:'];
const END = /\[:\]|<!--:-->|\{:\}/g;

/** What a text says in each language; null for one that has no such signs. */
function saidIn(text: string): Map<string, string> | null {
  if (!SIGNS.some((sign) => text.includes(sign))) return null;
  const signs = [...text.matchAll(SIGN)];
  if (signs.length === 0) return null;
  const before = text.slice(0, signs[0]?.index).replace(END, '');
  const said = new Map<string, string>();
  for (const [at, sign] of signs.entries()) {
    const language = sign[1] ?? sign[2] ?? sign[3] ?? '';
    const own = text.slice(sign.index + sign[0].length, signs[at + 1]?.index).replace(END, '');
    said.set(language, (said.get(language) ?? before) + own);
  }
  return said;
}

const firstSaid = (text: string): string => saidIn(text)?.values().next().value ?? text;

/** One post a language; only the first has the address and the name that feeds had for it. */
function eachLanguage(post: PostRecord, house: string | null): PostRecord[] {
  const headlines = saidIn(post.headline);
  const texts = saidIn(post.html);
  const languages = [...new Set([...(headlines?.keys() ?? []), ...(texts?.keys() ?? [])])];
  const terms = post.terms.map((term) => ({ ...term, name: firstSaid(term.name) }));
  if (languages.length === 0) return [post];
  const deks = saidIn(post.dek);
  return languages.flatMap((language, at) => {
    const html = texts === null ? post.html : (texts.get(language) ?? '');
    // A headline alone is no translation yet.
    if (at > 0 && texts !== null && html.trim() === '') return [];
    const own = {
      ...post,
      terms,
      language,
      group: `qtranslate-${post.id}`,
      headline: headlines === null ? post.headline : (headlines.get(language) ?? firstSaid(post.headline)),
      dek: deks === null ? post.dek : (deks.get(language) ?? ''),
      html,
    };
    return at === 0 ? [own] : [{ ...own, id: `${post.id}-${language}`, ...placeOf(post, language, house) }];
  });
}

function placeOf(
  { address, slug }: PostRecord,
  language: string,
  house: string | null,
): Pick<PostRecord, 'address' | 'alsoAt' | 'guid' | 'slug'> {
  const isBelow = address !== null && house !== null && address.startsWith(`${house}/`);
  const own = isBelow ? `${house}/${language}${address.slice(house.length)}` : null;
  return { address: own, alsoAt: [], guid: null, slug: slug === '' ? '' : `${slug}-${language}` };
}

/** Who wrote, as Co-Authors Plus and Molongui keep them: guests as posts, everybody's names as terms or as numbers. */
import type { AuthorRecord } from '../records.ts';
import { childWords, plainNicename } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

/** The last part of somebody's address there, as WordPress makes it of a login: a mail address loses its sign, a dot is a line. */
export const loginSlug = (login: string): string =>
  login
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('.', '-')
    .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
    .replace(/\s+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Who is named at a post: by login, as an export names its authors, where the nicename may be written otherwise; by name where the
 * house has a taxonomy of bylines.
 */
export function namedAuthors(item: XmlRecord): string[] {
  return item.children
    .filter(
      ({ name, attributes }) => name === 'category' && /^(?:author|byline)$/.test(attributes.domain ?? ''),
    )
    .map(
      ({ text, attributes }) => text.trim() || plainNicename(attributes.nicename ?? '').replace(/^cap-/, ''),
    )
    .filter((id) => id !== '');
}

export function guestOf(item: XmlRecord, meta: ReadonlyMap<string, string>): AuthorRecord {
  const nicename = plainNicename(childWords(item, 'wp:post_name')).replace(/^cap-/, '');
  const login = meta.get('cap-user_login') || nicename;
  const linked = meta.get('cap-linked_account');
  return {
    kind: 'author',
    id: login,
    name: meta.get('cap-display_name') || childWords(item, 'title'),
    email: meta.get('cap-user_email') || null,
    bio: meta.get('cap-description') ?? '',
    slug: nicename || login,
    number: null,
    ...(linked ? { sameAs: linked } : {}),
  };
}

/** A guest of Molongui's, whom posts name as `guest-` and a number. */
export function molonguiGuest(item: XmlRecord, meta: ReadonlyMap<string, string>): AuthorRecord {
  const name = meta.get('_molongui_guest_author_display_name') || childWords(item, 'title');
  return {
    kind: 'author',
    id: `guest-${childWords(item, 'wp:post_id')}`,
    name,
    email: meta.get('_molongui_guest_author_mail') || null,
    bio: childWords(item, 'content:encoded'),
    slug: plainNicename(childWords(item, 'wp:post_name')) || loginSlug(name),
    number: null,
  };
}

/** Whom Molongui names, the first first: `user-2` by the login of that number, guests by what they are called here. */
export function molonguiAuthors(
  first: string | undefined,
  all: readonly string[],
  loginOf: (number: string) => string | undefined,
): string[] {
  const named = new Set([...(first ? [first] : []), ...all]);
  return [...named].flatMap((said) => {
    const [, kind, number = ''] = /^(user|guest)-(\d+)$/.exec(said) ?? [];
    if (kind === undefined) return [];
    return kind === 'guest' ? [said] : (loginOf(number) ?? []);
  });
}

/**
 * Whoever is named at posts has a term, also who is the first of none and stands nowhere else: its description is what the plugin
 * searches, name, first and last name, login, number and mail address one after the other.
 */
export function authorInPassing(record: XmlRecord): AuthorRecord {
  const login = childWords(record, 'wp:term_name');
  const slug = plainNicename(childWords(record, 'wp:term_slug')).replace(/^cap-/, '');
  const words = childWords(record, 'wp:term_description').split(' ');
  const at = words.findLastIndex((word, place) => word === login && /^\d+$/.test(words[place + 1] ?? ''));
  const email = at === -1 ? '' : (words[at + 2] ?? '');
  return {
    kind: 'author',
    id: login || slug,
    name: displayName(at === -1 ? [] : words.slice(0, at)) || login || slug,
    email: email.includes('@') ? email : null,
    bio: '',
    slug,
    number: null,
    isInPassing: true,
  };
}

/** What stands before the first name begins anew; all of it where there is none. */
function displayName(words: readonly string[]): string {
  const again = words.indexOf(words[0] ?? '', 1);
  return (again === -1 ? words : words.slice(0, again)).join(' ').trim();
}

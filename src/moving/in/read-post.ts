/** What a post of the other house becomes, before anything is written: its copy, its dates, its pictures, its doubts. */

import { type BodyHtml, htmlToText } from '../../kit/safe-html.ts';
import type { Spool } from '../../store/spool.ts';
import type { Copy } from '../../stories/story.ts';
import { bodyOfPost, dekOf, lineOfHtml, markupOf } from '../markup/copy-of-post.ts';

import { fileOf, picturesIn } from '../markup/pictures.ts';
import type { LibraryFile, ShortcodeWorld } from '../markup/shapes.ts';
import {
  type AttachmentRecord,
  type AuthorRecord,
  type CorrectionRecord,
  type PairingRecord,
  type PostRecord,
  UNKNOWN_HOUSE,
} from '../records.ts';
import type { HouseLinks } from './house-links.ts';
import { mendedLetters } from './mended-letters.ts';
import type {
  OpenPost,
  OurThings,
  PostCopy,
  PostDoubt,
  PostPlan,
  PostReading,
  WantedPicture,
} from './reading.ts';
import { isPublished } from './when-published.ts';
import { digest } from './world.ts';

/** What is noted on a scratch pad. */
type Notes = Pick<PostReading, 'spool'>;

/** A post with its markup as readers saw it, which goes no further than its reader. */
export interface ReadMarkup {
  open: OpenPost;
  html: string;
  odd: string[];
}

/** Reads the markup of a post; null of one that the first walk did not meet. */
export function openPost(reading: PostReading, links: HouseLinks, said: PostRecord): ReadMarkup | null {
  const { spool } = reading;
  const plan = spool.get<PostPlan>('plan', said.id);
  if (!plan) return null;
  const { post, odd: letters } = withWholeLetters(withCorrections(spool, said));
  const shown: string[] = [];
  const { html, odd } = markupOf(post, libraryOf(reading, post, shown));
  const base = baseOf(reading, post);
  const pairing = spool.get<PairingRecord>('pairing', post.id);
  const doubts: PostDoubt[] = [];
  const open = {
    post,
    plan,
    lead: leadOf(reading, post, doubts),
    inText: picturesIn(html, base),
    files: links.filesOf(html, base),
    links: links.elsewhereOf(html, base),
    language: languageOf(reading, post.language ?? pairing?.language ?? null),
    group: post.group ?? pairing?.group ?? null,
    hash: hashOfPost(post, shown),
    doubts,
  };
  return { open, html, odd: [...post.odd, ...letters, ...odd] };
}

/** What links and pictures of a post are relative to. */
const baseOf = ({ site }: PostReading, post: PostRecord): string =>
  [post.address, site.address].find((address) => address !== null && URL.canParse(address)) ?? UNKNOWN_HOUSE;

function withCorrections(spool: Spool, post: PostRecord): PostRecord {
  const more = spool.list<CorrectionRecord>('correction', post.id);
  if (more.length === 0) return post;
  return { ...post, corrections: [...post.corrections, ...more.map(({ text, at }) => ({ text, at }))] };
}

/** What was broken in the other house and can be told. */
function withWholeLetters(post: PostRecord): { post: PostRecord; odd: string[] } {
  const headline = mendedLetters(post.headline);
  const dek = mendedLetters(post.dek);
  const html = mendedLetters(post.html);
  const example = headline.example ?? dek.example ?? html.example;
  if (!example) return { post, odd: [] };
  return {
    post: { ...post, headline: headline.text, dek: dek.text, html: html.text },
    odd: [`Letters were broken there and are mended here: “${example.was}” is now “${example.is}”.`],
  };
}

const VERSION = 1; // of how posts are read here: raised, everything is taken anew where it was not changed

/** By which a post is known to be as it was when it was last taken; `shown`: pieces of others that stand in it, which change alone. */
const hashOfPost = (post: PostRecord, shown: readonly string[]): string =>
  digest([VERSION, { ...post, corrections: [] }, ...(shown.length > 0 ? [shown] : [])]);

/** `shown` is told of each piece that the post shows. */
function libraryOf({ spool }: Notes, post: PostRecord, shown: string[]): ShortcodeWorld {
  const file = (id: string): LibraryFile | null => {
    const found = spool.get<AttachmentRecord>('file', id);
    return (
      found && { address: found.address, alt: found.alt, caption: found.caption, isPicture: found.isPicture }
    );
  };
  return {
    file,
    piece(id) {
      const piece = spool.get<string>('piece', id);
      if (piece !== null) shown.push(piece);
      return piece;
    },
    ownFiles: () => spool.list<string>('files of', post.id).flatMap((id) => file(id) ?? []),
  };
}

/** What the library of the other house says of a file, by its address there. */
export function saidOfFile({ spool }: Notes, key: string): AttachmentRecord | null {
  const id = spool.get<string>('file at', key);
  return id === null ? null : spool.get<AttachmentRecord>('file', id);
}

function leadOf(
  { spool, site }: PostReading,
  { picture }: PostRecord,
  doubts: PostDoubt[],
): WantedPicture | null {
  if (!picture) return null;
  const file = picture.attachment === null ? null : spool.get<AttachmentRecord>('file', picture.attachment);
  const address = file?.address ?? picture.address;
  const found = address ? fileOf(address, site.address ?? UNKNOWN_HOUSE) : null;
  if (!found) {
    const words = 'Its first picture is not in the file: only its number is.';
    doubts.push({ code: 'picture-unknown', words });
    return null;
  }
  return {
    key: found.key,
    addresses: found.addresses,
    alt: lineOfHtml(picture.alt || file?.alt || ''),
    caption: lineOfHtml(picture.caption || file?.caption || ''),
    credit: lineOfHtml(file?.credit ?? ''),
  };
}

/** The paper's own tag where the primary language is the paper's. */
function languageOf({ site, language }: PostReading, said: string | null): string {
  const tag = (said ?? site.language ?? '').replace('_', '-').trim();
  if (tag === language) return language;
  const known = canonical(tag) ?? language;
  const primary = (one: string) => one.split('-')[0]?.toLowerCase();
  return primary(known) === primary(language) ? language : short(known);
}

/**
 * A region says nothing where it is the one that everybody would take, and neither does the manner that WordPress's translations
 * name behind it: `de-DE-formal`.
 */
function short(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag);
  return new Intl.Locale([language, script, region].filter(Boolean).join('-')).minimize().toString();
}

function canonical(tag: string): string | null {
  try {
    return tag === '' ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    return null; // a name of a language, or nothing
  }
}

/** Its words, with the pictures that we have by now and links that lead to where things stand here. */
export function copyOfPost(
  reading: PostReading,
  links: HouseLinks,
  { open, html, odd }: ReadMarkup,
  { pictures, files, learnt }: OurThings,
): PostCopy {
  const { post, language, lead } = open;
  const body = bodyOfPost(html, {
    base: baseOf(reading, post),
    language,
    pictures,
    files,
    addressHere(href) {
      const file = files.get(href);
      return file ? reading.address + file.href : links.here(href, learnt);
    },
  });
  const doubts: PostDoubt[] = [];
  const told = [...odd, ...body.odd];
  if (told.length > 0) doubts.push({ code: 'read-it-over', words: told.join(' ') });
  const headline = lineOfHtml(post.headline) || firstWords(body.bodyHtml);
  if (headline === '') return { copy: null, hash: '', doubts };
  if (lineOfHtml(post.headline) === '')
    doubts.push({
      code: 'no-headline',
      words: 'It has no headline there; its first words stand in for one.',
    });
  if (body.bodyHtml === '' && isPublished(post))
    doubts.push({ code: 'no-words', words: 'Nothing stands below its headline.' });
  const copy = {
    headline,
    dek: dekBefore(body.bodyHtml, dekOf(post.dek)),
    byline: lineOfHtml(post.byline ?? '') || bylineOf(reading, post.authors, language),
    dateline: '',
    bodyHtml: body.bodyHtml,
    pictureId: (lead && pictures.get(lead.key)) ?? null,
  };
  return { copy, hash: hashOfCopy(copy), doubts };
}

const A_LINE = 40; // letters; a shorter dek may well be the first words too

/** An excerpt that a program cut from the text would be read twice: the other house showed it in its lists alone. */
function dekBefore(bodyHtml: BodyHtml, dek: string): string {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const said = plain(dek);
  if (said.length < A_LINE) return dek;
  // Three times as long, for what stands between letters.
  return plain(htmlToText(bodyHtml).slice(0, dek.length * 3)).startsWith(said) ? '' : dek;
}

const HEADLINE = 90; // letters of a text that stand for a headline

const firstWords = (html: string): string => htmlToText(html).replace(/\s+/g, ' ').slice(0, HEADLINE).trim();

/** As they stand in a byline; an id that nothing is known of is a name. */
export function nameOfAuthor({ spool }: Notes, id: string): string {
  return lineOfHtml(spool.get<AuthorRecord>('author', id)?.name || id);
}

/** 'A, B and C', as the language joins names. */
function bylineOf(notes: Notes, ids: readonly string[], language: string): string {
  const names = [...new Set(ids.map((id) => nameOfAuthor(notes, id)))].filter((name) => name !== '');
  if (names.length < 2) return names.join('');
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** By which copy is known to be as it was written by the move. */
export function hashOfCopy({ headline, dek, byline, dateline, bodyHtml, pictureId }: Copy): string {
  return digest([headline, dek, byline, dateline, bodyHtml, pictureId]);
}

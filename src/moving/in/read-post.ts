/** What a post of the other house becomes, before anything is written: its copy, its dates, its pictures, its doubts. */

import { type BodyHtml, htmlToText } from '../../kit/safe-html.ts';
import { instantIn } from '../formats/times.ts';
import { bodyOfPost, dekOf, lineOfHtml, markupOf } from '../markup/copy-of-post.ts';
import { type FoundPicture, fileOf, type OurFile, picturesIn } from '../markup/pictures.ts';
import type { LibraryFile, ShortcodeWorld } from '../markup/shapes.ts';
import {
  type AttachmentRecord,
  type PairingRecord,
  type PostRecord,
  UNKNOWN_HOUSE,
  type When,
} from '../records.ts';
import type { ForeignAddresses } from './foreign-addresses.ts';
import type { PostPlan } from './survey.ts';
import { baseOf, doubtPost, type MoveWorld } from './world.ts';

/** A post with its markup read, so that the pictures that it wants are known. */
export interface OpenPost {
  post: PostRecord;
  plan: PostPlan;
  html: string;
  odd: string[];
  lead: WantedPicture | null;
  inText: FoundPicture[];
  language: string;
  group: string | null;
}

export interface WantedPicture {
  key: string;
  addresses: string[];
  alt: string;
  caption: string;
  credit: string;
}

/** Reads the markup of a post. */
export function openPost(world: MoveWorld, post: PostRecord, plan: PostPlan): OpenPost {
  const { html, odd } = markupOf(post, libraryOf(world, post));
  const base = baseOf(world, post);
  const pairing = world.spool.get<PairingRecord>('pairing', post.id);
  return {
    post,
    plan,
    html,
    odd: [...post.odd, ...odd],
    lead: leadOf(world, post),
    inText: picturesIn(html, base),
    language: languageOf(world, post.language ?? pairing?.language ?? null),
    group: post.group ?? pairing?.group ?? null,
  };
}

function libraryOf({ spool }: MoveWorld, post: PostRecord): ShortcodeWorld {
  const file = (id: string): LibraryFile | null => {
    const found = spool.get<AttachmentRecord>('file', id);
    return (
      found && { address: found.address, alt: found.alt, caption: found.caption, isPicture: found.isPicture }
    );
  };
  return {
    file,
    piece: (id) => spool.get<string>('piece', id),
    ownFiles: () => spool.list<string>('files of', post.id).flatMap((id) => file(id) ?? []),
  };
}

/** What the library of the other house says of a file, by its address there. */
export function saidOfFile({ spool }: MoveWorld, key: string): AttachmentRecord | null {
  const id = spool.get<string>('file at', key);
  return id === null ? null : spool.get<AttachmentRecord>('file', id);
}

function leadOf(world: MoveWorld, post: PostRecord): WantedPicture | null {
  const { picture } = post;
  if (!picture) return null;
  const file =
    picture.attachment === null ? null : world.spool.get<AttachmentRecord>('file', picture.attachment);
  const address = file?.address ?? picture.address;
  const found = address ? fileOf(address, world.survey.site.address ?? UNKNOWN_HOUSE) : null;
  if (!found) {
    doubtPost(world, post, 'picture-unknown', 'Its first picture is not in the file: only its number is.');
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
function languageOf({ masthead, survey }: MoveWorld, said: string | null): string {
  const tag = (said ?? survey.site.language ?? '').replace('_', '-').trim();
  const known = canonical(tag) ?? masthead.language;
  const primary = (one: string) => one.split('-')[0]?.toLowerCase();
  return primary(known) === primary(masthead.language) ? masthead.language : short(known);
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

export interface PostCopy {
  headline: string;
  dek: string;
  bodyHtml: BodyHtml;
}

/** What of the other house stands here by now. */
export interface OurThings {
  pictures: ReadonlyMap<string, string>;
  /** By their addresses there. */
  files: ReadonlyMap<string, OurFile>;
  addresses: ForeignAddresses;
}

/** Its words, with the pictures that we have by now and links that lead to where things stand here. */
export function copyOfPost(
  world: MoveWorld,
  open: OpenPost,
  { pictures, files, addresses }: OurThings,
): PostCopy | null {
  const { post } = open;
  const ours = world.newsroom.settings.address;
  const body = bodyOfPost(open.html, {
    base: baseOf(world, post),
    language: open.language,
    pictures,
    files,
    addressHere(href) {
      const file = files.get(href);
      return file ? ours + file.href : addresses.here(href);
    },
  });
  const odd = [...open.odd, ...body.odd];
  if (odd.length > 0) doubtPost(world, post, 'read-it-over', odd.join(' '));
  const said = lineOfHtml(post.headline);
  if (said !== '') return { headline: said, dek: dekOf(post.dek), bodyHtml: body.bodyHtml };
  const first = htmlToText(body.bodyHtml).replace(/\s+/g, ' ').slice(0, HEADLINE).trim();
  if (first === '') return null;
  doubtPost(world, post, 'no-headline', 'It has no headline there; its first words stand in for one.');
  return { headline: first, dek: dekOf(post.dek), bodyHtml: body.bodyHtml };
}

const HEADLINE = 90; // letters of a text that stand for a headline

/** An instant; what says only the time of day there is read in the paper's zone. */
export function instantOf(world: MoveWorld, when: When): number | null {
  if (when === null) return null;
  return 'at' in when ? when.at : instantIn(world.masthead.timeZone, when.local);
}

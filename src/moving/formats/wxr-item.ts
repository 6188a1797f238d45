/** One item of a WordPress export: a post, a page, a file, a correction, with its replies. */

import { jsonIn, objectsIn, textIn } from '../json-values.ts';
import { attributeText } from '../markup/shapes.ts';
import type {
  AttachmentRecord,
  MoveRecord,
  OtherRecord,
  PostRecord,
  PostState,
  ReplyRecord,
} from '../records.ts';
import { forMembersOnly, isForMembers, memberPressRule } from './members-only.ts';
import { utcTime, whenOf } from './times.ts';
import {
  creditSaid,
  episodeIn,
  filmIn,
  guestIn,
  pictureBeside,
  primaryIn,
  saidToSearch,
  subtitleIn,
  wordsBeside,
} from './wxr-beside.ts';
import { galleryKind, pluginGallery } from './wxr-galleries.ts';
import { newspackByline, newspackCorrection, newspackSummary } from './wxr-newsroom.ts';
import { guestOf, molonguiAuthors, molonguiGuest, namedAuthors } from './wxr-people.ts';
import { tablePressTable } from './wxr-tables.ts';
import type { WxrTerms } from './wxr-terms.ts';
import { childWords, plainNicename } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

/** Kinds of item that are of the house and not of the paper; what else is left out is said with its name. */
const FURNITURE =
  /^(?:nav_menu_item|wp_|custom_css|customize_changeset|revision|oembed_cache|user_request|acf-|elementor_library|mc4wp|jp_|feedback|scheduled-action|newspack_popups|wpcf7|spay_email|amp_)/;

/** `stories`: kinds that are. */
export function* recordsOfItem(
  item: XmlRecord,
  houseTerms: WxrTerms,
  stories: ReadonlySet<string>,
): Generator<MoveRecord> {
  const type = childWords(item, 'wp:post_type') || 'post';
  const meta = metaOf(item);
  if (type === 'attachment') yield attachmentOf(item, meta);
  else if (stories.has(type)) yield postOf(item, type === 'page' ? 'page' : 'post', { meta, houseTerms });
  else if (type === 'guest-author') yield guestOf(item, meta);
  else if (/^(?:guest_author|molongui_guestauthor)$/.test(type)) yield molonguiGuest(item, meta);
  else if (type === 'tablepress_table') yield* tablePressTable(item, meta);
  else if (galleryKind(type) !== undefined) yield* pluginGallery(item, meta);
  else if (type === 'newspack_correction') yield* newspackCorrection(item, meta);
  else if (type === 'wp_block')
    yield { kind: 'piece', id: childWords(item, 'wp:post_id'), html: childWords(item, 'content:encoded') };
  else if (type === 'memberpressrule') yield memberPressRule(item, meta) ?? otherKind(item, type);
  else if (!FURNITURE.test(type)) yield otherKind(item, type);
  if (stories.has(type)) yield* repliesOf(item);
}

function otherKind(item: XmlRecord, what: string): OtherRecord {
  const link = childWords(item, 'link');
  const isShown = childWords(item, 'wp:status') === 'publish' && childWords(item, 'content:encoded') !== '';
  const other = { kind: 'other' as const, what, example: childWords(item, 'title') };
  return isShown && link !== '' ? { ...other, address: link } : other;
}

/** The first value of each; fields that plugins keep several times are lists elsewhere. */
function metaOf(item: XmlRecord): Map<string, string> {
  const meta = new Map<string, string>();
  for (const child of item.children) {
    if (child.name !== 'wp:postmeta') continue;
    const key = childWords(child, 'wp:meta_key');
    if (key !== '' && !meta.has(key)) meta.set(key, childWords(child, 'wp:meta_value'));
  }
  return meta;
}

const metaList = (item: XmlRecord, wanted: string): string[] =>
  item.children
    .filter((child) => child.name === 'wp:postmeta' && childWords(child, 'wp:meta_key') === wanted)
    .map((child) => childWords(child, 'wp:meta_value'))
    .filter((value) => value !== '');

function attachmentOf(item: XmlRecord, meta: Map<string, string>): AttachmentRecord {
  const address = childWords(item, 'wp:attachment_url') || childWords(item, 'link');
  const parent = childWords(item, 'wp:post_parent');
  return {
    kind: 'attachment',
    id: childWords(item, 'wp:post_id'),
    address,
    page: childWords(item, 'link') || null,
    parent: parent === '' || parent === '0' ? null : parent,
    isPicture: /\.(?:jpe?g|png|gif|webp|avif|tiff?|heic)(?:$|\?)/i.test(address),
    title: childWords(item, 'title'),
    alt: meta.get('_wp_attachment_image_alt') ?? '',
    caption: childWords(item, 'excerpt:encoded'),
    credit: creditSaid(meta),
  };
}

/** Its number; files made by other hands have none, and then what else tells it from others stands in. */
const postIdOf = (item: XmlRecord): string =>
  childWords(item, 'wp:post_id') ||
  childWords(item, 'guid') ||
  childWords(item, 'link') ||
  `${childWords(item, 'title')} ${childWords(item, 'wp:post_date') || childWords(item, 'pubDate')}`;

function postOf(
  item: XmlRecord,
  type: 'post' | 'page',
  { meta, houseTerms }: { meta: Map<string, string>; houseTerms: WxrTerms },
): PostRecord {
  const id = postIdOf(item);
  const said = stateOf(item);
  const slug = meta.get('_wp_desired_post_slug') || childWords(item, 'wp:post_name');
  const filed = item.children.filter((child) => child.name === 'category');
  const in_ = (domain: string) => filed.filter((each) => each.attributes.domain === domain);
  const terms = filed.flatMap((each) => termIn(each));
  const guests = [
    ...molonguiAuthors(
      meta.get('_molongui_main_author'),
      metaList(item, '_molongui_author'),
      houseTerms.loginOf,
    ),
    ...namedAuthors(item),
  ];
  const language = in_('language')[0]?.attributes.nicename;
  const byline = newspackByline(meta) ?? (guests.length > 0 ? undefined : guestIn(meta));
  const creator = childWords(item, 'dc:creator');
  const link = childWords(item, 'link');
  const content = childWords(item, 'content:encoded');
  const beside = wordsBeside(meta, content);
  return {
    kind: 'post',
    id,
    type,
    state: forMembersOnly(said.state, () => isForMembers(meta, content)),
    headline: childWords(item, 'title'),
    dek: subtitleIn(meta) || childWords(item, 'excerpt:encoded'),
    slug,
    address: link === '' ? null : link.replace(/__trashed(?:-\d+)?(?=\/|$)/, ''),
    alsoAt: alsoAt(item, { id, slug, link }),
    guid: childWords(item, 'guid') || null,
    authors: guests.length > 0 ? guests : creator === '' ? [] : [creator],
    ...(byline === undefined ? {} : { byline }),
    terms,
    primary: primaryIn(meta),
    markup: 'wordpress',
    html:
      newspackSummary(meta) +
      filmIn(meta, content) +
      episodeIn(meta, content) +
      withNotes(content, meta.get('footnotes')) +
      beside.html,
    language: language ? houseTerms.languageOf(language) : languageIn(meta),
    group: groupOf(
      in_('post_translations')[0]?.attributes.nicename,
      meta.get('_wpml_import_translation_group'),
    ),
    published: whenOf(
      childWords(item, 'wp:post_date_gmt'),
      childWords(item, 'wp:post_date'),
      childWords(item, 'pubDate'),
    ),
    changed: whenOf(childWords(item, 'wp:post_modified_gmt'), childWords(item, 'wp:post_modified'), ''),
    picture: leadOf(meta),
    corrections: [],
    repliesOpen: childWords(item, 'wp:comment_status') !== 'closed',
    isSticky: childWords(item, 'wp:is_sticky') === '1',
    odd: [
      ...said.odd,
      ...saidToSearch(meta, link),
      ...beside.odd,
      ...(item.isCut ? ['It is longer than ten million letters, and was cut.'] : []),
    ],
  };
}

/** WordPress keeps the words of footnotes beside the post, as JSON, and shows them where a block says so. */
function withNotes(html: string, kept: string | undefined): string {
  if (!kept || !html.includes('wp:footnotes')) return html;
  // Cut, or another plugin's field of that name: the marks are listed as those of notes that are missing.
  const notes = objectsIn(jsonIn(kept)).map(
    (note) => `<li id="${attributeText(textIn(note.id))}">${textIn(note.content)}</li>`,
  );
  return html.replace(/<!-- wp:footnotes (?:\{[^{}]*\} )?\/-->/, () =>
    notes.length === 0 ? '' : `<!-- wp:html --><ol>${notes.join('')}</ol><!-- /wp:html -->`,
  );
}

/** WPML's and Bogo's word for it; Bogo has it at each post. */
function languageIn(meta: Map<string, string>): string | null {
  const locale = meta.has('_original_post') ? (meta.get('_locale') ?? '') : '';
  return meta.get('_wpml_import_language_code') || locale.replaceAll('_', '-') || null;
}

/** A post belongs to a group by Polylang's name for it or by WPML's number. */
const groupOf = (polylang: string | undefined, wpml: string | undefined): string | null =>
  polylang || (wpml ? `wpml-${wpml}` : null);

function termIn(category: XmlRecord): PostRecord['terms'] {
  const { domain = 'category' } = category.attributes;
  const nicename = plainNicename(category.attributes.nicename ?? '');
  const name = category.text.trim();
  if (name === '') return [];
  // Until WordPress 2.x wrote each category a second time, without its nicename: that one says nothing more.
  if (nicename === '') return [];
  if (domain === 'category' || /categor|_cat$|^(?:section|rubric)s?$/.test(domain))
    return [{ taxonomy: 'category', slug: nicename, name }];
  if (/^(?:post_tag|tag|series|topics?)$/.test(domain)) return [{ taxonomy: 'tag', slug: nicename, name }];
  return [];
}

function stateOf(item: XmlRecord): { state: PostState; odd: string[] } {
  const status = childWords(item, 'wp:status');
  if (childWords(item, 'wp:post_password') !== '') return { state: 'protected', odd: [] };
  if (status === 'publish' || status === '') return { state: 'published', odd: [] };
  if (status === 'future') return { state: 'scheduled', odd: [] };
  if (status === 'private') return { state: 'private', odd: [] };
  if (status === 'trash') return { state: 'trashed', odd: [] };
  const known = ['draft', 'pending', 'auto-draft'];
  return {
    state: 'draft',
    odd: known.includes(status) ? [] : [`Its state there is “${status}”: a draft here.`],
  };
}

function leadOf(meta: Map<string, string>): PostRecord['picture'] {
  const attachment = meta.get('_thumbnail_id') ?? '';
  if (!/^[1-9]\d*$/.test(attachment)) {
    const beside = pictureBeside(meta);
    return beside && { attachment: null, ...beside, caption: '' };
  }
  return { attachment, address: null, alt: '', caption: '' };
}

/** Where it could be found besides its link. */
function alsoAt(item: XmlRecord, { id, slug, link }: { id: string; slug: string; link: string }): string[] {
  const old = metaList(item, '_wp_old_slug');
  const guid = childWords(item, 'guid');
  return [
    ...(/^\d+$/.test(id) ? [`/?p=${id}`] : []),
    ...(URL.canParse(guid) && URL.canParse(link) && new URL(guid).host === new URL(link).host ? [guid] : []),
    ...(slug === '' || !link.includes(slug) ? [] : old.map((former) => link.replace(slug, former))),
  ];
}

function* repliesOf(item: XmlRecord): Generator<ReplyRecord> {
  const post = postIdOf(item);
  for (const child of item.children) {
    if (child.name !== 'wp:comment') continue;
    const type = childWords(child, 'wp:comment_type');
    if (type !== '' && type !== 'comment') continue; // pingbacks and trackbacks are nobody's words
    const answers = childWords(child, 'wp:comment_parent');
    const at =
      utcTime(childWords(child, 'wp:comment_date_gmt')) ?? utcTime(childWords(child, 'wp:comment_date'));
    yield {
      kind: 'reply',
      id:
        childWords(child, 'wp:comment_id') ||
        `${post} ${at} ${childWords(child, 'wp:comment_content').slice(0, 200)}`,
      post: { id: post },
      answers: answers === '' || answers === '0' ? null : answers,
      name: childWords(child, 'wp:comment_author'),
      email: childWords(child, 'wp:comment_author_email') || null,
      html: childWords(child, 'wp:comment_content'),
      at,
      state: replyState(childWords(child, 'wp:comment_approved')),
    };
  }
}

function replyState(word: string): ReplyRecord['state'] {
  if (word === '1' || word === 'approve' || word === 'approved') return 'approved';
  if (word === 'spam') return 'spam';
  if (word === 'trash' || word === 'post-trashed') return 'gone';
  return 'held';
}

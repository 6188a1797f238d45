/** What WordPress's REST interface says of posts, files, terms and comments, as records. Texts there are as its pages show them. */
import { htmlToText } from '../../kit/safe-html.ts';
import { type JsonObject, listIn, objectOf, objectsIn, textIn, textOrNull } from '../json-values.ts';
import type {
  AttachmentRecord,
  AuthorRecord,
  MoveRecord,
  PostRecord,
  PostState,
  ReplyRecord,
  TermRecord,
} from '../records.ts';
import { forMembersOnly, isForMembers, isWithheld } from './members-only.ts';
import { utcTime, whenOf } from './times.ts';
import { plainNicename } from './wxr-words.ts';

/** A post or a page, after the authors, terms and files that stand in it. */
export function* recordsOfRestPost(post: JsonObject): Generator<MoveRecord> {
  const embedded = objectOf(post._embedded);
  const terms = listIn(embedded['wp:term']).flatMap(objectsIn);
  for (const author of objectsIn(embedded.author)) if (textIn(author.slug) !== '') yield restAuthor(author);
  for (const term of terms) {
    if (term.taxonomy === 'author') yield { ...restAuthor(term), isInPassing: true };
    const record = restTerm(term);
    if (record) yield record;
  }
  for (const file of objectsIn(embedded['wp:featuredmedia'])) if (file.source_url) yield restFile(file);
  yield restPost(post, { terms, authors: objectsIn(embedded.author) });
}

export function restAuthor(author: JsonObject): AuthorRecord {
  const slug = authorId(textIn(author.slug));
  return {
    kind: 'author',
    id: slug,
    name: textIn(author.name) || slug,
    email: null,
    bio: textIn(author.description),
    slug,
    number: author.taxonomy === 'author' ? null : textOrNull(author.id),
  };
}

/** Somebody as Co-Authors Plus answers of who wrote a post: its terms have their logins only. */
export const restCoauthor = (author: JsonObject): AuthorRecord => ({
  kind: 'author',
  id: authorId(textIn(author.user_nicename)),
  name: textIn(author.display_name),
  email: null,
  bio: rendered(author.description),
  slug: authorId(textIn(author.user_nicename)),
  number: null,
});

/** Ids of who is named at a post by that plugin. */
export const coauthorsOf = (post: JsonObject): string[] =>
  listIn(objectOf(post._embedded)['wp:term'])
    .flatMap(objectsIn)
    .filter(({ taxonomy }) => taxonomy === 'author')
    .map(({ slug }) => authorId(textIn(slug)));

/** Null for what is neither a category nor a tag. */
export function restTerm(term: JsonObject): TermRecord | null {
  const { taxonomy } = term;
  if (taxonomy !== 'category' && taxonomy !== 'post_tag') return null;
  // Where it is named at a post, only a link says what it stands below.
  const [above] = objectsIn(objectOf(term._links).up);
  const parent = textIn(term.parent) || (/\/(\d+)\/?$/.exec(textIn(above?.href))?.[1] ?? '');
  return {
    kind: 'term',
    taxonomy: taxonomy === 'category' ? 'category' : 'tag',
    slug: textIn(term.slug),
    name: textIn(term.name),
    parent: parent === '' || parent === '0' ? null : parent,
    number: textOrNull(term.id),
  };
}

export function restFile(file: JsonObject): AttachmentRecord {
  const full = objectOf(objectOf(objectOf(file.media_details).sizes).full);
  const meta = objectOf(objectOf(file.media_details).image_meta);
  const parent = textIn(file.post);
  return {
    kind: 'attachment',
    id: textIn(file.id),
    address: textIn(file.source_url) || textIn(full.source_url),
    page: textOrNull(file.link),
    parent: parent === '' || parent === '0' ? null : parent,
    isPicture: file.media_type === 'image' || /^image\//.test(textIn(file.mime_type)),
    title: rendered(file.title),
    alt: textIn(file.alt_text),
    caption: rendered(file.caption),
    credit: textIn(objectOf(file.meta)._media_credit) || textIn(meta.credit),
  };
}

const rendered = (value: unknown): string => textIn(objectOf(value).rendered) || textIn(value);

/** What Yoast puts between the words of a page: how long it takes to read, and a list of its headings. */
const OF_THE_PAGE =
  /<p class="[^"]*\byoast-reading-time__wrapper\b[^>]*>[\s\S]*?<\/p>|<div class="[^"]*\byoast-table-of-contents\b[^>]*>[\s\S]*?<\/div>/g;

const states: Record<string, PostState> = {
  publish: 'published',
  future: 'scheduled',
  private: 'private',
  trash: 'trashed',
};

function stateOfRest(post: JsonObject, withheld: boolean): PostState {
  const state = states[textIn(post.status) || 'publish'] ?? 'draft';
  const meta = new Map(Object.entries(objectOf(post.meta)).map(([key, value]) => [key, textIn(value)]));
  return forMembersOnly(state, () => withheld || isForMembers(meta, ''));
}

function restPost(
  post: JsonObject,
  { terms, authors }: { terms: JsonObject[]; authors: JsonObject[] },
): PostRecord {
  const id = textIn(post.id);
  const several = terms.filter(({ taxonomy }) => taxonomy === 'author');
  const isProtected = objectOf(post.content).protected === true;
  const withheld = isWithheld(rendered(post.content));
  const link = textOrNull(post.link);
  const lead = textIn(post.featured_media);
  const leadAddress = textOrNull(post.jetpack_featured_media_url);
  return {
    kind: 'post',
    id,
    type: post.type === 'page' ? 'page' : 'post',
    state: isProtected ? 'protected' : stateOfRest(post, withheld),
    headline: rendered(post.title),
    dek:
      textIn(objectOf(post.meta).newspack_post_subtitle) ||
      ownExcerpt(rendered(post.excerpt), rendered(post.content)),
    slug: textIn(post.slug),
    address: link,
    alsoAt: [...(/^\d+$/.test(id) ? [`/?p=${id}`] : [])],
    guid: rendered(post.guid) || null,
    authors: (several.length > 0 ? several : authors)
      .map(({ slug }) => authorId(textIn(slug)))
      .filter((slug) => slug !== ''),
    terms: terms.flatMap((term) => {
      const record = restTerm(term);
      return record ? [{ taxonomy: record.taxonomy, slug: record.slug, name: record.name }] : [];
    }),
    primary: null,
    markup: 'html',
    html: rendered(post.content).replace(OF_THE_PAGE, ''),
    language: textOrNull(post.lang) ?? textOrNull(objectOf(post.yoast_head_json).og_locale),
    group: groupOf(post.translations),
    published: whenOf(textIn(post.date_gmt).replace('T', ' '), textIn(post.date).replace('T', ' '), ''),
    changed: whenOf(textIn(post.modified_gmt).replace('T', ' '), textIn(post.modified).replace('T', ' '), ''),
    picture:
      (lead === '' || lead === '0') && leadAddress === null
        ? null
        : {
            attachment: lead === '0' || lead === '' ? null : lead,
            address: leadAddress,
            alt: '',
            caption: '',
          },
    corrections: [],
    repliesOpen: post.comment_status !== 'closed',
    isSticky: post.sticky === true,
    odd: [
      ...(isProtected
        ? ['Its words are behind a password: they are not given out, and are missing here.']
        : []),
      ...(withheld ? ['Some or all of its words are for members: the site does not give them out.'] : []),
    ],
  };
}

/** Polylang names all posts of a group: the least number is the same for each. */
function groupOf(translations: unknown): string | null {
  const ids = Object.values(objectOf(translations)).map(Number).filter(Number.isInteger);
  return ids.length > 1 ? `pll-${Math.min(...ids)}` : null;
}

/** Co-Authors Plus names them with a sign of its own before the nicename. */
const authorId = (slug: string): string => plainNicename(slug).replace(/^cap-/, '');

const CUT_AT = 55; // words: what WordPress makes of a text that has no excerpt

/** What WordPress makes of a text is no dek: its beginning, or all of it that it takes where it is short. */
function ownExcerpt(excerpt: string, content: string): string {
  if (/\[(?:&hellip;|…|\.\.\.)\]|class="(?:more-link|read-more)/.test(excerpt)) return '';
  const said = wordsOf(excerpt);
  const whole = wordsOf(content);
  const isBeginning = said.every((word, at) => word === whole[at]);
  if (isBeginning || said.length > CUT_AT || whole.length > 2 * CUT_AT) return isBeginning ? '' : excerpt;
  let at = 0;
  for (const word of whole) if (word === said[at]) at += 1;
  return at === said.length ? '' : excerpt;
}

const wordsOf = (html: string): string[] =>
  htmlToText(html)
    .split(/\s+/)
    .filter((word) => word !== '');

export function restReply(comment: JsonObject): ReplyRecord | null {
  const type = textIn(comment.type);
  if (type !== '' && type !== 'comment') return null;
  const parent = textIn(comment.parent);
  const status = textIn(comment.status) || 'approved';
  return {
    kind: 'reply',
    id: textIn(comment.id),
    post: { id: textIn(comment.post) },
    answers: parent === '' || parent === '0' ? null : parent,
    name: textIn(comment.author_name),
    email: textOrNull(comment.author_email),
    html: rendered(comment.content),
    at: utcTime(textIn(comment.date_gmt)) ?? utcTime(textIn(comment.date)),
    state: status === 'approved' ? 'approved' : status === 'spam' ? 'spam' : 'held',
  };
}

/** What WordPress's REST interface says of posts, files, terms and comments, as records. Texts there are as its pages show them. */
import type {
  AttachmentRecord,
  AuthorRecord,
  MoveRecord,
  PostRecord,
  PostState,
  ReplyRecord,
  TermRecord,
} from '../records.ts';
import { type JsonObject, listIn, objectOf, objectsIn, textIn, textOrNull } from './json-values.ts';
import { utcTime, whenOf } from './times.ts';

/** A post or a page, after the authors, terms and files that stand in it. */
export function* recordsOfRestPost(post: JsonObject): Generator<MoveRecord> {
  const embedded = objectOf(post._embedded);
  const terms = listIn(embedded['wp:term']).flatMap(objectsIn);
  for (const author of objectsIn(embedded.author)) if (textIn(author.slug) !== '') yield restAuthor(author);
  for (const term of terms) {
    if (term.taxonomy === 'author') yield restAuthor(term);
    const record = restTerm(term);
    if (record) yield record;
  }
  for (const file of objectsIn(embedded['wp:featuredmedia'])) if (file.source_url) yield restFile(file);
  yield restPost(post, { terms, authors: objectsIn(embedded.author) });
}

export function restAuthor(author: JsonObject): AuthorRecord {
  const slug = textIn(author.slug);
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

/** Null for what is neither a category nor a tag. */
export function restTerm(term: JsonObject): TermRecord | null {
  const { taxonomy } = term;
  if (taxonomy !== 'category' && taxonomy !== 'post_tag') return null;
  const parent = textIn(term.parent);
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

const states: Record<string, PostState> = {
  publish: 'published',
  future: 'scheduled',
  private: 'private',
  trash: 'trashed',
};

function restPost(
  post: JsonObject,
  { terms, authors }: { terms: JsonObject[]; authors: JsonObject[] },
): PostRecord {
  const id = textIn(post.id);
  const several = terms.filter(({ taxonomy }) => taxonomy === 'author');
  const isProtected = objectOf(post.content).protected === true;
  const link = textOrNull(post.link);
  const lead = textIn(post.featured_media);
  const leadAddress = textOrNull(post.jetpack_featured_media_url);
  return {
    kind: 'post',
    id,
    type: post.type === 'page' ? 'page' : 'post',
    state: isProtected ? 'protected' : (states[textIn(post.status) || 'publish'] ?? 'draft'),
    headline: rendered(post.title),
    dek: ownExcerpt(rendered(post.excerpt)),
    slug: textIn(post.slug),
    address: link,
    alsoAt: [...(/^\d+$/.test(id) ? [`/?p=${id}`] : [])],
    guid: rendered(post.guid) || null,
    authors: (several.length > 0 ? several : authors)
      .map(({ slug }) => textIn(slug))
      .filter((slug) => slug !== ''),
    terms: terms.flatMap((term) => {
      const record = restTerm(term);
      return record ? [{ taxonomy: record.taxonomy, slug: record.slug, name: record.name }] : [];
    }),
    primary: null,
    markup: 'html',
    html: rendered(post.content),
    language: textOrNull(post.lang),
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
    odd: isProtected
      ? ['Its words are behind a password: they are not given out, and are missing here.']
      : [],
  };
}

/** Polylang names all posts of a group: the least number is the same for each. */
function groupOf(translations: unknown): string | null {
  const ids = Object.values(objectOf(translations)).map(Number).filter(Number.isInteger);
  return ids.length > 1 ? `pll-${Math.min(...ids)}` : null;
}

/** What WordPress cuts from the beginning of a text is no dek. */
function ownExcerpt(excerpt: string): string {
  return /\[(?:&hellip;|…|\.\.\.)\]|class="(?:more-link|read-more)/.test(excerpt) ? '' : excerpt;
}

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

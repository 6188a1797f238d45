/**
 * The first walk through everything that was given: what belongs together is found before anything is written. What it finds
 * stands in a scratch pad on disk, so that a paper of any size takes the same memory.
 */
import { slugOf } from '../../kit/slug.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Spool } from '../../store/spool.ts';
import { addressesInUse, publicSlugs } from '../../stories/take-in.ts';
import { oldKey } from '../addresses/old-address.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { fileOf } from '../markup/pictures.ts';
import { movedRows } from '../moved-queries.ts';
import type {
  AttachmentRecord,
  AuthorRecord,
  MemberRuleRecord,
  MoveRecord,
  MoveSource,
  OtherRecord,
  PostRecord,
  ReplyRecord,
  SiteRecord,
  TermRecord,
} from '../records.ts';
import { UnreadableSource } from '../records.ts';
import { untilBroken } from '../until-broken.ts';
import { CategoryTree, plainSlug } from './category-tree.ts';
import { keepMemberRule, MEMBER_RULES, memberRuleOn, RULED } from './member-rules.ts';
import type { PostPlan, PostReader } from './reading.ts';
import { TermPairs } from './term-pairs.ts';
import { isPublished } from './when-published.ts';

export interface Survey {
  site: SiteRecord;
  filing: CategoryTree;
  pairs: TermPairs;
  /** How many of each there are, by name. */
  counts: Map<string, number>;
  /** At which many of its posts stand: a house that moved before has links to several. */
  hosts: string[];
  /** Sources that broke off, with the words for it; what stands before was read. */
  broken: { name: string; words: string }[];
}

export interface Surveying {
  sources: readonly MoveSource[];
  reader: PostReader;
  spool: Spool;
  /** Categories that are to be sections. */
  sections: readonly string[] | null;
  /** Of the paper: BCP 47. */
  language: string;
  /** The other house's address, where the file does not say it. */
  from: string | null;
  hear?: (bytes: number) => void;
}

const MOST_HOSTS = 100; // that are counted; posts may only point elsewhere
const MANY_AT_A_HOST = 2;
const OWN_PART = 0.2; // of all posts: fewer are links that somebody wrote
const BATCH = 500; // posts whose addresses are looked up at once

export async function surveyMove(newsroom: Newsroom, asked: Surveying): Promise<Survey> {
  const surveyor = new Surveyor(newsroom, asked);
  for (const at of asked.sources.keys()) await surveyor.read(at);
  if (surveyor.hasRules) for (const at of asked.sources.keys()) await surveyor.shut(at);
  return surveyor.found();
}

class Surveyor {
  readonly #newsroom: Newsroom;
  readonly #asked: Surveying;
  readonly #filing: CategoryTree;
  readonly #pairs: TermPairs;
  readonly #counts = new Map<string, number>();
  readonly #broken: Survey['broken'] = [];
  #site: SiteRecord | null = null;
  /** Of the source that is being read. */
  #house = '';
  #posts: PostRecord[] = [];
  readonly #hosts = new Map<string, number>();
  #addresses = 0;

  constructor(newsroom: Newsroom, asked: Surveying) {
    this.#newsroom = newsroom;
    this.#asked = asked;
    this.#filing = new CategoryTree(asked.sections);
    this.#pairs = new TermPairs(asked.spool, asked.language);
  }

  /** One of the sources, by its place. */
  async read(at: number): Promise<void> {
    const { reader, sources, hear } = this.#asked;
    try {
      for await (const records of reader.records(at, hear)) {
        for (const record of records) this.#take(record);
        if (this.#posts.length >= BATCH) await this.#planPosts();
      }
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      this.#broken.push({ name: sources[at]?.name ?? '', words: error.words });
    }
    await this.#planPosts();
  }

  get hasRules(): boolean {
    return this.#counts.has(MEMBER_RULES);
  }

  /** Rules may stand behind the posts that they shut, and links lead to none of these: so that is found before any is read. */
  async shut(at: number): Promise<void> {
    const { reader, spool } = this.#asked;
    for await (const records of untilBroken(reader.records(at)))
      for (const record of records) {
        const plan = record.kind === 'post' ? spool.get<PostPlan>('plan', record.id) : null;
        const rule = record.kind === 'post' && plan ? memberRuleOn(spool, record) : null;
        if (record.kind !== 'post' || !plan || !rule) continue;
        spool.put(RULED, record.id, rule.words);
        spool.put('plan', record.id, { ...plan, isOut: false });
      }
  }

  found(): Survey {
    const { from } = this.#asked;
    const none = { kind: 'site' as const, name: '', tagline: '', language: null, address: from };
    const site = this.#site ?? { ...none, origin: `files:${from ?? ''}` };
    const enough = Math.max(MANY_AT_A_HOST, this.#addresses * OWN_PART);
    const hosts = [...this.#hosts].filter(([, many]) => many >= enough).map(([host]) => host);
    return {
      site,
      filing: this.#filing,
      pairs: this.#pairs,
      counts: this.#counts,
      broken: this.#broken,
      hosts,
    };
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  #take(record: MoveRecord): void {
    const { spool } = this.#asked;
    if (record.kind === 'post') this.#posts.push(record);
    else if (record.kind === 'reply') this.#meetReply(record);
    else if (record.kind === 'attachment') this.#meetFile(record);
    else if (record.kind === 'author') this.#meetAuthor(record);
    else if (record.kind === 'site') this.#meetSite(record);
    else if (record.kind === 'pairing') spool.put('pairing', record.id, record);
    else if (record.kind === 'correction') spool.add('correction', record.post, record);
    else if (record.kind === 'piece') spool.put('piece', record.id, record.html);
    else if (record.kind === 'member-rule') this.#meetRule(record);
    else if (record.kind === 'redirect') spool.put('redirect', oldKey(record.from), record);
    else if (record.kind === 'subscription') this.#count('subscriptions');
    else if (record.kind === 'member')
      this.#count(record.wantsLetters ? 'letter readers' : 'members without letters');
    else if (record.kind === 'other') this.#meetOther(record);
    else if (record.kind === 'term-pair') this.#pairs.meet(record);
    else this.#meetTerm(record);
  }

  /** Of each kind one, which readers had where any of them was. */
  #meetOther(other: OtherRecord): void {
    const { spool } = this.#asked;
    this.#count(`of kind “${other.what}”`);
    const had = spool.get<OtherRecord>('other', other.what);
    if (!had || (had.address === undefined && other.address !== undefined))
      spool.put('other', other.what, other);
  }

  #meetRule(rule: MemberRuleRecord): void {
    this.#count(MEMBER_RULES);
    keepMemberRule(this.#asked.spool, rule);
  }

  #meetTerm(said: TermRecord): void {
    const { spool } = this.#asked;
    const term = this.#filing.addTerm(said);
    spool.put('term', `${term.taxonomy} ${term.slug}`, term);
    this.#pairs.meetTerm(term);
  }

  #meetSite(site: SiteRecord): void {
    const { from } = this.#asked;
    const origin = site.origin.endsWith(':') ? `${site.origin}${from ?? ''}` : site.origin;
    this.#house = origin;
    // Replies alone say nothing of the house whose they are: what comes with them does.
    if (this.#site === null || /^(?:disqus|coral):/.test(this.#site.origin))
      this.#site = { ...site, origin, address: site.address ?? from };
  }

  #meetAuthor(author: AuthorRecord): void {
    const { spool } = this.#asked;
    const had = spool.get<AuthorRecord>('author', author.id);
    if (!had || had.isInPassing) spool.put('author', author.id, author);
    else if (author.isInPassing) return;
    else if (had.name !== author.name && had.email !== author.email)
      spool.put('two of a login', author.id, { first: had.name, second: author.name });
  }

  #meetFile(file: AttachmentRecord): void {
    const { spool } = this.#asked;
    this.#count(file.isPicture ? 'pictures in the library' : 'other files in the library');
    spool.put('file', file.id, file);
    const known = fileOf(file.address, this.#site?.address ?? null);
    if (known) spool.put('file at', known.key, file.id);
    if (file.parent === null) return;
    if (file.isPicture) spool.add('files of', file.parent, file.id);
    if (file.page !== null) spool.add('pages of files of', file.parent, file.page);
  }

  #meetReply(reply: ReplyRecord): void {
    const words = { approved: 'replies', held: 'held replies', spam: 'spam', gone: 'withdrawn replies' };
    const isTaken = reply.state === 'approved' && saysSomething(reply.html);
    this.#count(reply.state === 'approved' && !isTaken ? 'replies without words' : words[reply.state]);
    // Two houses number their replies alike.
    const named = (id: string) => `${this.#house} ${id}`;
    const { id, answers } = reply;
    const kept = { ...reply, id: named(id), answers: answers === null ? null : named(answers) };
    if (isTaken) this.#asked.spool.put('reply', kept.id, kept);
    else this.#asked.spool.put('reply left out', kept.id, kept.answers ?? '');
  }

  #meetHost(address: string): void {
    if (!URL.canParse(address)) return;
    this.#addresses += 1;
    const host = new URL(address).host.replace(/^www\./, '');
    if (this.#hosts.has(host) || this.#hosts.size < MOST_HOSTS)
      this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
  }

  /** Gives posts their addresses here: those that they had there where they are free. */
  async #planPosts(): Promise<void> {
    const posts = this.#posts.splice(0);
    if (posts.length === 0) return;
    const { origin } = this.found().site;
    const moved = await movedRows(this.#newsroom, { origin, kind: 'post', ids: posts.map(({ id }) => id) });
    const ours = [...moved.values()].map((row) => row.our_id);
    const slugs = await publicSlugs(this.#newsroom, ours);
    const wishes = posts.map(wishOf);
    const used = await addressesInUse(this.#newsroom, wishes);
    for (const [at, post] of posts.entries()) {
      const kept = slugs.get(moved.get(post.id)?.our_id ?? '');
      this.#planPost(post, kept ?? (await this.#free(wishes[at] ?? '', post.id, used)));
    }
  }

  /** `used`: of the wishes of this batch, those that the paper has; what is made of a wish is asked for by itself. */
  async #free(wish: string, id: string, used: ReadonlySet<string>): Promise<string> {
    const { spool } = this.#asked;
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? wish : `${wish}-${number}`;
      if (used.has(slug)) continue;
      const other = spool.get<string>('slug', slug);
      if (other === id) return slug;
      if (other !== null || (number > 1 && (await addressesInUse(this.#newsroom, [slug])).has(slug)))
        continue;
      spool.put('slug', slug, id);
      return slug;
    }
  }

  #categoryOf(post: PostRecord): string | null {
    const { type, primary } = post;
    const slug = this.#filing.categoryOf({ type, primary, terms: this.#pairs.ownTerms(post.terms) });
    return slug === null ? null : this.#pairs.own({ taxonomy: 'category', slug }).slug;
  }

  #planPost(post: PostRecord, slug: string): void {
    const { spool } = this.#asked;
    const category = this.#categoryOf(post);
    const isOut = isPublished(post);
    this.#count(stateWords(post));
    if (post.state !== 'trashed')
      this.#filing.noticeUse(category, post.terms.find((term) => term.slug === category)?.name ?? null);
    const plan: PostPlan = { slug, category, isOut, address: post.address };
    spool.put('plan', post.id, plan);
    if (!isOut) return;
    this.#meetHost(post.address ?? '');
    for (const address of [post.address ?? '', ...post.alsoAt]) {
      const key = oldKey(address);
      if (key !== '' && !spool.has('path', key)) spool.put('path', key, post.id);
    }
  }
}

/** A picture or nothing is left of some. */
const saysSomething = (html: string): boolean =>
  html.replace(/<[^>]*>|&(?:nbsp|#160|zwnj|#8203);/gi, '').trim() !== '';

const wishOf = (post: PostRecord): string =>
  plainSlug(post.slug) ||
  slugOf(lineOfHtml(post.headline), post.language) ||
  `story-${post.id.replace(/[^a-z0-9]/gi, '').toLowerCase()}`;

function stateWords(post: PostRecord): string {
  const kind = post.type === 'page' ? 'pages' : 'posts';
  return post.state === 'published' ? kind : `${post.state} ${kind}`;
}

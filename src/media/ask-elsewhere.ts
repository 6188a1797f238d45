/**
 * A post or a film that stands elsewhere, asked by the newsroom: its title, author and site, and a still picture of it, which is
 * taken into the library. Readers get these and a link; nothing that its site sends to be run or shown.
 */
import type { EmbedBlock } from '../kit/body-shape.ts';
import { SECOND } from '../kit/clock.ts';
import { knownSiteOf, playerPage, siteOf } from '../kit/embed-address.ts';
import { type FetchOutcome, guardedFetch } from '../kit/guarded-fetch.ts';
import { ownModule } from '../kit/own-module.ts';
import { because, Refusal, refuse } from '../kit/refusal.ts';
import { plainRun } from '../kit/runs.ts';
import { typedAddress } from '../kit/safe-href.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { fetchPicture } from './fetch-picture.ts';
import { oembedRequest } from './oembed-servers.ts';
import type { ElsewhereAnswer, SaidElsewhere } from './read-elsewhere.ts';

export interface AskingElsewhere {
  /** As a person types it; the address of a player is one too. */
  address: string;
  /** Milliseconds that each of its servers may take. */
  ms?: number;
  by: Actor;
}

export interface AskedElsewhere {
  block: EmbedBlock;
  /** Why there is no still, in words; null where there is one, or none is named. */
  withoutStill: string | null;
}

const LONGEST_ANSWER = 8 * SECOND; // three servers are asked at most while an editor waits
const LONGEST_PICTURE = 15 * SECOND;
const LARGEST_ANSWER = 5_000_000; // bytes; the pages of film sites are 1 to 2 MB
const LONGEST_READ = 5 * SECOND;

/**
 * Asks the site's oEmbed server, its page, and the server that the page names, until a title, an author and a picture are known.
 * Refuses with `form-incomplete` what is no address, and with `embed-not-read` where nothing is said there; then whoever asks
 * types the words.
 */
export async function askElsewhere(newsroom: Newsroom, asking: AskingElsewhere): Promise<AskedElsewhere> {
  const href = addressOf(asking.address);
  const said = await saidOf(newsroom, href, asking.ms ?? LONGEST_ANSWER);
  const { title, author, picture } = said;
  const site = knownSiteOf(href) ?? (said.site || siteOf(href));
  const still = await takeStill(newsroom, {
    picture,
    credit: author === '' ? site : `${author} / ${site}`,
    asking,
  });
  const block: EmbedBlock = {
    kind: 'embed',
    href,
    title: title === '' ? [] : [plainRun(title)],
    author,
    site,
    still: still.id,
  };
  return { block, withoutStill: still.words };
}

function addressOf(typed: string): string {
  const found = typedAddress(typed, null);
  if ('problem' in found) return refuse('form-incomplete', { fields: { address: found.problem } });
  if (!/^https?:/.test(found.href))
    return refuse('form-incomplete', { fields: { address: because('postNotOnTheWeb') } });
  return playerPage(found.href, null)?.href ?? found.href;
}

const NOTHING: SaidElsewhere = { title: '', author: '', site: '', picture: null, oembed: null };

/** What is known after each answer. An oEmbed server is believed before a page, whose title may be its site's more than its own. */
async function saidOf(newsroom: Newsroom, href: string, ms: number): Promise<SaidElsewhere> {
  let said = NOTHING;
  let why = '';
  const ask = async (address: string, work: 'readOembed' | 'readPageWords'): Promise<void> => {
    const answer = await askOne(newsroom, { address, work, ms });
    if (typeof answer === 'string') why = answer;
    else said = work === 'readOembed' ? joined(answer, said) : joined(said, answer);
  };
  const known = oembedRequest(href);
  if (known) await ask(known, 'readOembed');
  if (!isWhole(said)) await ask(href, 'readPageWords');
  if (!isWhole(said) && said.oembed !== null) await ask(said.oembed, 'readOembed');
  if (said.title !== '' || said.author !== '' || said.picture !== null) return said;
  return refuse('embed-not-read', { because: because('postSaysNothing', { fact: why }) });
}

function isWhole({ title, author, picture }: SaidElsewhere): boolean {
  return title !== '' && author !== '' && picture !== null;
}

function joined(had: SaidElsewhere, more: SaidElsewhere): SaidElsewhere {
  return {
    title: had.title || more.title,
    author: had.author || more.author,
    site: had.site || more.site,
    picture: had.picture ?? more.picture,
    oembed: had.oembed ?? more.oembed,
  };
}

interface Question {
  address: string;
  work: 'readOembed' | 'readPageWords';
  ms: number;
}

/** What it says; or why it says nothing, in words. */
async function askOne(newsroom: Newsroom, { address, work, ms }: Question): Promise<SaidElsewhere | string> {
  const { trustedHosts, address: newsroomAddress } = newsroom.settings;
  const accept =
    work === 'readOembed' ? 'application/json' : 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
  const limits = { bytes: LARGEST_ANSWER, totalMs: ms, connectMs: ms, firstByteMs: ms };
  const got = await guardedFetch({ address, headers: { accept }, trustedHosts, newsroomAddress, limits });
  const not = problemOf(got);
  if (not !== null || !got.ok) return not ?? '';
  const argument: ElsewhereAnswer = {
    bytes: Uint8Array.from(got.bytes), // a Buffer may be a window on a large slab, all of which would be copied
    contentType: got.headers['content-type'] ?? null,
    address: got.finalUrl,
  };
  const job = { module: ownModule('media/read-elsewhere'), work, argument, ms: LONGEST_READ };
  const read = await newsroom.threads.run<SaidElsewhere | null>(job);
  if (read.ok) return read.value ?? 'What is answered there is no page.';
  if (read.why === 'broken') newsroom.log.error('reading a post failed', { address, why: read.words });
  return 'What is answered there cannot be read.';
}

function problemOf(got: FetchOutcome): string | null {
  if (!got.ok) return got.why === 'too-large' ? 'The page there is larger than 5 MB.' : got.words;
  return got.status === 200 ? null : `Its server answers with ${got.status}.`;
}

interface StillWish {
  picture: string | null;
  credit: string;
  asking: AskingElsewhere;
}

/** A picture that is not to be had keeps back nothing else. */
async function takeStill(
  newsroom: Newsroom,
  { picture, credit, asking }: StillWish,
): Promise<{ id: string | null; words: string | null }> {
  if (picture === null) return { id: null, words: null };
  const ms = asking.ms ?? LONGEST_PICTURE;
  try {
    const { pictureId } = await fetchPicture(newsroom, { address: picture, credit, ms, by: asking.by });
    return { id: pictureId, words: null };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { id: null, words: `Its picture was not taken: ${refusal.words}` };
  }
}

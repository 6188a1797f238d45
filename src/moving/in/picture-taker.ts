/**
 * Pictures of the other house: fetched politely, some at a time and no more of one host than a browser would, or read from a folder
 * of its uploads. One that came before is not asked for again; what is no picture is said, with its address.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { guardedFetch } from '../../kit/guarded-fetch.ts';
import { Refusal } from '../../kit/refusal.ts';
import { takePicture } from '../../media/take-picture.ts';
import { oldKey } from '../addresses/old-address.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { keepMoved, keepOldAddresses, movedRows } from '../moved-queries.ts';
import { UNKNOWN_HOUSE } from '../records.ts';
import { type OpenPost, saidOfFile, type WantedPicture } from './read-post.ts';
import { doubt, type MoveWorld, tally } from './world.ts';

export interface PictureWays {
  /** A folder of the other house's uploads; null where there is none at hand. */
  uploads: string | null;
  /** Whether pictures may be asked for from where they stand. */
  fetches: boolean;
}

const AT_ONCE = 4; // pictures on their way
const TRIES = 3; // of one that a busy host does not give
const WAIT = 2_000; // ms before a busy host is asked again; longer where it says so
const LONGEST_WAIT = 60_000; // ms; a host that wants more is left alone, and asked in the next run
const LARGEST = 25 * 1024 * 1024; // bytes, as of an upload

/** With the first post that shows it. */
type PictureInPost = WantedPicture & { postId: string };

const NOWHERE =
  'The file does not say where the site is: name it with --from, or the folder of its pictures with --uploads.';

type Got = { bytes: Uint8Array } | { why: string };

export class PictureTaker {
  readonly #world: MoveWorld;
  readonly #ways: PictureWays;
  /** Addresses that gave none in this run. */
  readonly #missing = new Set<string>();

  constructor(world: MoveWorld, ways: PictureWays) {
    this.#world = world;
    this.#ways = ways;
  }

  get mayFetch(): boolean {
    return this.#world.isReal && (this.#ways.fetches || this.#ways.uploads !== null);
  }

  /** Ours of the pictures that these posts want, by their keys; in a rehearsal those that came before. */
  async take(posts: OpenPost[]): Promise<Map<string, string>> {
    const world = this.#world;
    const wanted = this.#wantedBy(posts);
    const { origin } = world.survey.site;
    const rows = await movedRows(world.newsroom, { origin, kind: 'picture', ids: [...wanted.keys()] });
    const ours = new Map([...rows].map(([key, row]) => [key, row.our_id]));
    const open = [...wanted.values()].filter(({ key }) => !ours.has(key) && !this.#missing.has(key));
    if (!this.mayFetch) for (const { key } of open) this.#countOnce(key);
    if (!this.mayFetch) return ours;
    const line = open.values();
    const takeNext = async (): Promise<void> => {
      for (const picture of line) {
        const id = await this.#takeOne(picture);
        if (id !== null) ours.set(picture.key, id);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeNext));
    return ours;
  }

  #countOnce(key: string): void {
    this.#missing.add(key);
    const { fetches, uploads } = this.#ways;
    tally(this.#world, fetches || uploads !== null ? 'pictures to fetch' : 'pictures left for later');
  }

  #wantedBy(posts: OpenPost[]): Map<string, PictureInPost> {
    const wanted = new Map<string, PictureInPost>();
    for (const { post, lead, inText } of posts) {
      if (lead && !wanted.has(lead.key)) wanted.set(lead.key, { ...lead, postId: post.id });
      for (const { key, addresses, alt } of inText) {
        if (wanted.has(key)) continue;
        const file = saidOfFile(this.#world, key);
        const caption = lineOfHtml(file?.caption ?? '');
        wanted.set(key, {
          key,
          addresses,
          alt: alt || (file?.alt ?? ''),
          caption,
          credit: lineOfHtml(file?.credit ?? ''),
          postId: post.id,
        });
      }
    }
    return wanted;
  }

  async #takeOne(picture: PictureInPost): Promise<string | null> {
    const world = this.#world;
    let why = '';
    for (const address of picture.addresses) {
      const got = await this.#bytesOf(address);
      if ('why' in got) {
        why ||= got.why;
        continue;
      }
      try {
        return await this.#keep(picture, got.bytes);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'disk-full') throw error;
        why = error.words;
      }
    }
    this.#missing.add(picture.key);
    tally(world, 'pictures missing');
    const [address = null] = picture.addresses;
    const which = { kind: 'picture' as const, foreignId: picture.key, postId: picture.postId };
    doubt(world, { ...which, code: 'picture-missing', words: why, address });
    return null;
  }

  async #keep(picture: WantedPicture, bytes: Uint8Array): Promise<string> {
    const { newsroom, survey, by } = this.#world;
    const { alt, caption, credit } = picture;
    const { pictureId } = await takePicture(newsroom, { bytes, alt, caption, credit, by });
    const moved_at = newsroom.clock.now();
    await newsroom.transact(async (inner) => {
      const none = { guid: null, taken_hash: '', written_hash: '', lacks: 0, moved_at };
      const { origin } = survey.site;
      await keepMoved(inner, [
        { origin, kind: 'picture', foreign_id: picture.key, our_id: pictureId, ...none },
      ]);
      const file = saidOfFile(this.#world, picture.key);
      const paths = [
        ...picture.addresses,
        ...(file?.page ? [file.page] : []),
        ...(file ? [`/?p=${file.id}`] : []),
      ];
      const keys = [...new Set(paths.map(oldKey))].filter((path) => path !== '');
      const rows = keys.map((path) => ({ path, kind: 'picture' as const, our_id: pictureId, moved_at }));
      await keepOldAddresses(inner, rows);
    });
    tally(this.#world, 'pictures taken in');
    return pictureId;
  }

  async #bytesOf(address: string): Promise<Got> {
    const inFolder = await this.#fromFolder(address);
    if (inFolder) return { bytes: inFolder };
    if (!this.#ways.fetches) return { why: 'It is not in the folder of uploads.' };
    if (address.startsWith(UNKNOWN_HOUSE)) return { why: NOWHERE };
    for (let tried = 1; ; tried += 1) {
      const answer = await this.#ask(address);
      if (!('again' in answer)) return answer;
      if (tried >= TRIES) return { why: answer.why };
      await pause(Math.min(answer.again, LONGEST_WAIT));
    }
  }

  async #ask(address: string): Promise<Got | { again: number; why: string }> {
    const { settings } = this.#world.newsroom;
    const fetched = await guardedFetch({
      address,
      headers: { accept: 'image/avif,image/webp,image/*;q=0.9' },
      trustedHosts: settings.trustedHosts,
      newsroomAddress: settings.address,
      limits: { bytes: LARGEST },
    });
    if (!fetched.ok)
      return fetched.why === 'timed-out' ? { again: WAIT, why: fetched.words } : { why: fetched.words };
    const { status, headers, bytes } = fetched;
    if (status === 200 && /^\s*text\/html/i.test(headers['content-type'] ?? ''))
      return { why: 'A page stands there, and no picture.' };
    if (status === 200) return { bytes };
    const why = `Its host answers ${status}.`;
    if (status !== 429 && status < 500) return { why };
    const wait = Number(headers['retry-after']) * 1_000;
    return { again: wait > 0 ? wait : WAIT, why };
  }

  /** Below the folder by the part of the address after where uploads begin; nothing outside of it. */
  async #fromFolder(address: string): Promise<Uint8Array | null> {
    if (this.#ways.uploads === null) return null;
    const folder = resolve(this.#ways.uploads);
    const path = pathOf(address);
    const parts = path.split('/').filter((part) => part !== '');
    for (let from = 0; from < parts.length; from += 1) {
      const file = resolve(join(folder, ...parts.slice(from)));
      if (!file.startsWith(folder + sep)) continue;
      const bytes = await readFile(file).catch(() => null); // not there: it is looked for elsewhere
      if (bytes) return bytes;
    }
    return null;
  }
}

function pathOf(address: string): string {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return ''; // an address that no file of the folder can have
  }
}

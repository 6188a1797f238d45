/**
 * Pictures of the other house, some at a time and no more of one host than a browser would. One that came before is not asked for again; what is no picture is said, with its address.
 */
import { Refusal } from '../../kit/refusal.ts';
import { takePicture } from '../../media/take-picture.ts';
import { oldKey } from '../addresses/old-address.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { keepMoved, keepOldAddresses, movedRows } from '../moved-queries.ts';
import type { HouseFiles } from './house-files.ts';
import { saidOfFile } from './read-post.ts';
import type { OpenPost, WantedPicture } from './reading.ts';
import { doubt, type MoveWorld, tally } from './world.ts';

const AT_ONCE = 4; // pictures on their way
const PICTURE = {
  accept: 'image/avif,image/webp,image/*;q=0.9',
  largest: 25 * 1024 * 1024, // bytes, as of an upload
  isPage: 'A page stands there, and no picture.',
};

/** With the first post that shows it. */
type PictureInPost = WantedPicture & { postId: string };

export class PictureTaker {
  readonly #world: MoveWorld;
  readonly #files: HouseFiles;
  /** Addresses that gave none in this run. */
  readonly #missing = new Set<string>();

  constructor(world: MoveWorld, files: HouseFiles) {
    this.#world = world;
    this.#files = files;
  }

  get mayFetch(): boolean {
    return this.#world.isReal && this.#files.mayBeHad;
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
    tally(this.#world, this.#files.mayBeHad ? 'pictures to fetch' : 'pictures left for later');
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
      const got = await this.#files.get(address, PICTURE);
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
}

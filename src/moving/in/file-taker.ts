/**
 * Documents, films and sounds of the other house that posts link to or play: taken into the library, one at a time, for each may be
 * as large as a hundred pictures. What is too large, or of a kind that is not kept, stays there, and is said with why.
 */
import { Refusal } from '../../kit/refusal.ts';
import { listMediaOf } from '../../media/media.ts';
import { recordingKind } from '../../media/recording-file.ts';
import { documentFormat, takeDocument } from '../../media/take-document.ts';
import { takeMedia } from '../../media/take-media.ts';
import { oldKey } from '../addresses/old-address.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { fileOf, type OurFile } from '../markup/pictures.ts';
import { keepMoved, keepOldAddresses, movedRows } from '../moved-queries.ts';
import type { HouseFiles } from './house-files.ts';
import { saidOfFile } from './read-post.ts';
import { type MoveWorld, tally } from './world.ts';

const WANTED = {
  accept: '*/*',
  largest: 64 * 1024 * 1024, // bytes, as of an upload
  isPage: 'A page stands there, and no file.',
};

/** Why one stays there; `isFinal`: it is not asked for again. */
export interface AwayFile {
  why: string;
  isFinal: boolean;
}

export class FileTaker {
  readonly #world: MoveWorld;
  readonly #files: HouseFiles;
  readonly #left = new Map<string, AwayFile>();

  constructor(world: MoveWorld, files: HouseFiles) {
    this.#world = world;
    this.#files = files;
  }

  /** Ours of these addresses; in a rehearsal, those that came before. */
  async take(addresses: readonly string[]): Promise<Map<string, OurFile>> {
    const wanted = [...new Set(addresses)];
    if (wanted.length === 0) return new Map();
    const world = this.#world;
    const { origin } = world.survey.site;
    const rows = await movedRows(world.newsroom, { origin, kind: 'picture', ids: wanted });
    const ids = new Map([...rows].map(([address, row]) => [address, row.our_id]));
    for (const address of wanted) {
      if (ids.has(address) || this.#left.has(address)) continue;
      if (world.isReal && this.#files.mayBeHad) {
        const id = await this.#takeOne(address);
        if (id !== null) ids.set(address, id);
      } else {
        this.#left.set(address, { why: '', isFinal: false });
        tally(world, this.#files.mayBeHad ? 'other files to fetch' : 'other files left for later');
      }
    }
    const shown = await listMediaOf(world.newsroom, [...ids.values()], world.masthead.language);
    return new Map(
      [...ids].flatMap(([address, id]) => {
        const view = shown.get(id);
        return view?.file && view.kind !== 'picture'
          ? [[address, { id, kind: view.kind, href: view.file.href }] as const]
          : [];
      }),
    );
  }

  /** Why it is not here; null of one that nobody asked for. */
  leftOf(address: string): AwayFile | null {
    return this.#left.get(address) ?? null;
  }

  async #takeOne(address: string): Promise<string | null> {
    const got = await this.#files.get(address, WANTED);
    if ('why' in got) return this.#leave(address, got);
    try {
      return await this.#keep(address, got.bytes);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'disk-full') throw error;
      return this.#leave(address, { why: error.words, isFinal: true });
    }
  }

  #leave(address: string, left: AwayFile): null {
    this.#left.set(address, left);
    tally(this.#world, 'other files that stay there');
    return null;
  }

  async #keep(address: string, bytes: Uint8Array): Promise<string> {
    const { newsroom, survey, by } = this.#world;
    const known = fileOf(address, survey.site.address);
    const said = known === null ? null : saidOfFile(this.#world, known.key);
    const words = {
      alt: '',
      caption: lineOfHtml(said?.caption ?? ''),
      credit: lineOfHtml(said?.credit ?? ''),
    };
    const upload = { bytes, name: nameOf(address), ...words, by };
    const isDocument = documentFormat(bytes, upload.name) !== null;
    // What is neither a document nor a recording is refused as a recording would be, in words.
    const { pictureId } =
      isDocument || recordingKind(bytes) === null
        ? await takeDocument(newsroom, upload)
        : await takeMedia(newsroom, upload);
    const moved_at = newsroom.clock.now();
    await newsroom.transact(async (inner) => {
      const none = { guid: null, taken_hash: '', written_hash: '', lacks: 0, moved_at };
      const { origin } = survey.site;
      await keepMoved(inner, [{ origin, kind: 'picture', foreign_id: address, our_id: pictureId, ...none }]);
      const places = [address, ...(said ? [said.page ?? '', `/?p=${said.id}`] : [])];
      const paths = [...new Set(places.map(oldKey))].filter((path) => path !== '');
      await keepOldAddresses(
        inner,
        paths.map((path) => ({ path, kind: 'picture' as const, our_id: pictureId, moved_at })),
      );
    });
    tally(this.#world, 'other files taken in');
    return pictureId;
  }
}

function nameOf(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // an address of the other house may hold a broken escape
  }
}

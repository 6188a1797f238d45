/** Who wrote there, as somebody of the staff here. */
import type { Newsroom } from '../../newsroom.ts';
import { isStaff, takeInAuthor } from '../../staff/take-in.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { keepMoved, keepOldAddresses, movedRows } from '../moved-queries.ts';
import type { AuthorRecord } from '../records.ts';
import { nameOfAuthor } from './read-post.ts';
import { digest, type MoveWorld, tally } from './world.ts';

export class People {
  readonly #world: MoveWorld;
  readonly #ids = new Map<string, string | null>();

  constructor(world: MoveWorld) {
    this.#world = world;
  }

  nameOf(id: string): string {
    return nameOfAuthor(this.#world, id);
  }

  /** Their id on the staff; null in a rehearsal. Made where they are new, in that transaction. */
  async staffId(inner: Newsroom, id: string | undefined): Promise<string | null> {
    if (id === undefined || !this.#world.isReal) return null;
    const had = this.#ids.get(id);
    if (had !== undefined) return had;
    const staffId = await this.#find(inner, id);
    this.#ids.set(id, staffId);
    return staffId;
  }

  /** Ids that were made in a transaction which was not kept are made anew. */
  forget(): void {
    this.#ids.clear();
  }

  #emailOf(id: string | undefined): string | null {
    return id === undefined ? null : (this.#world.spool.get<AuthorRecord>('author', id)?.email ?? null);
  }

  async #find(inner: Newsroom, id: string): Promise<string | null> {
    const { origin } = this.#world.survey.site;
    const known = (await movedRows(inner, { origin, kind: 'author', ids: [id] })).get(id);
    if (known && (await isStaff(inner, known.our_id))) return known.our_id;
    const said = this.#world.spool.get<AuthorRecord>('author', id);
    const name = this.nameOf(id);
    if (name === '') return null;
    const author = {
      name,
      email: said?.email ?? this.#emailOf(said?.sameAs),
      bio: lineOfHtml(said?.bio ?? ''),
      slug: said?.slug ?? id,
    };
    const { staffId, isNew } = await takeInAuthor(inner, { author, by: this.#world.by });
    const moved_at = inner.clock.now();
    const hash = digest(author);
    await keepMoved(inner, [
      {
        origin,
        kind: 'author',
        foreign_id: id,
        our_id: staffId,
        guid: null,
        taken_hash: hash,
        written_hash: hash,
        lacks: 0,
        moved_at,
      },
    ]);
    const paths = [
      ...(author.slug === '' ? [] : [`/author/${author.slug.toLowerCase()}`]),
      ...(said?.number ? [`/?author=${said.number}`] : []),
    ];
    await keepOldAddresses(
      inner,
      paths.map((path) => ({ path, kind: 'author', our_id: staffId, moved_at })),
    );
    if (isNew) tally(this.#world, 'authors taken in');
    return staffId;
  }
}

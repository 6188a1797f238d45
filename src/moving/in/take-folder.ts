/**
 * A folder that `crier move-out` made, back in: with the ids, dates, takes and addresses that it had. A story that is here stays as
 * it is; names that something here has already are that thing.
 */
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { safeBody } from '../../kit/safe-html.ts';
import { openMediaFiles } from '../../media/media-files.ts';
import { type Newsroom, recordActs, theNewsroomItself } from '../../newsroom.ts';
import { sealReplyAddress } from '../../replies/take-in.ts';
import { announce } from '../../runner/work.ts';
import { addRows, columnsOf, type PlainRow, readRows, type TableName } from '../../store/table-rows.ts';
import { fileInMorgue } from '../../stories/file-in-morgue.ts';
import {
  deskTables,
  FOLDER_FILE,
  FOLDER_FORMAT,
  FOLDER_VERSION,
  LETTERS_FILE,
  paperTables,
  pastTables,
  storyTables,
} from '../folder-tables.ts';
import { UnreadableSource } from '../records.ts';
import { folderLines, readFolderJson } from './folder-files.ts';
import { letterReadersIn, takeLetterReaders } from './letters.ts';
import { ownLinksFrom } from './own-links.ts';
import { rowsThatHang } from './rows-that-hang.ts';

export interface FolderReport {
  isReal: boolean;
  counts: Map<string, number>;
  /** What could not come, in words. */
  problems: string[];
}

/** Whether a folder says that it is one. */
export async function isMovedOut(folder: string): Promise<boolean> {
  return access(join(folder, FOLDER_FILE)).then(
    () => true,
    () => false,
  );
}

/** Takes the folder in; in a rehearsal counts what would come. Refuses in words what is not whole, or of a newer Crier. */
export async function takeFolder(
  newsroom: Newsroom,
  order: { folder: string; isReal: boolean; hear?: (done: number, total: number) => void },
): Promise<FolderReport> {
  const taker = new FolderTaker(newsroom, order.folder, order.isReal);
  await taker.checkHead();
  await taker.takePaper();
  await taker.takeStories(order.hear);
  await taker.takePast();
  return taker.report;
}

const STAFF_COLUMNS =
  'by_id staff_id read_by_id confirmed_by_id decided_by_id settled_by_id assigned_id taken_by_id'.split(' ');

/** Tables whose rows are known by another thing than their id, and the columns that name them. */
const NAMED: [TableName, string, string[]][] = [
  ['sections', 'slug', ['section_id']],
  ['topics', 'slug', ['topic_id']],
  ['staff', 'slug', STAFF_COLUMNS],
  ['sources', 'slug', ['source_id']],
  ['speakers', 'slug', ['speaker_id']],
  ['media', 'hash', ['picture_id', 'media_id']],
];

class FolderTaker {
  readonly report: FolderReport;
  readonly #newsroom: Newsroom;
  readonly #folder: string;
  #columns = new Map<string, Set<string>>();
  #linked: (value: unknown) => unknown = (value) => value;
  /** Ids that mean another row here, by the columns that hold them. */
  readonly #others = new Map<string, Map<string, string>>();

  constructor(newsroom: Newsroom, folder: string, isReal: boolean) {
    this.#newsroom = newsroom;
    this.#folder = folder;
    this.report = { isReal, counts: new Map(), problems: [] };
  }

  async checkHead(): Promise<void> {
    const head = (await readFolderJson(join(this.#folder, FOLDER_FILE))) as Record<string, unknown>;
    if (head.format !== FOLDER_FORMAT)
      throw new UnreadableSource('This is no folder that crier move-out made.');
    if (Number(head.version) > FOLDER_VERSION)
      throw new UnreadableSource('A newer Crier made this folder. Use that one.');
    this.#linked = ownLinksFrom(head.address, this.#newsroom.settings.address);
    this.#columns = await columnsOf(this.#newsroom.store);
  }

  async takePaper(): Promise<void> {
    for (const { table } of paperTables) {
      const rows: PlainRow[] = [];
      for await (const row of folderLines(join(this.#folder, 'paper', `${table}.jsonl`))) rows.push(row);
      this.#tally(table, rows.length);
      if (!this.report.isReal) continue;
      await this.#newsroom.transact(async (inner) => {
        await addRows(
          inner.store,
          table,
          rows.map((row) => this.#ready(inner, table, row)),
        );
      });
      await this.#meetNamed(table, rows);
    }
    await this.#takeLetterReaders();
    if (this.report.isReal) await this.#copyMedia(join(this.#folder, 'media'), '');
  }

  /** There only where the folder was made with addresses. */
  async #takeLetterReaders(): Promise<void> {
    const rows: PlainRow[] = [];
    for await (const row of folderLines(join(this.#folder, LETTERS_FILE))) rows.push(row);
    const readers = letterReadersIn(rows);
    this.#tally('letter readers', readers.length);
    if (this.report.isReal) await this.#newsroom.transact((inner) => takeLetterReaders(inner, readers));
  }

  /** Of those that something here was in the place of. */
  async #meetNamed(table: TableName, rows: PlainRow[]): Promise<void> {
    const [, column = '', names = []] = NAMED.find(([name]) => name === table) ?? [];
    if (column === '') return;
    const values = rows.map((row) => String(row[column] ?? '')).filter((value) => value !== '');
    const here = await readRows(this.#newsroom.store, { table, order: 'id', where: { column, values } });
    const idOf = new Map(here.map((row) => [row[column], String(row.id)]));
    for (const row of rows) {
      const id = idOf.get(row[column]);
      if (id === undefined || id === row.id) continue;
      for (const name of names)
        this.#others.set(name, (this.#others.get(name) ?? new Map()).set(String(row.id), id));
    }
  }

  async takeStories(hear?: (done: number, total: number) => void): Promise<void> {
    const root = join(this.#folder, 'stories');
    const months = await readdir(root).catch(() => []); // a paper without stories has no folder of them
    const places: string[] = [];
    for (const month of months.toSorted())
      for (const id of await readdir(join(root, month))) places.push(join(root, month, id, 'story.json'));
    for (const [at, place] of places.entries()) {
      try {
        await this.#takeStory((await readFolderJson(place)) as Record<string, PlainRow[]>);
      } catch (error) {
        if (!(error instanceof UnreadableSource)) throw error;
        this.report.problems.push(`${place}: ${error.words}`);
      }
      hear?.(at + 1, places.length);
    }
  }

  async #takeStory(rows: Record<string, PlainRow[]>): Promise<void> {
    const [story] = rows.stories ?? [];
    const id = String(story?.id ?? '');
    if (!story || !/^[0-9a-f-]{36}$/.test(id)) throw new UnreadableSource('There is no story in it.');
    const { store } = this.#newsroom;
    const had = await readRows(store, {
      table: 'stories',
      order: 'id',
      where: { column: 'id', values: [id] },
    });
    if (had.length > 0) return this.#tally('stories that are here already');
    this.#tally('stories');
    this.#tally('editions', rows.editions?.length ?? 0);
    this.#tally('replies', rows.replies?.length ?? 0);
    if (!this.report.isReal) return;
    await this.#newsroom.transact(async (inner) => {
      await this.#freeSlugs(inner, rows.editions ?? []);
      for (const { table } of storyTables) {
        const answers = table === 'replies' || table === 'remarks';
        const ordered = answers ? parentsFirst(rows[table] ?? []) : (rows[table] ?? []);
        await addRows(
          inner.store,
          table,
          ordered.map((row) => this.#ready(inner, table, row)),
        );
      }
      if (story.status === 'scheduled')
        await announce(inner, {
          event: 'publication-due',
          facts: { storyId: id },
          runAt: Number(story.publish_at),
          key: `publication:${id}`,
        });
      const act = { by: theNewsroomItself, act: 'move in', facts: { from: this.#folder } };
      await recordActs(inner, [{ ...act, subjectKind: 'story', subjectId: id }]);
      await fileInMorgue(inner, { storyId: id });
    });
  }

  /** An address that a story here has stays that story's. */
  async #freeSlugs(inner: Newsroom, editions: PlainRow[]): Promise<void> {
    const values = editions.map(({ slug }) => String(slug));
    const where = { column: 'slug', values };
    const taken = await readRows(inner.store, { table: 'editions', order: 'id', where });
    for (const { slug } of taken)
      for (const edition of editions)
        if (edition.slug === slug) {
          edition.slug = `${String(slug)}-${String(edition.id).slice(-6)}`;
          this.report.problems.push(
            `A story here has the address ${String(slug)}: ${String(edition.slug)} instead.`,
          );
        }
  }

  async takePast(): Promise<void> {
    const desk = deskTables.map(({ table }) => ({ table, place: 'desk' }));
    for (const { table, place } of [...pastTables.map(({ table }) => ({ table, place: 'past' })), ...desk]) {
      const read: PlainRow[] = [];
      for await (const row of folderLines(join(this.#folder, place, `${table}.jsonl`))) read.push(row);
      const rows = this.report.isReal ? await rowsThatHang(this.#newsroom, table, read) : read;
      this.#tally(table, rows.length);
      if (this.report.isReal)
        await this.#newsroom.transact((inner) =>
          addRows(
            inner.store,
            table,
            rows.map((row) => this.#ready(inner, table, row)),
          ),
        );
    }
    if (!this.report.isReal) return;
    await this.#newsroom.transact(async (inner) => {
      inner.bell.ring('pages', { touched: ['everything'] });
      inner.bell.ring('desk', { what: 'stories', storyId: null });
      await announce(inner, { event: 'paper-moved', facts: { moveId: '' }, key: 'paper-moved' });
    });
  }

  /** A row as this database takes it: its columns, ids of here, text made safe once more. */
  #ready(inner: Newsroom, table: TableName, row: PlainRow): PlainRow {
    const columns = this.#columns.get(table) ?? new Set();
    const ready: PlainRow = {};
    for (const [name, value] of Object.entries(row)) {
      if (!columns.has(name)) continue;
      ready[name] = this.#others.get(name)?.get(String(value)) ?? this.#linked(value);
    }
    if (table === 'takes' || table === 'entry_takes')
      ready.body_html = safeBody(String(ready.body_html ?? ''));
    if (table === 'replies') Object.assign(ready, { sender_hash: '' }, sealReplyAddress(inner, row.address));
    if (table === 'objections') ready.sender_hash = '';
    if (table === 'calendars') Object.assign(ready, { lease_until: 0, failures_in_row: 0 });
    if (table === 'staff') Object.assign(ready, outsider(inner, row));
    if (table === 'sources') Object.assign(ready, { next_poll_at: inner.clock.now(), lease_until: 0 });
    return ready;
  }

  async #copyMedia(folder: string, under: string): Promise<void> {
    const files = openMediaFiles(this.#newsroom);
    const names = await readdir(folder, { withFileTypes: true }).catch(() => []); // a paper without pictures
    for (const name of names) {
      const path = under === '' ? name.name : `${under}/${name.name}`;
      if (name.isDirectory()) await this.#copyMedia(join(folder, name.name), path);
      else if ((await files.read(path)) === null) {
        await files.put(path, await readFile(join(folder, name.name)));
        this.#tally('files of pictures');
      }
    }
  }

  #tally(what: string, more = 1): void {
    if (more > 0) this.report.counts.set(what, (this.report.counts.get(what) ?? 0) + more);
  }
}

/** Staff come without a way in: an administrator takes them back. */
function outsider(inner: Newsroom, row: PlainRow): PlainRow {
  const email = `${String(row.id)}@moved.invalid`; // RFC 2606: never anybody's
  return { email, email_verified: 0, password_due: 1, left_at: row.left_at ?? inner.clock.now() };
}

/** Each after what it answers. */
function parentsFirst(replies: PlainRow[]): PlainRow[] {
  const ordered: PlainRow[] = [];
  const placed = new Set<unknown>([null]);
  let waiting = replies;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ answers_id }) => placed.has(answers_id ?? null));
    if (ready.length === 0) break; // answers to what is not here: nobody would see them
    for (const reply of ready) placed.add(reply.id);
    ordered.push(...ready);
    waiting = waiting.filter((reply) => !placed.has(reply.id));
  }
  return ordered;
}

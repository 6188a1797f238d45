/** Lists of people and browsers: members of Ghost as CSV, subscriptions of push vendors as CSV or JSON. */

import { type JsonObject, objectOf, textIn } from '../json-values.ts';
import { type MoveRecord, type MoveSource, UnreadableSource } from '../records.ts';
import { jsonRows, rowsOrLists } from './json-rows.ts';
import { fileText, firstText } from './open-file.ts';
import { anyTime } from './times.ts';

export const isMembers = (head: string): boolean =>
  !/^\s*[[{<]/.test(head) &&
  /^[^\n]*\bemail\b/i.test(head) &&
  /^[^\n]*(?:subscribed|labels|tiers)/i.test(head);

/** OneSignal calls an endpoint `identifier`, and has its keys in `web_auth` and `web_p256`. */
export const isSubscriptions = (head: string): boolean =>
  (/^[^\n]*,/.test(head) && /^[^\n]*\b(?:web_p256|p256dh|key_p256dh)\b/i.test(head)) ||
  (/^\s*[[{]/.test(head) && /"(?:endpoint|identifier)"/.test(head) && /p256/.test(head));

export function membersSource(path: string, size: number | null): MoveSource {
  return { name: path, format: 'Members', size, read: (hear) => readMembers(path, hear) };
}

export function subscriptionsSource(path: string, size: number | null): MoveSource {
  return { name: path, format: 'Push subscriptions', size, read: (hear) => readSubscriptions(path, hear) };
}

async function* readMembers(path: string, hear?: (bytes: number) => void): AsyncGenerator<MoveRecord> {
  for await (const row of csvRows(fileText(path, hear))) {
    const email = (row.email ?? '').trim();
    if (!email.includes('@')) continue;
    const said = row.subscribed_to_emails ?? row.subscribed ?? 'true';
    yield {
      kind: 'member',
      email,
      name: row.name ?? '',
      language: null,
      wantsLetters: !/^(?:false|0|no)$/i.test(said.trim()) && (row.deleted_at ?? '') === '',
      since: anyTime(row.created_at),
    };
  }
}

async function* readSubscriptions(path: string, hear?: (bytes: number) => void): AsyncGenerator<MoveRecord> {
  if (/^\s*[[{]/.test(await firstText(path)))
    for await (const { row } of jsonRows(path, rowsOrLists, hear)) yield* subscriptionOf(row);
  else for await (const row of csvRows(fileText(path, hear))) yield* subscriptionOf(row);
}

function* subscriptionOf(row: JsonObject): Generator<MoveRecord> {
  const keys = objectOf(row.keys);
  const endpoint = textIn(row.endpoint) || textIn(row.identifier);
  const p256dh = textIn(keys.p256dh) || textIn(row.web_p256) || textIn(row.p256dh) || textIn(row.key_p256dh);
  const auth = textIn(keys.auth) || textIn(row.web_auth) || textIn(row.auth) || textIn(row.key_auth);
  if (/^(?:true|t|1)$/i.test(textIn(row.invalid_identifier))) return;
  if (!/^https:\/\//.test(endpoint) || p256dh === '' || auth === '')
    yield { kind: 'other', what: 'subscription without keys', example: endpoint.slice(0, 40) };
  else
    yield {
      kind: 'subscription',
      endpoint,
      p256dh,
      auth,
      language: textIn(row.language) || null,
      timeZone: /^[A-Z][\w+-]+\/[\w/+-]+$/.test(textIn(row.timezone_id)) ? textIn(row.timezone_id) : null,
    };
}

const LONGEST_CELL = 1_000_000; // letters; a quotation mark that is never closed would take the whole file

/** RFC 4180, with the first row as names; line breaks within quotation marks belong to the cell. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<Record<string, string>> {
  const reader = new CsvReader();
  for await (const piece of text) {
    for (const sign of piece) reader.take(sign);
    yield* reader.rows.splice(0);
  }
  reader.endRow();
  yield* reader.rows;
}

class CsvReader {
  readonly rows: Record<string, string>[] = [];
  #names: string[] | null = null;
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  #wasQuote = false;

  take(sign: string): void {
    if (sign === '"') this.#quote();
    else if (this.#isQuoted) this.#add(sign);
    else {
      this.#wasQuote = false;
      if (sign === ',') {
        this.#cells.push(this.#cell);
        this.#cell = '';
      } else if (sign === '\n') this.endRow();
      else if (sign !== '\r') this.#add(sign);
    }
  }

  endRow(): void {
    const all = [...this.#cells, this.#cell];
    this.#cells = [];
    this.#cell = '';
    if (all.length === 1 && all[0] === '') return;
    if (this.#names) this.rows.push(Object.fromEntries(this.#names.map((name, at) => [name, all[at] ?? ''])));
    else
      this.#names = all.map((name) =>
        name
          .replace(/^\ufeff/, '')
          .trim()
          .toLowerCase(),
      );
  }

  /** Two within a cell are one that is meant. */
  #quote(): void {
    if (!this.#isQuoted && this.#wasQuote) this.#add('"');
    this.#wasQuote = this.#isQuoted;
    this.#isQuoted = !this.#isQuoted;
  }

  #add(sign: string): void {
    this.#cell += sign;
    if (this.#cell.length > LONGEST_CELL)
      throw new UnreadableSource('A quotation mark of it is never closed.');
  }
}

/** A finished answer written to whoever asked: in the coding that they take, or as the same that they have. */
import type { ServerResponse } from 'node:http';
import type { PageName } from '../newsroom.ts';
import type { ReadPage } from '../readership/counts.ts';

/** A finished answer. */
export interface Entry {
  readonly status: number;
  readonly etag: string;
  /** Last-Modified: when it was made. A list from which a story was taken has no newer story to show for it. */
  readonly changed: string;
  readonly shows: readonly PageName[];
  /** When its making began: what was known then is on it. */
  readonly begun: number;
  readonly until: number;
  readonly size: number;
  /** As what its reads are counted; null for what is no page. */
  readonly readPage: ReadPage | null;
  readonly plain: ContentForm;
  /** Made when it is first asked for. */
  readonly gzip: ContentForm | null;
  /** Each time it is asked for is one reader's: it is packed well for the second, see finish-page.ts. */
  readonly brotli: ContentForm | null;
  /** Header lines of a 304. */
  readonly same: string[];
}

/** A body with its header lines, name and value in turn, ready to be written. */
export interface ContentForm {
  readonly body: Buffer;
  readonly headers: string[];
}

/** Writes an entry in the form that the request asks for. `raw`: header names and values in turn. */
export function sendEntry(
  entry: Entry,
  raw: readonly string[],
  response: ServerResponse,
  isHead: boolean,
): void {
  let accepts = '';
  let known = '';
  let since = '';
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? '';
    // Lengths first: lower-casing every name of every request would be the dearest line here.
    if (name.length === 15 && name.toLowerCase() === 'accept-encoding') accepts = raw[at + 1] ?? '';
    else if (name.length === 13 && name.toLowerCase() === 'if-none-match') known = raw[at + 1] ?? '';
    else if (name.length === 17 && name.toLowerCase() === 'if-modified-since') since = raw[at + 1] ?? '';
  }
  if (entry.status === 200 && isSame(entry, known, since)) {
    response.writeHead(304, entry.same);
    response.end();
    return;
  }
  const form = choose(entry, accepts);
  response.writeHead(entry.status, form.headers);
  if (isHead) response.end();
  else response.end(form.body);
}

/**
 * A mark beats a date (RFC 9110 section 13.2.2); a date must be the very one that was given out. Marks are compared weakly
 * (section 13.1.2): by what stands between the quotation marks, which can stand nowhere else.
 */
function isSame(entry: Entry, known: string, since: string): boolean {
  if (known !== '') return known.includes(entry.etag.replace(/^W\//, '')) || known.trim() === '*';
  return since !== '' && since === entry.changed;
}

function choose(entry: Entry, accepts: string): ContentForm {
  if (accepts === '') return entry.plain;
  if (accepts.includes('q=0')) return chooseByWeight(entry, accepts);
  return (accepts.includes('br') && entry.brotli) || (accepts.includes('gzip') && entry.gzip) || entry.plain;
}

/** For those who weigh: a coding with weight 0 is refused (RFC 9110 section 12.5.3). */
function chooseByWeight(entry: Entry, accepts: string): ContentForm {
  const refused = (coding: string) =>
    new RegExp(`(^|[\\s,])${coding}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`, 'i').test(accepts);
  const takes = (coding: string) =>
    new RegExp(`(^|[\\s,])${coding}\\b`, 'i').test(accepts) && !refused(coding);
  return (takes('br') && entry.brotli) || (takes('gzip') && entry.gzip) || entry.plain;
}

/** A page made ready to be sent: its header lines, its mark, and the codings in which readers take it. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { edgeHeaders } from '../edge/edge.ts';
import type { PageName } from '../newsroom.ts';
import { readPageOf } from '../readership/counts.ts';
import type { ContentForm, Entry } from './send-entry.ts';

/** What a route makes. */
export interface Page {
  status: number;
  type: string;
  body: string | Uint8Array;
  /** Names of what is on it. */
  shows: PageName[];
  /** It is made anew from this instant on, though nothing changed: a level that is no longer fresh, a window of two days. */
  until?: number;
  /** From which instant on something may be lacking, where it was read at a replica; not later than its making. */
  asOf?: number;
  headers?: Record<string, string>;
  /** Made again at once when something on it changes, while readers ask for it: no reader waits for its making. */
  ahead?: boolean;
}

export interface FinishOptions {
  /** Sent with every public page: the security headers of the server. */
  headers: Record<string, string>;
  /** A cache in front keeps pages: they say by which keys they are taken out of it. */
  hasEdge?: boolean;
}

const WORTH_PACKING = 512; // bytes; below that a packed body is no smaller on the wire
const GZIP_LEVEL = 6; // what nginx and others call their best bargain
const GZIP_TO_BROTLI = 1.2; // how much larger, for a gzip that is not made yet
const BROTLI_WELL = 5; // packs a page in about a millisecond, a sixth smaller than gzip
const BROTLI_SOON = 3; // in a third of that, a tenth larger: for a page that one reader may be the only one to ask for
const SOON_UP_TO = 65_536; // bytes; more holds the loop for longer than a page may

const brotlied = promisify(brotliCompress);

/** `at`: when its making began. */
export async function finishPage(page: Page, options: FinishOptions, at: number): Promise<Entry> {
  const body = Buffer.from(page.body as string);
  const changed = new Date(at).toUTCString();
  const shows = [...new Set(page.shows)];
  const until = page.until ?? Number.POSITIVE_INFINITY;
  // Weak, because one mark stands for three codings of the same content.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const mayStay = options.hasEdge && page.headers?.['cache-control'] === undefined;
  const common: Record<string, string> = {
    ...options.headers,
    ...(mayStay && edgeHeaders({ shows, until }, at)), // first: nginx 1.22 goes by whichever of these lines comes first
    'content-type': page.type,
    'cache-control': 'public, max-age=0, must-revalidate', // kept by browsers, asked about each time: a kill must reach them
    etag,
    'last-modified': changed,
    ...page.headers,
  };
  const isText = /^(text\/|application\/([a-z-]+\+)?(json|xml)|image\/svg)/.test(page.type);
  const packs = isText && body.length >= WORTH_PACKING;
  const all = packs ? { ...common, vary: 'accept-encoding' } : common;
  // Browsers take brotli; programs that do not are few, and the first of them has the other coding made.
  let zipped: ContentForm | null = null;
  const zip = () => form(inItsOwnSize(gzipSync(body, { level: GZIP_LEVEL })), all, 'gzip');
  const brotli = packs ? await packed(body, all, options) : null;
  return {
    status: page.status,
    etag,
    shows,
    changed,
    begun: page.asOf ?? at,
    readPage: readPageOf(page.type, page.status, page.body),
    until,
    size: body.length + Math.ceil((brotli?.size ?? 0) * (1 + GZIP_TO_BROTLI)),
    plain: form(body, all),
    get gzip() {
      if (packs) zipped ??= zip();
      return zipped;
    },
    get brotli() {
      return brotli?.give() ?? null;
    },
    same: lines(all),
  };
}

interface Packed {
  /** At the most. */
  size: number;
  give(): ContentForm;
}

/**
 * Packed soon for who waits for it, and well beside the loop once a second one asks. What is large, and what a cache in front hands on,
 * which asks once, is packed well at once.
 */
async function packed(
  body: Buffer,
  headers: Record<string, string>,
  options: FinishOptions,
): Promise<Packed> {
  const brotli = (bytes: Buffer) => form(inItsOwnSize(bytes), headers, 'br');
  const well = async () => brotli(await brotlied(body, brotliSettings(body, BROTLI_WELL)));
  if (options.hasEdge || body.length > SOON_UP_TO) {
    const only = await well();
    return { size: only.body.length, give: () => only };
  }
  let best = brotli(brotliCompressSync(body, brotliSettings(body, BROTLI_SOON)));
  let given = 0;
  return {
    size: best.body.length,
    give() {
      given += 1;
      if (given === 2)
        well().then(
          (better) => {
            best = better;
          },
          () => {}, // no memory for it just now: what there is says the same
        );
      return best;
    },
  };
}

function brotliSettings(body: Buffer, quality: number) {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  };
}

/** zlib answers with a piece of the 16 kB into which it writes, which would be kept for a page of five. */
function inItsOwnSize(packed: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(packed.length);
  own.set(packed);
  return own;
}

function form(body: Buffer, headers: Record<string, string>, coding?: string): ContentForm {
  const coded = coding === undefined ? headers : { ...headers, 'content-encoding': coding };
  return { body, headers: lines({ ...coded, 'content-length': String(body.length) }) };
}

const lines = (headers: Record<string, string>): string[] => Object.entries(headers).flat();

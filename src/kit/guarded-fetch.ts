/**
 * The only way to fetch what someone else named: addresses are checked when connecting, redirects anew, time and size
 * are capped. What goes wrong outside is a value with words for the desk, never an exception.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { SECOND } from './clock.ts';
import { type OutsideReason, sayOutside } from './outside.ts';
import { plainHeaders } from './plain-headers.ts';
import { isPublicAddress } from './public-address.ts';

export interface FetchLimits {
  connectMs: number;
  firstByteMs: number;
  totalMs: number;
  bytes: number;
  redirects: number;
}

const LIMITS: FetchLimits = {
  connectMs: 10 * SECOND,
  firstByteMs: 15 * SECOND,
  totalMs: 30 * SECOND, // a slow drip is cut here, however long it could go on
  bytes: 15_000_000, // before and after decompression; the largest real feed known is a tenth of that
  redirects: 5,
};

export interface Fetching {
  address: string;
  /** Sent as they are; validators of an earlier answer belong here, verbatim. */
  headers?: Record<string, string>;
  /** Sent with POST. Such a request is never sent on to where an answer redirects. */
  body?: string;
  /** `host:port` of what may be fetched although it is not on the public internet. */
  trustedHosts: readonly string[];
  /** The newsroom's own address, which identifies it to whom it asks. */
  newsroomAddress: string;
  limits?: Partial<FetchLimits>;
  /** How names become addresses; a test brings its own. */
  resolve?: (name: string) => Promise<{ address: string; family: number }[]>;
}

export type FetchFailure =
  | 'bad-address'
  | 'refused-address'
  | 'name-unknown'
  | 'unreachable'
  | 'not-secure'
  | 'timed-out'
  | 'too-large'
  | 'too-many-redirects'
  | 'broken-answer';

export interface FetchedOk {
  ok: true;
  status: number;
  /** By name in lower case; several of one name are joined with a comma. */
  headers: Record<string, string>;
  bytes: Uint8Array;
  finalUrl: string;
  /** Where the address has moved for good, if the first redirects were all permanent. */
  permanentlyMovedTo?: string;
}

export interface FetchedNot {
  ok: false;
  why: FetchFailure;
  because: OutsideReason;
  /** The same in a sentence of English. */
  words: string;
}

export type FetchOutcome = FetchedOk | FetchedNot;

/** Fetches with GET, or with POST where there is a body. Any status is an answer; whether it is a good one is the caller's to judge. */
export async function guardedFetch(fetching: Fetching): Promise<FetchOutcome> {
  const limits = { ...LIMITS, ...fetching.limits };
  const overall = new AbortController();
  const timer = setTimeout(() => overall.abort(), limits.totalMs);
  try {
    return await followRedirects(fetching, limits, overall.signal);
  } catch (error) {
    if (overall.signal.aborted) return failed('timed-out');
    return failed(whyOf(error)); // throws on what is not the outside's doing
  } finally {
    clearTimeout(timer);
  }
}

class Failure extends Error {
  readonly why: FetchFailure;
  constructor(why: FetchFailure) {
    super(sayOutside({ name: `fetch:${why}`, facts: {} }));
    this.why = why;
  }
}

function failed(why: FetchFailure): FetchedNot {
  const because: OutsideReason = { name: `fetch:${why}`, facts: {} };
  return { ok: false, why, because, words: sayOutside(because) };
}

const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function followRedirects(
  fetching: Fetching,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  let url = checkedUrl(fetching.address);
  let movedTo: string | undefined;
  let isPermanent = true;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const answer = await fetchOne(fetching, url, limits, signal);
    const to =
      REDIRECTS.has(answer.status) && fetching.body === undefined ? answer.headers.location : undefined;
    if (to === undefined)
      return { ok: true, ...answer, finalUrl: url.href, ...(movedTo && { permanentlyMovedTo: movedTo }) };
    url = checkedUrl(to, url);
    isPermanent &&= PERMANENT.has(answer.status);
    if (isPermanent) movedTo = url.href;
  }
  return failed('too-many-redirects');
}

function checkedUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Failure('bad-address');
  const url = new URL(address, base);
  const isFetchable = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isFetchable || url.username !== '' || url.password !== '') throw new Failure('bad-address');
  return url;
}

const ENDED = new Error('the answer was read'); // one for all: where each was made it is not asked

interface Answer {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
}

async function fetchOne(
  fetching: Fetching,
  url: URL,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Answer> {
  const isTrusted = fetching.trustedHosts.includes(hostAndPort(url));
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is connected to without a look-up, so it is checked here.
  if (!isTrusted && ipaddr.isValid(literal) && !isPublicAddress(literal))
    throw new Failure('refused-address');
  const lookup = guardedLookup(fetching.resolve ?? resolveAll, isTrusted);
  const { Client, request } = await import('undici'); // 20 MB that no start should wait for
  const client = new Client(url.origin, { connect: { lookup, timeout: limits.connectMs }, pipelining: 0 });
  try {
    const answer = await request(url, {
      dispatcher: client,
      signal,
      ...(fetching.body === undefined ? {} : { method: 'POST' as const, body: fetching.body }),
      headersTimeout: limits.firstByteMs,
      bodyTimeout: limits.totalMs,
      headers: {
        'user-agent': `Crier/1 (+${fetching.newsroomAddress})`,
        'accept-encoding': 'gzip, br, deflate',
        ...fetching.headers,
      },
    });
    const headers = plainHeaders(answer.headers);
    const isRedirect = REDIRECTS.has(answer.statusCode) && headers.location !== undefined;
    // What a redirect says besides where it leads is nobody's to read.
    const bytes = isRedirect ? new Uint8Array() : await readAll(answer.body, headers, limits.bytes);
    return { status: answer.statusCode, headers, bytes };
  } finally {
    await client.destroy(ENDED);
  }
}

/** `host:port` of an address, as `trustedHosts` has it. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

async function resolveAll(name: string): Promise<{ address: string; family: number }[]> {
  return systemLookup(name, { all: true });
}

/** The look-up of a connection: only what may be connected to comes out, so the name cannot change its mind after. */
function guardedLookup(resolve: NonNullable<Fetching['resolve']>, isTrusted: boolean): LookupFunction {
  return (name, options, answer) => {
    resolve(name).then(
      (found) => {
        const allowed = isTrusted ? found : found.filter(({ address }) => isPublicAddress(address));
        const [first] = allowed;
        if (!first) answer(new Failure(found.length > 0 ? 'refused-address' : 'name-unknown'), '', 4);
        else if (options.all) answer(null, allowed);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, '', 4),
    );
  };
}

async function readAll(body: Readable, headers: Record<string, string>, most: number): Promise<Uint8Array> {
  if (Number(headers['content-length']) > most) throw new Failure('too-large');
  const encodings = (headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > 2) throw new Failure('broken-answer');
  let stream: AsyncIterable<Buffer> = counted(body, most);
  for (const encoding of encodings.toReversed()) stream = counted(decompressed(stream, encoding), most);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* counted(stream: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > most) throw new Failure('too-large');
    yield chunk;
  }
}

async function* decompressed(stream: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const decoder = decoderOf(encoding, first.value);
  if (!decoder) throw new Failure('broken-answer');
  const feed = async (): Promise<void> => {
    for (let next: IteratorResult<Buffer> = first; !next.done; next = await chunks.next()) {
      if (decoder.destroyed) return;
      if (!decoder.write(next.value)) await drained(decoder);
    }
    decoder.end();
  };
  // What breaks the feeding must end the reading too, and reading is where it is thrown.
  feed().catch((error: Error) => decoder.destroy(error));
  yield* decoder;
}

function drained(decoder: Readable): Promise<void> {
  return new Promise((resolve) => {
    decoder.once('drain', resolve);
    decoder.once('close', resolve);
  });
}

function decoderOf(encoding: string, first: Buffer) {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH }; // a cut off answer gives what arrived, as in browsers
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip(lenient);
  if (encoding === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  // 'deflate' should come in a zlib wrapper, whose first byte says 8 in its low half; some servers leave that away.
  if (encoding === 'deflate')
    return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient);
  return null;
}

/** What an error of the outside means. Anything else is a bug and is thrown on. */
function whyOf(error: unknown): FetchFailure {
  if (error instanceof Failure) return error.why;
  const cause = error instanceof Error && error.cause instanceof Failure ? error.cause : null;
  if (cause) return cause.why;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return 'timed-out';
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'name-unknown';
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return 'not-secure';
  if (
    /^(Z_|ERR_BROTLI|ERR__ERROR|HPE_|UND_ERR_HEADERS|UND_ERR_RES|UND_ERR_SOCKET|ERR_STREAM|ECONNRESET|EPIPE)/.test(
      code,
    )
  )
    return 'broken-answer';
  if (code !== '' && !code.startsWith('ERR_') && !code.startsWith('UND_ERR_INVALID')) return 'unreachable';
  throw error;
}

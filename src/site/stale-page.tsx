/**
 * A page that a process holds while it cannot ask the database: shown as it was, with a line that says so, and kept by
 * nobody. The alternative is no page at all.
 */
import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import { edgeHeaderNames } from '../edge/edge.ts';
import { hasWords, wordsFor } from '../views/words/words.ts';
import type { Entry } from './send-entry.ts';

/** `asOf`: the instant up to which all that changed is on it. */
export function stalePage(entry: Entry, asOf: number): Entry {
  const html = entry.plain.body.toString();
  const body = Buffer.from(/^<!doctype html>/i.test(html) ? withLine(html) : html);
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ...ofNoEdge(named(entry.plain.headers)),
    etag,
    'cache-control': 'no-store',
    warning: '110 - "Response is Stale"', // RFC 7234, section 5.5.1; RFC 9111 lets caches go without, people still look for it
    'crier-as-of': new Date(asOf).toUTCString(),
    'content-length': String(body.length),
  };
  const { 'content-length': _length, ...same } = headers;
  const plain = { body, headers: Object.entries(headers).flat() };
  return { ...entry, etag, changed: '', plain, gzip: null, brotli: null, same: Object.entries(same).flat() };
}

function withLine(html: string): string {
  const [, language = 'en'] = /^<!doctype html><html lang="([^"]+)"/i.exec(html) ?? [];
  const { trouble } = wordsFor(hasWords(language) ? language : 'en');
  const line = renderToString(
    <p class="as-held" role="status">
      {trouble.held}
    </p>,
  );
  return html.replace(/<body[^>]*>/, (body) => `${body}${line}`);
}

/** Without what lets a cache in front keep it. */
function ofNoEdge(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !edgeHeaderNames.has(name)));
}

/** Header lines, name and value in turn, by their names. */
function named(lines: readonly string[]): Record<string, string> {
  const all: Record<string, string> = {};
  for (let at = 0; at < lines.length; at += 2) all[lines[at] ?? ''] = lines[at + 1] ?? '';
  return all;
}

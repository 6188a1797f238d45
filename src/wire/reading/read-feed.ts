/** Reads whatever a wire delivered, by its shape and not by its label. Never throws on what it is given. */

import { type DecodedText, decode } from '../../kit/decode.ts';
import { readAgencyFile } from '../agency/read-agency-file.ts';
import { nothingRead, type ParsedFeed } from '../parse/feed.ts';
import { feedInPage } from '../parse/feed-in-page.ts';
import { withoutControlsIn } from '../parse/words.ts';
import { readXmlFeed } from '../parse/xml-feed.ts';
import { readJson } from './json-text.ts';

export interface Hints {
  /** The header of the answer. */
  contentType?: string | null;
  /** Where it came from. */
  address?: string | null;
}

export interface FeedReading {
  feed: ParsedFeed;
  /** The text it was read from, for the raw bytes of its items. */
  decoded: DecodedText;
}

const PAGE = 'This is a web page, not a feed.';
const WEB_PAGE = /^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/is;

export function readFeed(bytes: Uint8Array, hints: Hints = {}): FeedReading {
  const decoded = decode(bytes, hints.contentType);
  const feed = read(decoded.text, decoded.encoding, hints.address ?? null);
  // Before identities are made of it: what is cut in half would be kept as another sign, and never found again.
  const clean = withoutControlsIn(feed);
  return { decoded, feed: { ...clean, problems: [...decoded.problems, ...clean.problems] } };
}

function read(text: string, encoding: string, address: string | null): ParsedFeed {
  const head = text.slice(0, 4_096).replace(/^\ufeff/, '');
  if (text.trim() === '') return nothingRead('unknown', encoding, ['It is empty.']);
  if (/^\s*[{[]/.test(head)) return readJson(text, encoding, address);
  if (WEB_PAGE.test(head.replace(/^[^<]+/, '')))
    return (
      feedInPage(text, (inner) => readXmlFeed(inner, encoding, address)) ??
      nothingRead('html', encoding, [PAGE])
    );
  const agency = readAgencyFile(text, encoding);
  if (agency) return agency;
  const feed = readXmlFeed(text, encoding, address);
  if (feed.format === 'html') return nothingRead('html', encoding, [PAGE]);
  if (feed.format === 'unknown') return { ...feed, problems: [...feed.problems, 'This is not a feed.'] };
  return feed;
}

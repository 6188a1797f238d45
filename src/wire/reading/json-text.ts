/** JSON as it comes: news in JSON or a JSON feed, by its shape. Raw line ends in texts, which JSON forbids, are forgiven. */
// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what is looked for
import { readNinjs } from '../agency/ninjs.ts';
import { nothingRead, type ParsedFeed } from '../parse/feed.ts';
import { readJsonFeed } from '../parse/json-feed.ts';

export function readJson(text: string, encoding: string, address: string | null): ParsedFeed {
  const plain = text.replace(/^\ufeff/, '');
  if (isJsonFeed(plain)) return readJsonFeed(text, encoding, address);
  if (isTooDeep(plain))
    return nothingRead('unknown', encoding, ['This is JSON that nests too deep to be read.']);
  const read = parsedOrMended(plain);
  if ('fault' in read) {
    const feed = readJsonFeed(text, encoding, address);
    return feed.format === 'unknown' ? { ...feed, problems: [read.fault] } : feed;
  }
  const news = readNinjs(read.value, text, encoding);
  if (news)
    return {
      ...news,
      salvaged: read.isMended,
      problems: [...(read.isMended ? [MENDED] : []), ...news.problems],
    };
  return readJsonFeed(text, encoding, address);
}

const MENDED = 'Its texts hold line ends that JSON does not allow; they were read as what they are.';

/** A JSON feed names its version in its first lines, or has what only feeds have. */
function isJsonFeed(text: string): boolean {
  return (
    /"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(text.slice(0, 65_536)) ||
    /"(?:content_html|content_text|home_page_url|feed_url|date_published)"\s*:/.test(text.slice(0, 65_536))
  );
}

function parsedOrMended(text: string): { value: unknown; isMended: boolean } | { fault: string } {
  try {
    return { value: JSON.parse(text), isMended: false };
  } catch (first) {
    try {
      return { value: JSON.parse(withEscapes(text)), isMended: true };
    } catch {
      // The first complaint is about what came; the second about our mending of it.
      const why = first instanceof Error ? first.message : '';
      return { fault: `This is not valid JSON: ${why.replace(/[\s\u0000-\u001f]+/g, ' ').slice(0, 200)}.` };
    }
  }
}

/** Control characters inside of texts, written as JSON wants them. */
function withEscapes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/gs, (string) =>
    string.replace(/[\u0000-\u001f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

const DEEPEST = 256; // objects and lists within each other; the engine's own limit is a crash

/** Counted outside of texts, in one pass. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\]]/gs)) {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** RSS and Atom of every version: the head of the feed, and its items. */
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { type FeedFormat, nothingRead, type ParsedFeed } from './feed.ts';
import { newsOfExport } from './wordpress-export.ts';
import { plainLine } from './words.ts';
import { wrongDates } from './wrong-dates.ts';
import { authorsOf, cdfLink, elementText, first, type ItemAround, readItem, titleOf } from './xml-item.ts';
import { readXml, resolved, type XmlNode } from './xml-tree.ts';

/** Reads an XML feed; `address` is where it came from, for addresses that are relative to that. */
export function readXmlFeed(text: string, encoding: string, address: string | null): ParsedFeed {
  const { root, items: inside, salvaged, problems } = readXml(text);
  const format = root ? formatOf(root, inside.length) : 'unknown';
  if (!root || format === 'html' || format === 'unknown') return nothingRead(format, encoding, problems);
  // An entry, or an item, may be a document of its own (RFC 4287, 2).
  const items = inside.length === 0 && /^(?:.*:)?(?:entry|item)$/.test(root.name) ? [root] : inside;
  const head =
    items[0] === root ? NO_HEAD : (root.children.find((child) => child.name === 'channel') ?? root);
  const link = siteLink(head, address);
  const around: ItemAround = {
    base: head.base ?? link ?? address,
    language: (elementText(head, ['language', 'dc:language']) || head.language)?.replaceAll('_', '-') ?? null,
    authors: format === 'rss' ? [] : authorsOf(head, []),
    dates: [],
  };
  const junk = text.search(/[^\s\ufeff]/);
  const hasJunk = junk !== -1 && text[junk] !== '<';
  if (hasJunk) problems.push('Something that does not belong to it stands before its beginning.');
  const all = items.map((node) => ({ node, item: readItem(node, around) }));
  const exported = newsOfExport(head, all);
  problems.push(...(exported ? [exported.problem] : []), ...wrongDates(around.dates));
  return {
    format,
    encoding,
    title: titleOf(head),
    link,
    language: around.language,
    salvaged: salvaged || hasJunk,
    problems,
    hub: relation(head, 'hub', address),
    self: relation(head, 'self', address),
    restMs: restOf(head),
    items: exported?.items ?? all.map(({ item }) => item),
  };
}

/** What stands around an item that is a document of its own. */
const NO_HEAD: XmlNode = {
  name: '',
  attributes: {},
  text: '',
  isMarkup: false,
  children: [],
  base: null,
  language: null,
  start: 0,
  end: 0,
};

function formatOf(root: XmlNode, items: number): FeedFormat {
  const local = root.name.replace(/^.*:/, '');
  if (local === 'rss') return /^0/.test(root.attributes.version ?? '') ? 'rss-0.9' : 'rss';
  if (local === 'rdf') {
    const spaces = Object.values(root.attributes).join(' ');
    return spaces.includes('netscape.com/rdf/simple/0.9') ? 'rss-0.9' : 'rss-1.0';
  }
  if (local === 'feed') {
    const isOld =
      root.attributes.version === '0.3' ||
      Object.values(root.attributes).some((v) => /purl\.org\/atom/.test(v));
    return isOld ? 'atom-0.3' : 'atom';
  }
  if (local === 'entry') return 'atom';
  if (local === 'html') return 'html';
  return items > 0 || local === 'channel' || local === 'item' ? 'rss' : 'unknown';
}

function siteLink(head: XmlNode, address: string | null): string | null {
  const links = head.children.filter((child) => child.name === 'link' || child.name === 'atom:link');
  const asText = first(head, ['link'])?.text.trim();
  const asPage = links.find(
    (link) => /^(alternate)?$/.test(link.attributes.rel ?? '') && link.attributes.href,
  );
  const href = asText || asPage?.attributes.href || cdfLink(head);
  return href ? resolved(href, head.base ?? address) : null;
}

function relation(head: XmlNode, rel: string, address: string | null): string | null {
  const link = head.children.find(
    (child) => /^(atom:)?link$/.test(child.name) && child.attributes.rel === rel && child.attributes.href,
  );
  const href = link?.attributes.href;
  return href ? resolved(href, head.base ?? address) : null;
}

const PERIODS: Record<string, number> = {
  hourly: HOUR,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  yearly: 365 * DAY,
};

/** `ttl` in minutes, or the syndication module's period by its frequency. */
function restOf(head: XmlNode): number | null {
  const ttl = Number(elementText(head, ['ttl']));
  const period = PERIODS[plainLine(elementText(head, ['sy:updateperiod'])).toLowerCase()];
  const often = Math.max(1, Number(elementText(head, ['sy:updatefrequency'])) || 1);
  const rests = [ttl > 0 ? ttl * MINUTE : 0, period ? period / often : 0];
  return Math.max(...rests) || null;
}

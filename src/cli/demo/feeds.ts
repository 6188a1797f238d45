/** The local wires on paper: their feeds as RSS, Atom or JSON Feed, their site and their pages. */
import { directionOf } from '../../kit/language-tag.ts';
import type { Agency, SentItem } from './agency.ts';
import { type CastSource, type SourceKey, sources } from './cast.ts';

/** An agency's feed in its own shape. `home` is the address of its site. */
export function feedOf(agency: Agency, home: string): { type: string; body: string } {
  const { feed } = sources[agency.key];
  if (feed === 'json') return { type: 'application/feed+json; charset=utf-8', body: jsonFeed(agency, home) };
  if (feed === 'atom') return { type: 'application/atom+xml; charset=utf-8', body: atom(agency, home) };
  return { type: 'application/rss+xml; charset=utf-8', body: rss(agency, home) };
}

/** What an agency calls itself. */
export function nameAtHome(key: SourceKey): string {
  const source: CastSource = sources[key];
  return source.nameAtHome ?? source.name;
}

const guidOf = (agency: Agency, item: SentItem) => `tag:${agency.key}.example,2026:${item.number}`;

function rss(agency: Agency, home: string): string {
  const { language } = sources[agency.key];
  const name = nameAtHome(agency.key);
  const items = agency.items.map(
    (item) => `<item>
<title>${escaped(item.headline)}</title>
<link>${home}/items/${item.number}</link>
<guid isPermaLink="false">${guidOf(agency, item)}</guid>
<pubDate>${new Date(item.sentAt).toUTCString()}</pubDate>
<atom:updated>${new Date(item.changedAt).toISOString()}</atom:updated>
<dc:creator>${escaped(name)}</dc:creator>
<description>${escaped(paragraphs(item.text))}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escaped(name)}</title><link>${home}</link><description>${escaped(name)}</description><language>${language}</language>
${items.join('\n')}
</channel></rss>
`;
}

function atom(agency: Agency, home: string): string {
  const { language } = sources[agency.key];
  const name = nameAtHome(agency.key);
  const entries = agency.items.map(
    (item) => `<entry>
<id>${guidOf(agency, item)}</id>
<title>${escaped(item.headline)}</title>
<link rel="alternate" href="${home}/items/${item.number}"></link>
<published>${new Date(item.sentAt).toISOString()}</published>
<updated>${new Date(item.changedAt).toISOString()}</updated>
<content type="html">${escaped(paragraphs(item.text))}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${home}/</id><title>${escaped(name)}</title><updated>${new Date(agency.changedAt).toISOString()}</updated>
<link rel="self" href="${home}/feed"></link><link rel="alternate" href="${home}"></link><author><name>${escaped(name)}</name></author>
${entries.join('\n')}
</feed>
`;
}

function jsonFeed(agency: Agency, home: string): string {
  const { language } = sources[agency.key];
  const name = nameAtHome(agency.key);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    language,
    home_page_url: home,
    feed_url: `${home}/feed`,
    items: agency.items.map((item) => ({
      id: guidOf(agency, item),
      url: `${home}/items/${item.number}`,
      title: item.headline,
      content_html: paragraphs(item.text),
      date_published: new Date(item.sentAt).toISOString(),
      date_modified: new Date(item.changedAt).toISOString(),
      authors: [{ name }],
    })),
  });
}

/** The front of an agency, from which its feed can be found. */
export function agencyFront(agency: Agency, home: string): string {
  const list = agency.items.map(
    ({ number, headline }) => `<li><a href="${home}/items/${number}">${escaped(headline)}</a></li>`,
  );
  const { type } = feedOf(agency, home);
  const link = `<link rel="alternate" type="${type.split(';')[0]}" href="${home}/feed">`;
  return page(agency, nameAtHome(agency.key), `<ul>${list.join('')}</ul>`, link);
}

export function pageOf(agency: Agency, { headline, text }: { headline: string; text: string }): string {
  return page(agency, headline, `<h1>${escaped(headline)}</h1>${paragraphs(text)}`);
}

function page(agency: Agency, title: string, body: string, head = ''): string {
  const { language } = sources[agency.key];
  const name = nameAtHome(agency.key);
  const style =
    'body{font:1.15rem/1.6 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem}header{color:#666}';
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>${head}<style>${style}</style><header>${escaped(name)}</header>${body}</html>`;
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

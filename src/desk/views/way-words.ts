/** Where readers came from, in words. */

const ways: Record<string, string> = {
  direct: 'typed, kept or sent',
  search: 'a search engine',
  alert: 'an alert',
  feed: 'a feed reader',
  front: 'our fronts and lists',
  story: 'another story of ours',
  'own search': 'our own search',
  'site:others': 'other sites',
};

/** A site by its name; a way that has no words as itself. */
export function wayWords(way: string): string {
  return ways[way] ?? way.replace(/^site:/, '');
}

const pages: Record<string, string> = {
  front: 'The front',
  list: 'Lists: sections, topics, authors',
  corrections: 'Corrections',
};

export function pageWords(page: string): string {
  return pages[page] ?? page;
}

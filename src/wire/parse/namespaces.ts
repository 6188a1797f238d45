/** The namespaces that newsrooms use in feeds, by the prefix under which the rest of the reader knows them. */

const KNOWN: Record<string, string> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'search.yahoo.com/mrss': 'media',
  'www.search.yahoo.com/mrss': 'media',
  'video.search.yahoo.com/mrss': 'media',
  'tools.search.yahoo.com/mrss': 'media',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'www.georss.org/georss': 'georss',
  'www.opengis.net/gml': 'gml',
  'www.w3.org/2003/01/geo/wgs84_pos': 'geo',
  'backend.userland.com/creativecommonsrssmodule': 'creativecommons',
  'cyber.law.harvard.edu/rss/creativecommonsrssmodule.html': 'creativecommons',
  'creativecommons.org/ns': 'cc',
  'web.resource.org/cc': 'cc',
};

/** What elements are called within one part of a document: its own prefixes turned into ours. */
export class Scope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  private constructor(prefixes: ReadonlyMap<string, string>) {
    this.#prefixes = prefixes;
  }

  /**
   * The scope of a document. The namespace of its first element is its own, which needs no prefix in our names; so are
   * those of RSS, which nobody writes with one.
   */
  static ofRoot(root: string, attributes: Record<string, string>): Scope {
    const found = declared(attributes);
    const [prefix] = split(root);
    const own = found.get(prefix);
    if (own !== undefined && own !== 'rdf')
      for (const [key, value] of found) if (value === own) found.set(key, '');
    if (own === undefined) found.set(prefix, '');
    return new Scope(found);
  }

  /** The scope inside an element: itself, unless the element declares more. */
  inside(attributes: Record<string, string>): Scope {
    const more = declared(attributes);
    if (more.size === 0) return this;
    for (const [prefix, name] of more) {
      // The document's own namespace declared again is still its own.
      const isOwn =
        [...this.#prefixes].some(([key, value]) => value === '' && key === prefix) && name === 'atom';
      if (isOwn) more.set(prefix, '');
    }
    return new Scope(new Map([...this.#prefixes, ...more]));
  }

  /** Our name of an element: `title`, `dc:creator`, `atom:link`. */
  nameOf(written: string): string {
    const known = this.#names.get(written);
    if (known !== undefined) return known;
    const [prefix, local] = split(written);
    const ours = this.#prefixes.get(prefix) ?? prefix;
    const name = ours === '' || ours === 'rss' ? local.toLowerCase() : `${ours}:${local.toLowerCase()}`;
    this.#names.set(written, name);
    return name;
  }
}

function declared(attributes: Record<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length);
    const place = (attributes[name] ?? '')
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[/#]+$/, '');
    found.set(prefix, KNOWN[place] ?? (name === 'xmlns' ? '' : prefix.toLowerCase()));
  }
  return found;
}

function split(name: string): [string, string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

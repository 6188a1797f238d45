/**
 * Galleries of plugins, each an item of its own with its pictures in a field: Envira and Soliloquy with their addresses and words,
 * FooGallery and Modula by their numbers in the library. NextGEN keeps its pictures in tables of its own, which no export has.
 */
import type { PieceRecord } from '../records.ts';
import { type PhpValue, readPhp, textsOf } from './php-values.ts';
import { childWords } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

type Meta = ReadonlyMap<string, string>;

/** A picture of one: by its number, by its address or both; what is empty the library says. */
export interface GalleryEntry {
  id: string;
  address: string;
  alt: string;
  caption: string;
}

const FIELDS: Record<string, (meta: Meta) => GalleryEntry[]> = {
  envira: (meta) => entriesOf(listAt(meta.get('_eg_gallery_data'), 'gallery')),
  soliloquy: (meta) => entriesOf(listAt(meta.get('_sol_slider_data'), 'slider')),
  'modula-gallery': (meta) => entriesOf(readPhp(meta.get('modula-images') ?? '')),
  foogallery: (meta) =>
    [...textsOf(readPhp(meta.get('foogallery_attachments') ?? '')).values()].map((id) => ({
      id,
      address: '',
      alt: '',
      caption: '',
    })),
};

/** What posts call the kind of an item that is a gallery; undefined of another kind. */
export const galleryKind = (type: string): string | undefined =>
  type in FIELDS ? type.replace('-gallery', '') : undefined;

/** Under its number and its slug, by either of which posts may name it. */
export function* pluginGallery(item: XmlRecord, meta: Meta): Generator<PieceRecord> {
  const type = childWords(item, 'wp:post_type');
  const entries = FIELDS[type]?.(meta) ?? [];
  if (entries.length === 0) return;
  for (const name of [childWords(item, 'wp:post_id'), childWords(item, 'wp:post_name')])
    if (name !== '')
      yield { kind: 'piece', id: `${galleryKind(type)} ${name}`, html: JSON.stringify(entries) };
}

function listAt(field: string | undefined, key: string): PhpValue {
  const packed = readPhp(field ?? '');
  return packed instanceof Map ? (packed.get(key) ?? null) : null;
}

/** The key of an entry is the number of its picture, where the entry does not say it. */
function entriesOf(list: PhpValue): GalleryEntry[] {
  if (!(list instanceof Map)) return [];
  return [...list].flatMap(([key, entry]) => {
    const said = textsOf(entry);
    const word = (name: string) => said.get(name) ?? '';
    if (/^(?:pending|draft)$/.test(word('status')) || /^(?:video|html)$/.test(word('type'))) return [];
    const caption = word('caption') || word('description');
    return [{ id: word('id') || key, address: word('src'), alt: word('alt'), caption }];
  });
}

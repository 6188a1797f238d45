/** A picture as pages ask for it: its words, and where its renditions stand. Which there are follows from its size and cuts alone. */
import { boxOf, type CutShape, cutShapes, framingOf, ratios, type Shape, type Size } from './cuts.ts';

/** One file of a picture. */
export interface PictureSource {
  href: string;
  width: number;
}

/** A shape of a picture, with its files in rising widths. */
export interface PictureShape extends Size {
  avif: PictureSource[];
  webp: PictureSource[];
  jpeg: PictureSource[];
  /** Moving WebP, of an animation; the others show it still. */
  moving?: PictureSource[];
}

/** What is said of rights beside a picture. */
export interface PictureRights {
  creator: string;
  copyright: string;
  usageTerms: string;
  webStatement: string;
  /** Name and address, with ` · ` between. */
  licensor: string;
  sourceType: string;
}

export interface Picture extends Size {
  id: string;
  /** Of what is said of it; absent where nobody said it in the edition's, and the paper's own is taken. */
  language?: string;
  alt: string;
  /** It says nothing that the text does not: its alternative text is empty on purpose. */
  isDecorative: boolean;
  caption: string;
  credit: string;
  /** WebP in rising widths, for srcset. */
  sources: PictureSource[];
  /** JPEG for programs that show links as cards. */
  card: string;
  /** In pixels; null of a picture from before the library, whose card has any height. */
  cardSize: Size | null;
  shapes: Record<'full' | Exclude<CutShape, 'card'>, PictureShape>;
  rights: PictureRights;
}

/** The columns of a row that a picture is made of. */
export interface PictureRow extends Size {
  id: string;
  language?: string;
  alt: string;
  caption: string;
  credit: string;
  version: number;
  cuts_json: string;
  is_decorative: number;
  is_moving: number;
  creator: string;
  copyright: string;
  usage_terms: string;
  web_statement: string;
  licensor: string;
  source_type: string;
}

const widths: Record<Exclude<Shape, 'card'>, number[]> = {
  full: [480, 960, 1600], // a phone, a phone of high density or half a page, a page
  square: [320, 640],
  classic: [480, 960],
  wide: [480, 960],
};
const JPEG_WIDTH = 1200; // what search engines and feeds ask for at least
const CARD_WIDTH = 1200;
const MOVING_WIDTHS = [480, 960];

/** A file that is made of a picture. */
export interface Rendition extends Size {
  name: string;
  shape: Shape;
  kind: 'avif' | 'webp' | 'jpg' | 'moving';
}

type Planned = Pick<PictureRow, 'id' | 'version' | 'width' | 'height' | 'cuts_json' | 'is_moving'>;

/** Every rendition of a picture of a version above 0. */
export function renditionsOf(row: Planned): Rendition[] {
  const all: Rendition[] = [];
  for (const shape of ['full', ...cutShapes] as const) {
    const size = sizeOf(row, shape);
    const add = (kind: Rendition['kind'], width: number) => {
      const height = Math.max(1, Math.round((width / size.width) * size.height));
      all.push({ name: nameOf(row, shape, kind, width), shape, kind, width, height });
    };
    add('jpg', Math.min(JPEG_WIDTH, size.width));
    if (shape === 'card') continue;
    for (const width of widthsFor(size.width, widths[shape])) {
      add('webp', width);
      add('avif', width);
    }
    if (shape === 'full' && row.is_moving === 1)
      for (const width of widthsFor(size.width, MOVING_WIDTHS)) add('moving', width);
  }
  return all;
}

/** In pixels, of the cut, before it is scaled. */
function sizeOf(
  { id, width, height, cuts_json }: Pick<Planned, 'id' | 'width' | 'height' | 'cuts_json'>,
  shape: Shape,
): Size {
  const framing = framingOf({ id, focus_json: null, cuts_json });
  const box = boxOf({ width, height }, shape, framing);
  if (shape === 'full' || framing.isWhole) return { width, height };
  return { width: box.width, height: Math.max(1, Math.round(box.width / ratios[shape])) };
}

function nameOf({ id, version }: Planned, shape: Shape, kind: Rendition['kind'], width: number): string {
  if (shape === 'card') return `${id}-v${version}-card.jpg`;
  const [part, ending] = kind === 'moving' ? ['moving', 'webp'] : [shape, kind];
  return `${id}-v${version}-${part}-${width}.${ending}`;
}

function widthsFor(full: number, wanted: readonly number[]): number[] {
  const fitting = wanted.filter((width) => width < full);
  return fitting.length < wanted.length ? [...fitting, full] : fitting;
}

export function pictureOf(row: PictureRow): Picture {
  const { id, alt, caption, credit, width, height } = row;
  const words = row.language === undefined ? { alt, caption } : { alt, caption, language: row.language };
  const full = row.version === 0 ? oldShown(row) : shownOf(row, 'full');
  return {
    id,
    ...words,
    credit,
    width,
    height,
    isDecorative: row.is_decorative === 1,
    sources: full.webp,
    card: row.version === 0 ? `/media/${id}-card.jpg` : `/media/${nameOf(row, 'card', 'jpg', CARD_WIDTH)}`,
    cardSize: row.version === 0 ? null : cardSizeOf(row),
    shapes: {
      full,
      square: row.version === 0 ? full : shownOf(row, 'square'),
      classic: row.version === 0 ? full : shownOf(row, 'classic'),
      wide: row.version === 0 ? full : shownOf(row, 'wide'),
    },
    rights: {
      creator: row.creator,
      copyright: row.copyright,
      usageTerms: row.usage_terms,
      webStatement: row.web_statement,
      licensor: row.licensor,
      sourceType: row.source_type,
    },
  };
}

function cardSizeOf(row: PictureRow): Size {
  const size = sizeOf(row, 'card');
  const width = Math.min(CARD_WIDTH, size.width);
  return { width, height: Math.max(1, Math.round((width / size.width) * size.height)) };
}

function shownOf(row: PictureRow, shape: Exclude<Shape, 'card'>): PictureShape {
  const size = sizeOf(row, shape);
  const files = (kind: Rendition['kind'], of: number[]): PictureSource[] =>
    of.map((width) => ({ href: `/media/${nameOf(row, shape, kind, width)}`, width }));
  const fitting = widthsFor(size.width, widths[shape]);
  const shown: PictureShape = {
    width: size.width,
    height: size.height,
    avif: files('avif', fitting),
    webp: files('webp', fitting),
    jpeg: files('jpg', [Math.min(JPEG_WIDTH, size.width)]),
  };
  if (shape === 'full' && row.is_moving === 1)
    shown.moving = files('moving', widthsFor(size.width, MOVING_WIDTHS));
  return shown;
}

/** Of before the library: WebP of the whole alone, and a card. */
function oldShown({ id, width, height }: PictureRow): PictureShape {
  const webp = widthsFor(width, widths.full).map((each) => ({
    href: `/media/${id}-${each}.webp`,
    width: each,
  }));
  return { width, height, avif: [], webp, jpeg: [] };
}

/** What a statement selects for `pictureOf`, as columns of `media`. */
export const pictureColumns = [
  'media.id',
  'media.alt',
  'media.caption',
  'media.credit',
  'media.width',
  'media.height',
  'media.version',
  'media.cuts_json',
  'media.is_decorative',
  'media.is_moving',
  'media.creator',
  'media.copyright',
  'media.usage_terms',
  'media.web_statement',
  'media.licensor',
  'media.source_type',
] as const;

/**
 * What plugins and themes keep of a post beside it: its first category, who wrote it, a line below its headline, what search engines
 * were told, a recording that stood above its words, and words that stand in fields where the post itself is empty.
 */
import { jsonIn, objectOf, objectsIn, textIn } from '../json-values.ts';
import { acfFields } from '../markup/block-fields.ts';
import { attributeText, embedded, figureMarkup, recordingMarkup } from '../markup/shapes.ts';
import { readPhp, textsOf } from './php-values.ts';

export type PostMeta = ReadonlyMap<string, string>;

const firstOf = (meta: PostMeta, keys: readonly string[]): string =>
  keys.map((key) => (meta.get(key) ?? '').trim()).find((value) => value !== '' && !isFieldKey(value)) ?? '';

/** Advanced Custom Fields keeps the key of a field under its name with a line before it. */
const isFieldKey = (value: string): boolean => /^field_[\da-z]+$/i.test(value);

const PRIMARY = [
  '_yoast_wpseo_primary_category',
  'rank_math_primary_category',
  '_seopress_robots_primary_cat',
  '_primary_term_category', // The SEO Framework
  'epc_primary_category',
  'primary_category',
  '_primary_category',
];

/** The number of the category that is its first. */
export function primaryIn(meta: PostMeta): string | null {
  return PRIMARY.map((key) => meta.get(key) ?? '').find((value) => /^[1-9]\d*$/.test(value)) ?? null;
}

const SUBTITLES = [
  'newspack_post_subtitle',
  'wps_subtitle',
  'kia_subtitle',
  'subtitle',
  'sub_title',
  'post_subtitle',
  '_subtitle',
  'subheadline',
  'subheading',
  'standfirst',
  'deck',
  'dek',
  '_secondary_title',
];

/** The line below its headline, where something keeps one. */
export function subtitleIn(meta: PostMeta): string {
  return (
    firstOf(meta, SUBTITLES) ||
    packedIn(meta, [
      ['td_post_theme_settings', 'td_subtitle'], // Newspaper
      ['rb_global_meta', 'tagline'], // Foxiz
    ])
  );
}

/** The first of some words that themes keep among others in one field. */
function packedIn(meta: PostMeta, places: readonly (readonly [field: string, key: string])[]): string {
  return (
    places
      .map(([field, key]) => (textsOf(readPhp(meta.get(field) ?? '')).get(key) ?? '').trim())
      .find((words) => words !== '') ?? ''
  );
}

const GUESTS = [
  'sfly_guest_author_names',
  'guest-author',
  'guest_author',
  'guest_author_name',
  '_guest_author_name',
  'custom_byline',
  'author_byline',
  'byline',
];

/** A name that stands instead of the author’s; undefined where nothing keeps one. */
export const guestIn = (meta: PostMeta): string | undefined => firstOf(meta, GUESTS) || undefined;

const CREDITS = [
  '_media_credit',
  'media_credit',
  'photo_credit',
  'image_credit',
  'be_photographer_name',
  'isc_image_source',
  '_credit',
  'credit',
];

/** Who is to be named at a picture. */
export function creditSaid(meta: PostMeta): string {
  const parts = [firstOf(meta, CREDITS), meta.get('_navis_media_credit_org') ?? ''];
  return [...new Set(parts.filter((part) => part !== ''))].join(' / ');
}

const CANONICAL = [
  '_yoast_wpseo_canonical',
  'rank_math_canonical_url',
  '_seopress_robots_canonical',
  '_genesis_canonical_uri',
];

/** What search engines were told of its page and nobody else. `link` is its own address. */
export function saidToSearch(meta: PostMeta, link: string): string[] {
  const canonical = firstOf(meta, CANONICAL);
  const isOther =
    URL.canParse(canonical) && URL.canParse(link) && new URL(canonical).host !== new URL(link).host;
  const robots = [...textsOf(readPhp(meta.get('rank_math_robots') ?? '')).values()];
  const isHidden =
    meta.get('_yoast_wpseo_meta-robots-noindex') === '1' ||
    meta.get('_genesis_noindex') === '1' ||
    meta.get('_seopress_robots_index') === 'yes' ||
    robots.includes('noindex');
  return [
    ...(isOther ? [`Its page there named another as the original: ${canonical}`] : []),
    ...(isHidden ? ['Search engines were asked to leave its page there out.'] : []),
  ];
}

/**
 * The recording of a post that is an episode, which a player of PowerPress or Seriously Simple Podcasting showed. WordPress keeps
 * the same field of every link to one: what the words lead to already is not put above them.
 */
export function episodeIn(meta: PostMeta, html: string): string {
  const [address = '', , type = ''] = (meta.get('enclosure') || meta.get('audio_file') || '')
    .split('\n')
    .map((line) => line.trim());
  const ending = /\.(mp3|m4a|ogg|oga|wav|aac|flac|opus|mp4|m4v|webm|mov)(?:$|\?)/i.exec(address)?.[1];
  if (!URL.canParse(address) || !/^https?:/.test(address) || html.includes(address)) return '';
  const isFilm = /^video\//.test(type) || /^(?:mp4|m4v|webm|mov)$/i.test(ending ?? '');
  if (!/^(?:audio|video)\//.test(type) && ending === undefined) return '';
  return recordingMarkup(isFilm ? 'video' : 'audio', address);
}

/** A film that its theme shows in place of the first picture. */
export function filmIn(meta: PostMeta, html: string): string {
  const address = packedIn(meta, [['td_post_video', 'td_video']]) || firstOf(meta, ['rb_video_url']);
  if (!/^https?:\/\//.test(address) || !URL.canParse(address) || html.includes(address)) return '';
  return /\.(?:mp4|m4v|webm|mov)(?:$|\?)/i.test(address)
    ? recordingMarkup('video', address)
    : embedded(address);
}

/** The first picture by its address alone, as Featured Image from URL keeps it. */
export function pictureBeside(meta: PostMeta): { address: string; alt: string } | null {
  const address = firstOf(meta, ['fifu_image_url', '_thumbnail_ext_url']);
  return /^https?:\/\//.test(address) ? { address, alt: meta.get('fifu_image_alt') ?? '' } : null;
}

/** Words that stand in fields, of a post that has none itself. */
export interface FieldWords {
  html: string;
  odd: string[];
}

const NOTHING: FieldWords = { html: '', odd: [] };

/** What Elementor or the house's own fields say. */
export function wordsBeside(meta: PostMeta, html: string): FieldWords {
  if (/<(?:img|iframe|audio|video)\b|\[|>\s*[^\s<]|^\s*[^\s<]/.test(html)) return NOTHING;
  if (html.includes('<!-- wp:')) return NOTHING;
  const built = elementorWords(jsonIn(meta.get('_elementor_data') ?? ''), 0);
  const said = built === '' ? acfFields(Object.fromEntries(meta)).join('\n\n') : built;
  if (said === '') return NOTHING;
  const where = built === '' ? 'fields beside it' : 'Elementor’s own store';
  return { html: said, odd: [`Its words stood in ${where}: they came one after the other.`] };
}

const DEEPEST = 30; // elements within elements

function elementorWords(elements: unknown, depth: number): string {
  if (depth > DEEPEST) return '';
  return objectsIn(elements)
    .map((element) => {
      const settings = objectOf(element.settings);
      const own = element.widgetType === undefined ? '' : widget(textIn(element.widgetType), settings);
      return own + elementorWords(element.elements, depth + 1);
    })
    .join('');
}

function widget(type: string, settings: Record<string, unknown>): string {
  const words = (value: unknown): string => attributeText(textIn(value));
  const picture = (value: unknown, caption: unknown = ''): string => {
    const { url, alt } = objectOf(value);
    const file = { address: textIn(url), alt: textIn(alt), caption: words(caption) };
    return file.address === '' ? '' : figureMarkup(file);
  };
  if (type === 'heading') return `<h2>${words(settings.title)}</h2>`;
  if (type === 'image') return picture(settings.image, settings.caption);
  if (type === 'video') return embedded(textIn(settings.youtube_url) || textIn(settings.vimeo_url));
  if (type === 'button') {
    const href = textIn(objectOf(settings.link).url);
    return href === '' ? '' : `<p><a href="${attributeText(href)}">${words(settings.text)}</a></p>`;
  }
  const items = [...objectsIn(settings.tabs), ...objectsIn(settings.icon_list)].map(
    ({ tab_title, tab_content, text }) =>
      `${textIn(tab_title) === '' ? '' : `<h3>${words(tab_title)}</h3>`}${textIn(tab_content)}${textIn(text) === '' ? '' : `<p>${words(text)}</p>`}`,
  );
  const title = textIn(settings.title_text) === '' ? '' : `<h3>${words(settings.title_text)}</h3>`;
  const below = textIn(settings.description_text) === '' ? '' : `<p>${words(settings.description_text)}</p>`;
  const quote =
    textIn(settings.testimonial_content) === ''
      ? ''
      : `<blockquote><p>${words(settings.testimonial_content)}</p><cite>${words(settings.testimonial_name)}</cite></blockquote>`;
  return `${title}${below}${textIn(settings.editor)}${textIn(settings.html)}${quote}${items.join('')}${picture(settings.image)}`;
}

/**
 * Shortcodes of page builders and themes (WPBakery, Divi, Avada, Enfold, Cornerstone, Shortcodes Ultimate and what themes brought):
 * those that only lay a page out go, and their words stay; those with words, pictures or addresses among their attributes say them.
 * Each sign is written by itself, whatever stands around it, so that a sign that is missing costs no word.
 */
import { escapeText } from '../../kit/write-blocks.ts';
import {
  attributeText,
  embedded,
  figureMarkup,
  galleryMarkup,
  type LibraryFile,
  recordingMarkup,
  type ShortcodeWorld,
} from './shapes.ts';

/** What stands in place of a sign. */
export interface BuilderSign {
  open: string;
  /** In place of the sign at its end. */
  close: string;
}

interface Code {
  name: string;
  attributes: Record<string, string>;
  /** Whether a sign ends it. */
  isPair: boolean;
  world: ShortcodeWorld;
}

const PREFIX =
  /^(?:et_pb_|vc_|fusion_|av_|su_|mk_|cs_|x_|ux_|td_block_|tatsu_|fl_|kc_|nectar_|qode_|mkdf_|edgtf_|bt_bb_|ult_|wpb_|ct_|oxy_|thrive_|themify_|dt_)/;

/** A break between blocks, whatever stands beside it. */
const BREAK = '\n\n<div></div>\n\n';

const LAYOUT =
  /^(?:(?:fullwidth_|specialty_|inner_)?(?:section|row|column|col)(?:_inner|_text|_header|_container)?|column_(?:inner|text)|text(?:_block|box|area)?|textblock|builder_(?:container|row|row_inner|column|column_inner)|(?:one|two|three|four)_(?:half|thirds?|fourths?|fifths?|sixths?|full)(?:_last|_first)?|(?:half|third|quarter)|container|wrap(?:per)?|group|content_box(?:es)?|cell_?(?:one_half)?|grid|flexbox?|code_block|fullwidth_code|raw_js|accordions?|accordion_father|toggles|toggle_container|tabs|tabs?_?(?:group|container|section|nav)|tta_(?:accordion|tabs|tour|pageable)|tour|slider|slides|carousel|pricing_tables?|pricing_table|counters|timeline|list|icon_list|checklist|animate|animation|center|align(?:left|right|center)?|styled_box|hero|banner|lightbox|popup|blocks?)$/;
const TITLED =
  /^(?:tab|toggle|accordion[-_]?item|accordion_son|tta_section|panel|spoiler|slide|blurb|cta|call_to_action|cta_button|icon_box|iconbox|info_?box|service|feature|box|promo_box|message|alert|notice|note_box|custom_heading|heading|title|special_heading|section_title|headline|modal|flip_box|hover_box|team_member|person|counter|number_counter|pricing_column|list_item|li_item|timeline_item|fullwidth_header|post_title_custom|featured_box|callout|content_band)$/;
const INLINE =
  /^(?:drop_?cap\d?|highlight|mark|color|colou?red|lead|small|big|size|font|span|tooltip|popover|label|badge|emphasis|underline|nobr|abbr|icon_text|blockquote_text|strong|bold|italic)$/;
const NOTHING =
  /^(?:divider|separator|text_separator|empty_space|spacer|space|gap|hr|line|rule|sep|clear(?:fix|fixs|both|left|right)?|clearboth|br|divider_line|icon|fontawesome|sharing|social(?:_links|_icons|_media_follow.*)?|sidebar|widget_sidebar|widget_area|menu_anchor|anchor|section_separator|animated_line|google_fonts|toc|no_toc|gap_space|adsense|ads?|ad_unit)$/;
const PULL = /^(?:pull_?quote(?:_left|_right)?|testimonial(?:_single)?)$/;
const QUOTE = /^(?:quote|block_?quote|quotation)$/;
const NOTE = /^(?:footnotes?|ref|fn|efn_note|mfn|note|sidenote|endnote)$/;
const BUTTON = /^(?:button|btn|buttons?_link|cta_btn|link_button|more_button)$/;
const IMAGE =
  /^(?:image|img|gallery_image|single_image|fullwidth_image|imageframe|image_frame|picture|photo|figure_image|image_with_animation)$/;
const GALLERY =
  /^(?:gallery|images_carousel|image_carousel|masonry_gallery|photo_gallery|image_gallery|media_grid|masonry_media_grid|fullwidth_portfolio_images|horizontal_gallery|slideshow)$/;
const FILM =
  /^(?:video|video_player|fullwidth_video|youtube|vimeo|dailymotion|facebook_video|embed|video_embed)$/;
const SOUND = /^(?:audio|audio_player|soundcloud|podcast|mp3)$/;

/** Those that nobody writes in brackets as a word, though nothing stands in them. */
const ALONE = /^(?:hr|divider|separator|spacer|clear\w*|toc|no_toc)$/;

/** Null for one that is not known here; `said` in small letters. */
export function builderSign(
  said: string,
  { attributes, isPair, world }: Omit<Code, 'name'>,
): BuilderSign | null {
  const hasPrefix = PREFIX.test(said);
  const name = said.replace(PREFIX, '').replaceAll('-', '_');
  // `[list]` and `[title]` are words of a text as often as signs.
  if (!hasPrefix && !isPair && Object.keys(attributes).length === 0 && !ALONE.test(name)) return null;
  const code = { name, attributes: plain(attributes), isPair, world };
  const write = WAYS.find(([pattern]) => pattern.test(name))?.[1];
  if (write) return write(code);
  // A frame of a builder that has a name of its own: what stands in it are words all the same.
  return hasPrefix && isPair ? titled(code) : null;
}

const WAYS: [RegExp, (code: Code) => BuilderSign | null][] = [
  [LAYOUT, ({ isPair }) => (isPair ? { open: BREAK, close: BREAK } : { open: '', close: '' })],
  [NOTE, ({ isPair }) => (isPair ? { open: '<fn>', close: '</fn>' } : null)],
  [INLINE, ({ isPair, attributes }) => (isPair ? { open: '', close: aside(attributes) } : null)],
  [PULL, pulled],
  [QUOTE, quoted],
  [BUTTON, button],
  [IMAGE, image],
  [GALLERY, gallery],
  [FILM, film],
  [SOUND, sound],
  [/^gmaps$/, map],
  [/^(?:custom_heading|special_heading|heading|title|headline)$/, heading],
  [NOTHING, ({ isPair }) => (isPair ? { open: BREAK, close: BREAK } : { open: '', close: '' })],
  [TITLED, titled],
];

/** Divi writes quotation marks and brackets of its attributes as percent signs, WPBakery in accents. */
function plain(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [
      key,
      value.replaceAll('%22', '"').replaceAll('%91', '[').replaceAll('%93', ']').replaceAll('``', '"'),
    ]),
  );
}

const first = (attributes: Record<string, string>, keys: string[]): string =>
  keys.map((key) => attributes[key] ?? '').find((value) => value.trim() !== '' && value !== '#') ?? '';

/** What a word says when it is pointed at. */
function aside(attributes: Record<string, string>): string {
  const words = first(attributes, ['gloss', 'tip', 'tooltip_text']);
  return words === '' ? '' : ` (${escapeText(words)})`;
}

/** An address, also as WPBakery writes a link: `url:https%3A%2F%2F…|title:More|target:_blank`. */
function linkOf(attributes: Record<string, string>): { href: string; title: string } {
  const said = first(attributes, [
    'button_url',
    'url',
    'link',
    'href',
    'button_link',
    'link_url',
    'src',
    '0',
  ]);
  const parts = new Map(
    said.split('|').map((part) => {
      const at = part.indexOf(':');
      return [part.slice(0, at), decoded(part.slice(at + 1))] as const;
    }),
  );
  const href = /^url:/.test(said) ? (parts.get('url') ?? '') : said;
  return { href: /^(?:https?:|\/|mailto:|tel:)/i.test(href) ? href : '', title: parts.get('title') ?? '' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a per cent sign that is one
  }
}

function button({ attributes, isPair }: Code): BuilderSign {
  const { href, title } = linkOf(attributes);
  const open = href === '' ? '' : `<a href="${attributeText(href)}">`;
  const close = href === '' ? '' : '</a>';
  const words = first(attributes, ['button_text', 'text', 'title', 'label', 'content']) || title;
  const shown = words === '' && !isPair ? href : words;
  if (isPair && words === '') return { open: `\n\n<p>${open}`, close: `${close}</p>\n\n` };
  return { open: shown === '' ? '' : `\n\n<p>${open}${escapeText(shown)}${close}</p>\n\n`, close: BREAK };
}

function pulled(code: Code): BuilderSign | null {
  const { open, close } = quoted(code) ?? {};
  if (open === undefined) return null;
  return { open: `\n\n<figure class="wp-block-pullquote">${open}`, close: `${close}</figure>\n\n` };
}

function quoted({ attributes, isPair }: Code): BuilderSign | null {
  if (!isPair) return null;
  const who = first(attributes, ['author', 'cite', 'by', 'name', 'source']);
  const what = first(attributes, ['job_title', 'company_name', 'company']);
  const by = [who, what].filter(Boolean).join(', ');
  return {
    open: '<blockquote>',
    close: `${by === '' ? '' : `<cite>${escapeText(by)}</cite>`}</blockquote>`,
  };
}

function pictureOf({ attributes, world }: Code): LibraryFile | null {
  const said = first(attributes, [
    'image',
    'src',
    'url',
    'image_url',
    'img',
    'attachment',
    'id',
    'image_id',
    'photo',
    'picture',
    'background_image',
    '0',
  ]);
  if (/^[1-9]\d*(?:\|\w+)?$/.test(said)) return world.file(said.split('|')[0] ?? '');
  if (!/^(?:https?:)?\/\//.test(said)) return null;
  return { address: said, alt: first(attributes, ['alt', 'alttext']), caption: '', isPicture: true };
}

function image(code: Code): BuilderSign | null {
  const file = pictureOf(code);
  const caption = first(code.attributes, ['caption', 'title']);
  const figure = file
    ? `\n\n${figureMarkup({ ...file, caption: escapeText(caption) || file.caption })}\n\n`
    : '';
  // Avada has the picture, or its bare address, between its signs.
  if (code.isPair) return { open: `${figure}${BREAK}`, close: BREAK };
  return file ? { open: figure, close: '' } : null;
}

function gallery(code: Code): BuilderSign | null {
  const ids = first(code.attributes, ['images', 'gallery_ids', 'image_ids', 'ids', 'include', 'source'])
    .replace(/^media:/, '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const files = ids.flatMap((id) => code.world.file(id) ?? []).filter(({ isPicture }) => isPicture);
  if (files.length === 0 && !code.isPair) return null;
  // Avada has a sign for each of them between its own.
  if (files.length === 0 && code.name === 'gallery')
    return { open: '\n\n<figure class="gallery">', close: '</figure>\n\n' };
  return { open: files.length === 0 ? BREAK : `\n\n${galleryMarkup(files)}\n\n`, close: BREAK };
}

function film({ attributes, name }: Code): BuilderSign | null {
  const said = first(attributes, [
    'src',
    'link',
    'url',
    'video_url',
    'video',
    'mp4',
    'src_webm',
    'href',
    'id',
    'file',
    '0',
  ]);
  if (said === '') return null;
  const isFile = /\.(?:mp4|m4v|webm|ogv|mov)(?:$|\?)/i.test(said);
  return { open: isFile ? recordingMarkup('video', said) : embedded(said, name), close: BREAK };
}

/** WPBakery packs the frame of a map so that WordPress leaves it alone. */
function map({ attributes }: Code): BuilderSign {
  const packed = (attributes.link ?? '').replace(/^#E-8_/, '');
  const frame = decoded(Buffer.from(packed, 'base64').toString('latin1'));
  return { open: /^\s*<iframe\b/i.test(frame) ? `\n\n${frame}\n\n` : BREAK, close: BREAK };
}

function sound({ attributes }: Code): BuilderSign | null {
  const said = first(attributes, ['audio', 'src', 'url', 'mp3', 'file', 'href', '0']);
  if (!/[/.]/.test(said)) return null;
  const isFile = /\.(?:mp3|m4a|ogg|oga|wav|opus|aac|flac)(?:$|\?)/i.test(said);
  return { open: isFile ? recordingMarkup('audio', said) : embedded(said), close: BREAK };
}

const TITLES = 'title heading text header name tab_title headline primary_title custom_title h2'.split(' ');
const UNDER = ['subtitle subhead subheading position job h4', 'description desc content message'];

/** Avada has the words of one between its signs, others among its attributes. */
function heading(code: Code): BuilderSign {
  if (!code.isPair || first(code.attributes, TITLES) !== '') return titled(code);
  return { open: '\n\n<h2>', close: '</h2>\n\n' };
}

/** A heading, a picture and a button that stand among the attributes, with the words between the signs. */
function titled(code: Code): BuilderSign {
  const { attributes } = code;
  const title = first(attributes, TITLES);
  const under = UNDER.map((keys) => first(attributes, keys.split(' '))).filter(Boolean);
  const file = pictureOf({ ...code, attributes: { image: attributes.image ?? attributes.image_url ?? '' } });
  const parts = [
    BREAK,
    file ? figureMarkup(file) : '',
    title === '' ? '' : `<h3>${escapeText(title)}</h3>`,
    ...under.map((words) => `<p>${escapeText(words)}</p>`),
    '\n\n',
  ];
  return { open: parts.join(''), close: `${buttonBelow(code)}${BREAK}` };
}

function buttonBelow(code: Code): string {
  const { attributes } = code;
  const button_text = first(attributes, ['button_text', 'btn_title', 'button_one_text', 'label']);
  if (button_text === '') return '';
  const button_url = first(attributes, ['button_url', 'button_one_url', 'btn_link', 'link', 'url']);
  return button({ ...code, isPair: false, attributes: { button_text, button_url } }).open;
}

/** What Newspack keeps of a post beside it. */
import { attributeText } from '../markup/shapes.ts';
import type { MoveRecord, When } from '../records.ts';
import { utcTime } from './times.ts';
import { childWords } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

type Meta = ReadonlyMap<string, string>;

/** What Newspack shows instead of the names of authors; undefined where that is not switched on. */
export function newspackByline(meta: Meta): string | undefined {
  const said = meta.get('_newspack_byline') ?? '';
  if (said === '' || !/^(?:1|true)$/.test(meta.get('_newspack_byline_active') ?? '')) return undefined;
  const names = said.replace(/\[\/?author\b[^\]]*\]/gi, '').replace(/^\s*by\s+/i, '');
  return names.trim() || undefined;
}

/** The box of its theme above the words: what it says in short. */
export function newspackSummary(meta: Meta): string {
  const summary = (meta.get('newspack_article_summary') ?? '').trim();
  if (summary === '') return '';
  const title = (meta.get('newspack_article_summary_title') ?? '').trim();
  const head = title === '' ? '' : `<h2>${attributeText(title)}</h2>\n\n`;
  return `${head}${summary}\n\n`;
}

/** Readers saw those that were published. */
export function* newspackCorrection(item: XmlRecord, meta: Meta): Generator<MoveRecord> {
  const post = meta.get('newspack_correction-post-id') ?? '';
  if (!/^\d+$/.test(post)) return;
  const status = childWords(item, 'wp:status') || 'publish';
  if (status === 'publish')
    yield { kind: 'correction', post, text: childWords(item, 'content:encoded'), at: shownAt(item, meta) };
  else yield { kind: 'other', what: 'correction that nobody was shown', example: childWords(item, 'title') };
}

const FARTHEST_ZONE = 15 * 60 * 60 * 1_000; // ms between a time of day and UTC: no zone is farther

/** Newspack shows the time of day; when that is changed, WordPress leaves the one of UTC as it was. */
function shownAt(item: XmlRecord, meta: Meta): When {
  const said = utcTime(meta.get('newspack_correction-date') ?? '');
  const local = childWords(item, 'wp:post_date');
  const at = said ?? utcTime(childWords(item, 'wp:post_date_gmt'));
  const shown = utcTime(local);
  if (shown === null) return at === null ? null : { at };
  if (at === null || (said === null && Math.abs(shown - at) > FARTHEST_ZONE)) return { local };
  return { at };
}

/**
 * How websites speak of themselves in the middle of copy, in the languages that newsrooms read (`language/<code>/wire.ts`): for
 * the wire, which sets such blocks aside, and for the check. Each pattern must match a whole short block from its beginning: words like
 * these inside of a sentence are copy.
 */
import { byLanguage } from '../language/languages.ts';
import type { FurnitureWords } from '../language/wire-words.ts';
import { isButton } from './furniture-buttons.ts';

export type Furniture =
  | 'subscribe'
  | 'share'
  | 'comments'
  | 'read-also'
  | 'credit'
  | 'rights'
  | 'advertisement'
  | 'feed-line'
  | 'button';

/** The alternatives of all languages at once: a site speaks its own, whatever its copy is in. */
function words(theme: keyof FurnitureWords): string {
  return Object.values(byLanguage('furniture'))
    .flatMap((own) => own[theme] ?? [])
    .join('|');
}

/** Each with the longest block, in letters, that it is believed of. */
const FURNITURE: { kind: Furniture; most: number; pattern: RegExp }[] = [
  {
    kind: 'subscribe',
    most: 260,
    pattern: new RegExp(
      `^[\\p{S}\\p{P}\\s]*(?:(?:please|click here to|don.t forget to|to (?:stay|keep) (?:updated|informed),?|want more\\??|πατήστε εδώ και|если вам [^.]{0,40},) )?(?:${words('asks')})(?!\\p{L})[^.!?]{0,160}(?<!\\p{L})(?:${words('places')})(?!\\p{L})`,
      'iu',
    ),
  },
  {
    kind: 'subscribe',
    most: 40,
    pattern: new RegExp(String.raw`^[\p{S}\p{P}\s]*(?:${words('subscribe')})[\p{P}\p{S}\s]*$`, 'iu'),
  },
  {
    kind: 'share',
    most: 140,
    pattern: new RegExp(String.raw`^[\p{S}\p{P}\s]*(?:(?:${words('share')})[\p{P}\p{S}\s]*)+$`, 'iu'),
  },
  {
    kind: 'share',
    most: 160,
    pattern:
      /^(?:[\p{P}\p{S}\s\d]*(?:facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|e-?mail|print|copy link|viber|messenger|pocket|skype|share|tweet|pin it|like|vk(?:ontakte)?|ok|одноклассники|вконтакте|more|flipboard|bluesky|threads|mastodon|εκτύπωση|imprimer|drucken|imprimir)(?!\p{L})){2,}[\p{P}\p{S}\s\d]*$/iu,
  },
  {
    kind: 'share',
    most: 160,
    pattern: new RegExp(
      String.raw`^[\p{P}\p{S}\s]*(?:${words('shareOn')})(?!\p{L})[^.!?]{0,24}?(?:facebook|twitter|linkedin|whatsapp|telegram|viber|e-?mail|vk)(?:[\p{P}\p{S}\s]|(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|e-?mail|print|copy link|viber|messenger|vk|and|or)(?!\p{L}))*$`,
      'iu',
    ),
  },
  {
    kind: 'comments',
    most: 160,
    pattern: new RegExp(String.raw`^[\p{S}\p{P}\s]*(?:${words('comments')})`, 'iu'),
  },
  {
    kind: 'read-also',
    most: 240,
    pattern: new RegExp(String.raw`^[\p{S}\p{P}\s]*(?:${words('readAlso')})(?![\p{L}])`, 'iu'),
  },
  {
    kind: 'feed-line',
    most: 400,
    pattern: new RegExp(String.raw`^(?:${words('feedLine')})[\s\p{P}\p{S}]*$`, 'iu'),
  },
  {
    kind: 'credit',
    most: 160,
    pattern:
      /^[\p{S}\p{P}\s]*(?:ap |file |cover |top |featured |header |main )?(?:photo(?:s|graphs?|graphy)?|images?|pictures?|illustration|video)(?: (?:credits?|courtesy|source|copyright))?(?:\s*[:©|/]|(?: (?:by|via|courtesy of)) (?:\S+\s?){1,4}$)/iu,
  },
  {
    kind: 'credit',
    most: 160,
    pattern: new RegExp(
      String.raw`^[\p{S}\p{P}\s]*(?:(?:${words('credit')})\s*(?:[:：©|/]|\bdpa\b|(?:de|by|von|di) \p{Lu}))`,
      'iu',
    ),
  },
  {
    kind: 'rights',
    most: 240,
    pattern: new RegExp(
      String.raw`^[\p{P}\s]*(?:(?:copyright|©|\(c\))\s*(?:[©:]|\(c\)|by\s|\d{4}).{0,160}|©.{0,80}|.{0,80}(?:${words('rights')}).{0,120})$`,
      'iu',
    ),
  },
  {
    kind: 'advertisement',
    most: 60,
    pattern: new RegExp(String.raw`^[\p{P}\p{S}\s]*(?:${words('advertisement')})[\p{P}\p{S}\s]*$`, 'iu'),
  },
];

/** What kind of furniture a short block is; null for copy. `read-also` may still be a sentence: who asks looks further. */
export function furnitureKind(text: string): Furniture | null {
  const found = FURNITURE.find(({ most, pattern }) => text.length <= most && pattern.test(text));
  return found?.kind ?? (isButton(text) ? 'button' : null);
}

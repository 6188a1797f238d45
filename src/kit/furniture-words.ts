/**
 * How websites speak of themselves in the middle of copy, in the languages that newsrooms read (`language/<code>/wire.ts`): for
 * the wire, which sets such blocks aside, and for the check. Each pattern must match a whole short block from its beginning: words like
 * these inside of a sentence are copy.
 */
import { byLanguage } from '../language/languages.ts';
import type { FurnitureWords } from '../language/wire-words.ts';
import { isButton } from './furniture-buttons.ts';
import { beginsLike } from './led-by-letter.ts';
import { once } from './once.ts';

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

interface FurniturePattern {
  kind: Furniture;
  /** The longest block, in letters, that it is believed of. */
  most: number;
  /** A quick look at how the block begins: where it says no, the pattern would too. */
  mayBe: (text: string) => boolean;
  /** Made when a block first seems to be one: such patterns are long, and most copy holds none. */
  pattern: () => RegExp;
}

const SIGNS = String.raw`[\p{S}\p{P}\s]*`;
const POLITE =
  '(?:please|click here to|don.t forget to|to (?:stay|keep) (?:updated|informed),?|want more\\??|πατήστε εδώ και|если вам [^.]{0,40},)';

/** A kind whose blocks begin with words of a theme. */
function led(
  kind: Furniture,
  most: number,
  themes: readonly string[],
  pattern: () => string,
  lead = SIGNS,
): FurniturePattern {
  return {
    kind,
    most,
    mayBe: beginsLike(themes, lead),
    pattern: once(() => new RegExp(pattern(), 'iu')),
  };
}

function plainly(kind: Furniture, most: number, pattern: RegExp): FurniturePattern {
  return { kind, most, mayBe: () => true, pattern: () => pattern };
}

const RIGHTS_FIRST = /©|\(c\)|copyright/iu;

const patterns = once((): FurniturePattern[] => [
  led(
    'subscribe',
    260,
    [words('asks'), POLITE],
    () =>
      String.raw`^${SIGNS}(?:${POLITE} )?(?:${words('asks')})(?!\p{L})[^.!?]{0,160}(?<!\p{L})(?:${words('places')})(?!\p{L})`,
  ),
  led(
    'subscribe',
    40,
    [words('subscribe')],
    () => String.raw`^${SIGNS}(?:${words('subscribe')})[\p{P}\p{S}\s]*$`,
  ),
  led('share', 140, [words('share')], () => String.raw`^${SIGNS}(?:(?:${words('share')})[\p{P}\p{S}\s]*)+$`),
  plainly(
    'share',
    160,
    /^(?:[\p{P}\p{S}\s\d]*(?:facebook|twitter|linkedin|whatsapp|telegram|pinterest|reddit|tumblr|e-?mail|print|copy link|viber|messenger|pocket|skype|share|tweet|pin it|like|vk(?:ontakte)?|ok|одноклассники|вконтакте|more|flipboard|bluesky|threads|mastodon|εκτύπωση|imprimer|drucken|imprimir)(?!\p{L})){2,}[\p{P}\p{S}\s\d]*$/iu,
  ),
  led(
    'share',
    160,
    [words('shareOn')],
    () =>
      String.raw`^${SIGNS}(?:${words('shareOn')})(?!\p{L})[^.!?]{0,24}?(?:facebook|twitter|linkedin|whatsapp|telegram|viber|e-?mail|vk)(?:[\p{P}\p{S}\s]|(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|e-?mail|print|copy link|viber|messenger|vk|and|or)(?!\p{L}))*$`,
  ),
  led('comments', 160, [words('comments')], () => `^${SIGNS}(?:${words('comments')})`),
  led('read-also', 240, [words('readAlso')], () => String.raw`^${SIGNS}(?:${words('readAlso')})(?![\p{L}])`),
  led('feed-line', 400, [words('feedLine')], () => String.raw`^(?:${words('feedLine')})[\s\p{P}\p{S}]*$`, ''),
  plainly(
    'credit',
    160,
    /^[\p{S}\p{P}\s]*(?:ap |file |cover |top |featured |header |main )?(?:photo(?:s|graphs?|graphy)?|images?|pictures?|illustration|video)(?: (?:credits?|courtesy|source|copyright))?(?:\s*[:©|/]|(?: (?:by|via|courtesy of)) (?:\S+\s?){1,4}$)/iu,
  ),
  led(
    'credit',
    160,
    [words('credit')],
    () => String.raw`^${SIGNS}(?:(?:${words('credit')})\s*(?:[:：©|/]|\bdpa\b|(?:de|by|von|di) \p{Lu}))`,
  ),
  {
    kind: 'rights',
    most: 240,
    mayBe: (text) => RIGHTS_FIRST.test(text),
    pattern: () => /^[\p{P}\s]*(?:(?:copyright|©|\(c\))\s*(?:[©:]|\(c\)|by\s|\d{4}).{0,160}|©.{0,80})$/iu,
  },
  {
    kind: 'rights',
    most: 240,
    mayBe: () => true,
    pattern: once(() => new RegExp(String.raw`^[\p{P}\s]*.{0,80}(?:${words('rights')}).{0,120}$`, 'iu')),
  },
  led(
    'advertisement',
    60,
    [words('advertisement')],
    () => String.raw`^${SIGNS}(?:${words('advertisement')})[\p{P}\p{S}\s]*$`,
  ),
]);

/** What kind of furniture a short block is; null for copy. `read-also` may still be a sentence: who asks looks further. */
export function furnitureKind(text: string): Furniture | null {
  const found = patterns().find(
    ({ most, mayBe, pattern }) => text.length <= most && mayBe(text) && pattern().test(text),
  );
  return found?.kind ?? (isButton(text) ? 'button' : null);
}

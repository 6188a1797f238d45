/**
 * What travels: Declarative Web Push JSON. Browsers that know it may show it themselves; the others hand the same text to
 * our service worker (facts: w3c push-api editor's draft).
 */
import { actionWords } from './action-words.ts';

const TITLE = 240; // bytes; every platform cuts far earlier
const BODY = 900; // bytes; together with the rest one record holds it whatever the script

export interface PayloadNotice {
  title: string;
  body: string;
  /** Absolute, on this site. */
  navigate: string;
  language: string;
  direction: 'ltr' | 'rtl';
  /** Notices with the same tag take each other's place. */
  tag: string;
  /** A notice with a revision not above the one shown already is not shown as new. */
  revision: number;
  alert: string;
  story: string | null;
  kind: 'news' | 'correction' | 'kill' | 'welcome' | 'gathered' | 'probe';
  /** Shown without a sound: what is told is no news. */
  silent?: boolean;
  /** Of a canary's probe: what its service worker answers with. */
  probe?: string;
}

export function payloadOf(notice: PayloadNotice): string {
  const { alert, story, revision, kind } = notice;
  return JSON.stringify({
    web_push: 8030,
    notification: {
      title: payloadLine(notice.title, TITLE),
      navigate: notice.navigate,
      body: payloadLine(notice.body, BODY),
      lang: notice.language,
      dir: notice.direction,
      tag: notice.tag,
      silent: notice.silent ?? false,
      ...actionsOf(notice),
      data: { alert, story, revision, kind, ...(notice.probe ? { probe: notice.probe } : {}) },
    },
    mutable: true,
  });
}

/** What can be done about it on the spot. Each has an address too, for browsers that show the notification themselves. */
function actionsOf({ story, navigate, language, kind }: PayloadNotice) {
  if (!URL.canParse(navigate) || kind === 'welcome' || kind === 'probe') return {};
  const words = actionWords(language);
  const page = new URL('/alerts', navigate).href;
  const stop = { action: 'stop', title: words.stop, navigate: `${page}?stop=${story}` };
  const settings = { action: 'settings', title: words.settings, navigate: page };
  return { actions: story === null || kind === 'kill' ? [settings] : [stop, settings] };
}

// Control characters, and those that turn the direction of text or are not seen: an alert must read as it was written.
const unseen =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** One line of plain text, at most so many bytes, cut between characters with an ellipsis. */
export function payloadLine(text: string, bytes: number): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .replace(unseen, '')
    .trim();
  if (Buffer.byteLength(line) <= bytes) return line;
  const room = bytes - Buffer.byteLength('…');
  let cut = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    line.slice(0, bytes),
  )) {
    used += Buffer.byteLength(segment);
    if (used > room) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/**
 * The `Topic` header (RFC 8030 section 5.4): a message not yet delivered gives way to a later one of the same topic. The
 * push service can read it, so it is a keyed hash; `hash` is the newsroom's.
 */
export function topicOf(hash: (purpose: string, text: string) => string, tag: string): string {
  return hash('alert-topic', tag).slice(0, 32);
}

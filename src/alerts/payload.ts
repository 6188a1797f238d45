/**
 * What travels: Declarative Web Push JSON. Browsers that know it may show it themselves; the others hand the same text to
 * our service worker (facts: w3c push-api editor's draft).
 */
import { payloadLine } from '../push/message-text.ts';
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

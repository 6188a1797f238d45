/** A link that goes nowhere: no address, a place on a developer's machine, an editor's preview. */

import type { Check, Finding } from './check.ts';
import { type FindingReason, reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'dead-link', severity: 'major' } as const;

export const deadLink: Check = {
  name: 'dead-link',
  says: 'A link goes nowhere.',
  languages: 'all',
  isOn: true,
  find({ copy, body }) {
    const mayLink = /http|\]\(/iu.test(body.text);
    const inText = matchesIf(mayLink, body.text, noAddress).map((match) =>
      found(body, match.index, match.index + match[0].length, reason('noAddress', { words: match[0] })),
    );
    const written = matchesIf(mayLink, body.text, address).flatMap((match) => {
      const wrong = /^https?:\/\/https?:/iu.test(match[0])
        ? null
        : whyDead(match[0].replace(/[.,;:!?]+$/u, ''));
      return wrong ? [found(body, match.index, match.index + match[0].length, wrong)] : [];
    });
    const lines = body
      .matches(emptySource)
      .map((match) => found(body, match.index, match.index + match[0].length, reason('sourceNotNamed')));
    const links = (copy.links ?? []).flatMap(({ start, end, href }) => {
      const wrong = whyDead(href);
      return wrong ? [found(body, start, end, wrong)] : [];
    });
    return [...inText, ...written, ...lines, ...links];
  },
};

const noAddress =
  /\bhttps?:\/\/(?=[\s.,;)\]]|$)|\bhttps?:\/\/https?:\/\/\S*|\[[^\]\n]{1,80}\]\(\s*#?\s*\)/giu;
const address = /\bhttps?:\/\/[^\s<>"“”«»)\]]{3,}/giu;

function matchesIf(may: boolean, text: string, pattern: RegExp): RegExpExecArray[] {
  return may ? [...text.matchAll(pattern)] : [];
}

const sourceWord =
  "sources?|original|via|quellen?|fuentes?|fonti|fonte|πηγ(?:ή|ές)|источники?|джерел[оа]|(?:ال)?مصدر|(?:ال)?مصادر|source (?:link|article)|original (?:article|link|source)|link|enlace|lien|σύνδεσμος|ссылка|посилання|رابط|leggi l[’']originale|lire l[’']original";
const nowhere =
  '(?:here|hier|aquí|ici|qui|εδώ|здесь|тут|هنا|link|enlace|lien|ссылка|посилання|σύνδεσμος|رابط|n/?a|tbc|tk|unknown|unbekannt|desconocida?|inconnue?|sconosciuta?|[-–—#?…]+)';
/** A line that promises a source and has none behind its colon, and a word in brackets that was a link. */
const emptySource = new RegExp(
  `(?<=^|\\n)[ \\t]*[(\\[]?(?:${sourceWord})[ \\t]*[:：][ \\t]*[(\\[]?${nowhere}?[)\\]]?\\.?[)\\]]?(?=[ \\t]*(?:\\n|$))|\\[(?:${sourceWord})\\](?!\\()`,
  'giu',
);

function found(body: TextReading, start: number, end: number, because: FindingReason): Finding {
  return body.finding({ start, end }, { ...tell, because });
}

/** Null for an address that a reader can be sent to. A relative one may be right on its own site. */
function whyDead(href: string): FindingReason | null {
  const address = href.trim();
  if (address === '' || address === '#') return reason('linkWithoutAddress');
  if (/^(?:javascript|data|vbscript|file|about|blob):/iu.test(address)) return reason('linkToNoPage');
  if (/^(?:mailto|tel|sms|geo):/iu.test(address) || /^[#/?.]/u.test(address)) return null;
  if (!URL.canParse(address))
    return /^[\w.-]+\.\p{L}{2,}(?:[/?#]|$)/u.test(address)
      ? reason('linkWithoutScheme')
      : reason('linkIsNoAddress');
  const { hostname, protocol } = new URL(address);
  if (!/^https?:$/u.test(protocol)) return null;
  if (
    /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|\[::1\])|\.(?:local|localhost|internal|test|invalid)$/u.test(
      hostname,
    )
  )
    return reason('notReached', { site: hostname });
  return hostname.includes('.') || hostname.startsWith('[') ? null : reason('noSite', { site: hostname });
}

/**
 * What an item itself forbids, narrower than the contract with its source: read from its rights and usage terms. Pure.
 * Only a plain no is taken for one; everything else that it says stands beside the item for the desk to read.
 */
import { generatedMark, type ItemTerms } from '../../rights/item-terms.ts';
import type { ItemFacts } from '../parse/facts.ts';

/** IPTC's and PLUS's words for what may be mined: all but the first forbid showing copy to a strange engine. */
const MINING_ALLOWED = /(?:^|[/:#])(?:dmi-)?(?:allowed|permitted|yes|0)$|^(?:allowed|permitted|yes)\b/i;
const MINING_SAID = /prohibit|forbid|not allowed|disallow|constraint|dmi-|^no\b|\bno ai\b|reserved/i;

const NO = `(?:no|not for|not to be|without|keine?|pas d[e’']|sin|όχι|нельзя)`;
const noOf = (what: string): RegExp => new RegExp(String.raw`\b${NO}\b[^.;]{0,24}\b(?:${what})`, 'iu');
const NO_ONLINE = noOf('internet|web|online|digital');
const NO_TRANSLATION = noOf('translat');
const NO_AI = noOf('(?:ai|artificial intelligence|machine learning|text and data mining|data mining)\\b');
const NO_ALERTS = noOf('(?:push|alert|notification|sms)');

/** Null where it forbids nothing. */
export function itemTermsOf(facts: ItemFacts | undefined, rights: string): ItemTerms | null {
  const lines = [...(facts?.terms ?? []), facts?.copyright ?? '', rights].filter((line) => line !== '');
  const has = (no: RegExp): string | undefined => lines.find((line) => no.test(line));
  const mining = facts?.dataMining ?? '';
  const isMiningForbidden = !MINING_ALLOWED.test(mining) && MINING_SAID.test(mining);
  const generated = generatedMark(facts?.digitalSource ?? '');
  const found: ItemTerms = {
    ...(has(NO_ONLINE) && { online: false as const }),
    ...(has(NO_TRANSLATION) && { translate: false as const }),
    ...((isMiningForbidden || has(NO_AI)) && { cloud: false as const }),
    ...(has(NO_ALERTS) && { alert: false as const }),
    ...(generated !== null && { generated }),
  };
  if (Object.keys(found).length === 0) return null;
  const words = [NO_ONLINE, NO_TRANSLATION, NO_AI, NO_ALERTS].flatMap((no) => has(no) ?? []);
  return { ...found, words: [...new Set([...words, ...(isMiningForbidden ? [mining] : [])])].map(shortened) };
}

const shortened = (line: string): string => (line.length > 300 ? `${line.slice(0, 299)}…` : line);

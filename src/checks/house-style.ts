/** The paper's own list: names, terms and spellings, kept at the desk. */

import type { Check, Finding, HouseRule } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

export const houseStyle: Check = {
  name: 'house-style',
  says: 'The paper writes this in another way.',
  languages: 'all',
  isOn: true,
  find({ copy, parts, language }) {
    const rules = (copy.houseStyle ?? []).filter(
      (rule) => rule.language === '' || rule.language === language,
    );
    return rules.length === 0 ? [] : parts.flatMap((part) => styleIn(part, rules));
  },
};

/** All rules in two passes over the words, one for each way of looking: the list may be long. */
function styleIn(part: TextReading, rules: readonly HouseRule[]): Finding[] {
  return [true, false].flatMap((exact) => {
    const asked = new Map(
      rules
        .filter((rule) => rule.exact === exact && rule.avoid.trim() !== '')
        .map((rule) => [folded(rule.avoid, exact), rule]),
    );
    if (asked.size === 0) return [];
    return matchesIn(part, asked, exact);
  });
}

function folded(text: string, exact: boolean): string {
  const plain = text.normalize('NFC').replace(/[’ʼ]/gu, "'").replace(/\s+/gu, ' ').trim();
  return exact ? plain : plain.toLowerCase();
}

function matchesIn(part: TextReading, asked: Map<string, HouseRule>, exact: boolean): Finding[] {
  const longest = Math.max(...[...asked.keys()].map((key) => key.split(/[ -]/u).length));
  const findings: Finding[] = [];
  const { words } = part;
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(longest, words.length - at); count >= 1; count -= 1) {
      const [first, last] = [words[at], words[at + count - 1]];
      if (!first || !last) continue;
      const span = { start: first.start, end: last.end };
      const rule = asked.get(folded(part.slice(span), exact));
      if (!rule || part.slice(span) === rule.write || isPartOfRight(part, span, rule)) continue;
      const because =
        rule.write === ''
          ? reason('houseStyleNot', { words: rule.avoid })
          : reason('houseStyle', { words: rule.write });
      findings.push(
        part.finding(span, {
          check: 'house-style',
          severity: 'minor',
          because,
          ...(rule.write === '' ? {} : { suggestion: rule.write }),
        }),
      );
      at += count - 1;
      break;
    }
  }
  return findings;
}

/** "Pyli" is to be "the port of Pyli": where it stands so, it is right already. */
function isPartOfRight(part: TextReading, span: { start: number; end: number }, rule: HouseRule): boolean {
  const at = rule.write.indexOf(part.slice(span));
  return at >= 0 && part.text.startsWith(rule.write, span.start - at);
}

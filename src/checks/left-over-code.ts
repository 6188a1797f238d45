/** Markup, entities, placeholders and a machine's own marks that stayed in the text. */

import type { Check, Finding, Severity } from './check.ts';
import { type FindingReason, reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const kinds: { pattern: RegExp; severity: Severity; because: (text: string) => FindingReason }[] = [
  {
    pattern:
      /<\/?(?:p|br|div|span|a|b|i|em|strong|img|h[1-6]|ul|ol|li|table|t[rdh]|script|style|iframe|blockquote|font|figure|figcaption|u|sup|sub)(?:\s[^<>\n]{0,300})?\/?>/giu,
    severity: 'critical',
    because: (text) => reason('leftMarkup', { words: text }),
  },
  {
    pattern:
      /&(?:nbsp|amp|quot|lt|gt|apos|[lrsb][sd]quo|[mn]dash|hellip|laquo|raquo|euro|shy|zwn?j|[lr]rm|iexcl|iquest|ord[fm]|middot|bull|deg|szlig|[ao]elig|[a-z](?:grave|acute|circ|tilde|uml|cedil|ring|slash)|#\d{2,6}|#x[0-9a-f]{2,5});/giu,
    severity: 'critical',
    because: (text) => reason('leftEntity', { words: text }),
  },
  {
    pattern:
      /\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|<unk>|\[UNK\]|\[\s*insert [^\]\n]{1,40}\s*\]|\blorem ipsum\b|%%[a-z_]{2,30}%%/giu,
    severity: 'critical',
    because: (text) => reason('leftBlank', { words: text }),
  },
  {
    pattern: /(?<=^|[\s(“"«])\*(?=\p{L}{3,}(?:[\s.,;:!?)”"»]|$))/gmu,
    severity: 'major',
    because: () => reason('leftEngineMark'),
  },
  {
    pattern:
      /\[caption\b[^\]\n]{0,200}\]|\[\/?(?:gallery|embed|video|audio|vc_\w+)(?:\s+\w+=[^\]\n]{0,200})?\]/giu,
    severity: 'critical',
    because: (text) => reason('leftCode', { words: text }),
  },
];

/** Marks of the plain form, where nothing was made of them: the words are kept. */
const plainMarks: { pattern: RegExp; because: (text: string) => FindingReason }[] = [
  {
    pattern:
      /!?\[([^[\]\n]{1,200})\]\((?:\/|#|https?:|www\.|mailto:|tel:|[\p{L}\p{N}-]+\.\p{L})[^\s()]{0,400}\)/giu,
    because: (text) => reason('leftLink', { words: text }),
  },
  {
    pattern: /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*\*(?![*\p{L}\p{N}])/gu,
    because: (text) => reason('leftStars', { words: text }),
  },
  {
    pattern: /(?<=^|\n)#{2,6} +(?=\p{L})/gu,
    because: () => reason('leftHeading'),
  },
];

export const leftOverCode: Check = {
  name: 'left-over-code',
  says: 'Markup, entities or placeholders stayed in the text.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => [...codeIn(part), ...marksIn(part)]),
};

function marksIn(part: TextReading): Finding[] {
  if (!/[[*#]/u.test(part.text)) return []; // each pattern begins with one of these
  return plainMarks.flatMap(({ pattern, because }) =>
    [...part.text.matchAll(pattern)].map((match) =>
      part.finding(
        { start: match.index, end: match.index + match[0].length },
        {
          check: 'left-over-code',
          severity: 'major',
          because: because(match[0].trim()),
          suggestion: match[1] ?? '',
        },
      ),
    ),
  );
}

function codeIn(part: TextReading): Finding[] {
  if (!/[<&{$[%*]|lorem/iu.test(part.text)) return [];
  return kinds.flatMap(({ pattern, severity, because }) =>
    [...part.text.matchAll(pattern)]
      .filter((match) => !isTag(part, match))
      .map((match) => {
        const end = match.index + match[0].length;
        const suggestion =
          entities[match[0].toLowerCase()] ??
          (severity === 'major' || match[0].startsWith('<') ? '' : undefined);
        return part.finding(
          { start: match.index, end },
          { check: 'left-over-code', severity, because: because(match[0]), suggestion },
        );
      }),
  );
}

const entities: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': '’',
  '&#39;': '’',
  '&#8217;': '’',
  '&hellip;': '…',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&mdash;': '—',
  '&ndash;': '–',
  '&laquo;': '«',
  '&raquo;': '»',
};

/** List marks, footnote stars, *stressed words* and a tag that is spoken of are meant. */
function isTag(part: TextReading, match: RegExpExecArray): boolean {
  if (
    match[0].startsWith('<') &&
    /^\s+(?:tags?|elements?)\b/u.test(
      part.text.slice(match.index + match[0].length, match.index + match[0].length + 12),
    )
  )
    return true;
  if (match[0] !== '*') return false;
  const line = part.text.lastIndexOf('\n', match.index - 1) + 1;
  return (
    part.text.slice(line, match.index).trim() === '' ||
    /^\*[^*\n]{1,80}\*/u.test(part.text.slice(match.index, match.index + 90))
  );
}

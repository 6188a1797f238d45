/** Code, verse and columns of another house whose lines begin farther in or stand below each other: as lines that stay as they are. */
import { eachElement } from './each-element.ts';

/** A line that begins farther in, and words with space between them that stand below others. */
const FARTHER_IN =
  /(?:^|\n|<(?:code|br)\b[^<>]*>)(?:[ \t]|&nbsp;|\u00a0)+(?=[^\s<&]|&(?!nbsp;)|<(?!\/|br\b))/g;
const IN_COLUMNS = /[^\s<>](?: {2,}|\t+)[^\s<>]/;
/** What no such line holds. */
const BLOCKS = /<(?:p|div|ul|ol|table|h[1-6]|blockquote|figure|img|iframe|video|audio|section|pre)\b/i;

/** Those that hold more than words become paragraphs, which is said where something is lost of them. */
export function withPreformatted(html: string): { html: string; odd: string[] } {
  let lost = 0;
  const kept = eachElement(html, 'pre', ({ class: classes = '', 'data-block': said }, inner) => {
    if (said !== undefined) return null;
    const farther = inner.match(FARTHER_IN)?.length ?? 0;
    const isVerse = /\bwp-block-verse\b/.test(classes);
    if (farther === 0 && !IN_COLUMNS.test(inner)) return null;
    if (!BLOCKS.test(inner)) return `<pre data-block="${isVerse ? 'verse' : 'code'}">${inner}</pre>`;
    lost += farther;
    return null;
  });
  if (lost === 0) return { html: kept, odd: [] };
  return {
    html: kept,
    odd: [
      `${lost.toLocaleString('en')} ${lost === 1 ? 'line' : 'lines'} of code or verse began farther in: here at the margin.`,
    ],
  };
}

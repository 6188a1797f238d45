/**
 * The paragraphs that WordPress shows of text that has none: an empty line ends one, a line break is a line break. Nothing is done
 * within what keeps its lines, and none stands beside an element that is a block of its own.
 */
import { endedPart } from './ended-part.ts';

const PIECES = /(<!--(?:(?!<!--)[\s\S])*?-->|<\/?[a-zA-Z][^>]*>)/;
const BLOCK =
  /^<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|blockquote|figure|figcaption|section|article|aside|header|footer|nav|main|details|summary|address|form|fieldset|legend|hr|pre|iframe|video|audio|object|script|style)\b/i;
const KEEPS = /^<(\/?)(?:pre|script|style|textarea|svg|math)\b/i;
const ROW = /^<\/?(?:table|thead|tbody|tfoot|tr|colgroup|ul|ol|dl)\b/i;

/** HTML whose line breaks mean something, as HTML whose paragraphs do. */
export function withAutop(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.replace(/\r\n?/g, '\n');
  const ended = endedPart(lines, '>');
  const pieces = ended.split(PIECES);
  pieces.push((pieces.pop() ?? '') + lines.slice(ended.length));
  const written: string[] = [];
  let kept = 0;
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 1) {
      const keeps = KEEPS.exec(piece);
      if (keeps && !piece.endsWith('/>')) kept = Math.max(0, kept + (keeps[1] === '/' ? -1 : 1));
      written.push(piece);
    } else written.push(kept > 0 ? piece : broken(piece, pieces[at - 1] ?? '', pieces[at + 1] ?? ''));
  }
  return written.join('');
}

/** The lines of a text between two elements. */
function broken(text: string, before: string, after: string): string {
  if (!text.includes('\n')) return text;
  if (text.trim() === '' && (ROW.test(before) || ROW.test(after))) return text;
  const isStart = before === '' || BLOCK.test(before);
  const isEnd = after === '' || BLOCK.test(after);
  const inner = text.replace(isStart ? /^\s+/ : /^(?!)/, ' ').replace(isEnd ? /\s+$/ : /(?!)$/, ' ');
  return inner
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.replace(/[ \t]*\n[ \t]*/g, '<br>\n'))
    .join('\n</p><p>\n');
}

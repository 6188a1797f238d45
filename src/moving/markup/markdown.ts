/** Markdown of a card of Ghost, as HTML: what GitHub's manner of it has that a story holds; what else there is stays as it was typed. */
import { escapeText } from '../../kit/write-blocks.ts';

const FENCE = /^ {0,3}(```+|~~~+)/;
const NOTE = /^\[\^([\w-]{1,40})\]:\s*(.*)$/;
const BULLET = /^(\s*)[-*+]\s+(.*)$/;
const NUMBER = /^(\s*)(\d{1,9})[.)]\s+(.*)$/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const TABLE_LINE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

export function markdownText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const written: string[] = [];
  const notes: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const note = NOTE.exec(line);
    if (note) notes.push(`<li id="fn-${note[1]}">${inline(note[2] ?? '')}</li>`);
    if (note || line.trim() === '') at += 1;
    else if (FENCE.test(line)) at = fenced(lines, at, written);
    else at = block(lines, at, written);
  }
  return written.join('') + (notes.length === 0 ? '' : `<ol>${notes.join('')}</ol>`);
}

function fenced(lines: string[], from: number, written: string[]): number {
  const sign = FENCE.exec(lines[from] ?? '')?.[1] ?? '```';
  const end = lines.findIndex((line, at) => at > from && line.trim().startsWith(sign));
  const inner = lines.slice(from + 1, end === -1 ? lines.length : end);
  written.push(`<pre>${escapeText(inner.join('\n'))}</pre>`);
  return end === -1 ? lines.length : end + 1;
}

/** Lines until an empty one, or until something else begins. */
function block(lines: string[], from: number, written: string[]): number {
  const line = lines[from] ?? '';
  const [, signs, title = ''] = HEADING.exec(line) ?? [];
  if (signs) {
    written.push(`<h${signs.length < 3 ? 2 : 3}>${inline(title)}</h${signs.length < 3 ? 2 : 3}>`);
    return from + 1;
  }
  if (RULE.test(line)) {
    written.push('<hr>');
    return from + 1;
  }
  let to = from + 1;
  while (
    to < lines.length &&
    (lines[to] ?? '').trim() !== '' &&
    !FENCE.test(lines[to] ?? '') &&
    !HEADING.test(lines[to] ?? '')
  )
    to += 1;
  const part = lines.slice(from, to);
  if (line.trim().startsWith('<')) written.push(part.join('\n'));
  else if (TABLE_LINE.test(part[1] ?? '') && line.includes('|')) written.push(table(part));
  else if (/^\s*>/.test(line))
    written.push(
      `<blockquote>${markdownText(part.map((each) => each.replace(/^\s*>\s?/, '')).join('\n'))}</blockquote>`,
    );
  else if (BULLET.test(line) || NUMBER.test(line)) written.push(list(part));
  else written.push(paragraph(part));
  return to;
}

function paragraph(part: string[]): string {
  const under = part.length > 1 ? /^ {0,3}(=+|-+)\s*$/.exec(part.at(-1) ?? '') : null;
  if (under) return `<h2>${inline(part.slice(0, -1).join(' '))}</h2>`;
  return `<p>${part.map((line) => inline(line.trim()) + (/ {2}$/.test(line) ? '<br>' : '')).join(' ')}</p>`;
}

function table(part: string[]): string {
  const cells = (line: string, tag: string) =>
    `<tr>${line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`)
      .join('')}</tr>`;
  return `<table><thead>${cells(part[0] ?? '', 'th')}</thead><tbody>${part
    .slice(2)
    .map((line) => cells(line, 'td'))
    .join('')}</tbody></table>`;
}

/** Items, each with those below it that stand further in. */
function list(part: string[]): string {
  const open: { indent: number; tag: string }[] = [];
  let html = '';
  for (const line of part) {
    const [, space = '', words = ''] = BULLET.exec(line) ?? [];
    const numbered = NUMBER.exec(line);
    if (!numbered && words === '') {
      html += ` ${inline(line.trim())}`;
      continue;
    }
    const indent = (numbered?.[1] ?? space).length;
    while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) html += `</li></${open.pop()?.tag}>`;
    if (open.length === 0 || indent > (open.at(-1)?.indent ?? 0)) {
      const tag = numbered ? 'ol' : 'ul';
      html += `<${tag}${numbered && numbered[2] !== '1' ? ` start="${numbered[2]}"` : ''}>`;
      open.push({ indent, tag });
    } else html += '</li>';
    html += `<li>${inline(numbered?.[3] ?? words)}`;
  }
  return (
    html +
    open
      .toReversed()
      .map(({ tag }) => `</li></${tag}>`)
      .join('')
  );
}

const inline = (text: string): string =>
  text
    .replace(/!\[([^\]]{0,500})\]\(([^)\s]+)[^)]{0,500}\)/g, '<img alt="$1" src="$2">')
    .replace(/\[\^([\w-]{1,40})\]/g, '<sup><a href="#fn-$1" role="doc-noteref">$1</a></sup>')
    .replace(/\[([^\]]{1,500})\]\(([^)\s]+)[^)]{0,500}\)/g, '<a href="$2">$1</a>')
    .replace(/(?<![\w"'>(=/])(https?:\/\/[^\s<>"')]+)/g, '<a href="$1">$1</a>')
    .replace(/`([^`]{1,1000})`/g, (_all, code: string) => `<code>${escapeText(code)}</code>`)
    .replace(/~~([^~]{1,1000})~~/g, '<s>$1</s>')
    .replace(/\*\*([^*]{1,2000})\*\*|__([^_]{1,2000})__/g, '<strong>$1$2</strong>')
    .replace(/(?<![\w*/])[*_]([^*_<>]{1,2000})[*_](?![\w*])/g, '<em>$1</em>');

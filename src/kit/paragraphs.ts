/** Where the paragraphs of a plain text stand. */

export interface Span {
  /** UTF-16 offset. */
  start: number;
  /** UTF-16 offset, not included. */
  end: number;
}

const WRAPPED_MOST = 100; // characters of a line that a program wrapped: mail and agency wires break at 64 to 80
const WRAPPED_LEAST = 40; // a wrapped text is this wide at least, or it is verse or a list

/**
 * The paragraphs of a text, trimmed, empty ones left out. An empty line always parts two; a single line end does too,
 * unless the text was wrapped at a fixed width, where a line that breaks off in mid-sentence goes on in the next.
 */
export function splitParagraphs(text: string): Span[] {
  const lines = linesOf(text);
  const wrapped = isWrapped(text, lines);
  const paragraphs: Span[] = [];
  let open = false;
  for (const line of lines) {
    const isEmpty = line.start === line.end;
    const last = paragraphs.at(-1);
    if (!isEmpty && open && last && wrapped) last.end = line.end;
    else if (!isEmpty) paragraphs.push({ ...line });
    open = !isEmpty;
  }
  return paragraphs;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let at = 0; at <= text.length; ) {
    const found = text.indexOf('\n', at);
    const stop = found < 0 ? text.length : found;
    let [start, end] = [at, stop];
    while (start < end && isBlank(text.charCodeAt(start))) start += 1;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
    lines.push({ start, end });
    at = stop + 1;
  }
  return lines;
}

function isBlank(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0xfeff || unit === 0x200b;
}

/** Whether most lines that are followed by another break off in mid-sentence at about the same width. */
function isWrapped(text: string, lines: Span[]): boolean {
  let followed = 0;
  let broken = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const width = line.end - line.start;
    if (width === 0 || !next || next.start === next.end) continue;
    followed += 1;
    if (width < WRAPPED_LEAST || width > WRAPPED_MOST) continue;
    if (!/[.!?:;…”"»)\]]/u.test(text[line.end - 1] ?? '')) broken += 1;
  }
  return followed >= 2 && broken * 2 > followed;
}

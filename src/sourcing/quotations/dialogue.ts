/** Speech set off by a dash at the start of its paragraph: ‘— Мы готовы, — сказал мэр. — Завтра начнём.’ */
import type { Span } from '../../kit/paragraphs.ts';
import type { RawStatement } from './found.ts';
import { readIncise } from './incise.ts';
import { phraseAfter, type TableReader } from './table-phrases.ts';

/** Null when the paragraph is no dialogue. */
export function readDialogue(reader: TableReader, paragraph: Span): RawStatement[] | null {
  const { text, masked, phrases } = reader;
  const opening = /^[—–-]\s*(?=\S)/u.exec(text.slice(paragraph.start, paragraph.start + 6));
  if (!opening || (opening[0].startsWith('-') && !/\s/.test(opening[0]))) return null;
  const from = paragraph.start + opening[0].length;
  const parts = [...masked.slice(from, paragraph.end).matchAll(/(?<=[\s,.!?…])[—–-](?=\s|\p{L})/gu)].map(
    ({ index }) => from + index,
  );
  const content: Span[] = [];
  let found: Pick<RawStatement, 'cue' | 'source'> = { cue: null, source: null };
  let at = from;
  for (const [index, dash] of [...parts, paragraph.end].entries()) {
    const piece = { start: at, end: dash };
    at = dash + 1;
    const words = masked.slice(piece.start, piece.end);
    phrases.verb.lastIndex = 0;
    const verb = index === 0 ? null : phrases.verb.exec(words);
    if (verb && verb.index < 40 && found.cue === null) {
      const cue = { start: piece.start + verb.index, end: piece.start + verb.index + verb[0].length };
      found = {
        cue,
        source: phraseAfter(reader, cue.end, piece.end, false) ?? before(text, piece.start, cue.start),
      };
    } else if (/\p{L}/u.test(words)) content.push(trimmed(text, piece));
  }
  phrases.verb.lastIndex = 0;
  const within =
    found.cue === null && parts.length === 0
      ? readIncise(reader, trimmed(text, { start: from, end: paragraph.end }))
      : null;
  if (within)
    return [
      {
        ...within,
        content: spokenOf(text, within.content),
        confidence: within.source ? 0.8 : 0.6,
        quoted: true,
        form: 'direct',
      },
    ];
  if (content.length === 0 || (found.cue === null && parts.length > 0))
    return found.cue === null && content.length > 0 ? plain(content) : null;
  return [
    {
      content,
      ...found,
      confidence: found.source ? 0.85 : found.cue ? 0.6 : 0.3,
      quoted: true,
      form: 'direct',
    },
  ];
}

/** After the attribution a story may go on in our words: ‘, είπε ο Μος, και έφυγε’. */
function spokenOf(text: string, [first, ...rest]: Span[]): Span[] {
  const goesOn = /^(?:και|κι|et|puis|y|e|und|и|а|та|і|й|و)\s/iu;
  return [
    ...(first ? [first] : []),
    ...rest.filter(({ start, end }) => !goesOn.test(text.slice(start, end))),
  ];
}

function plain(content: Span[]): RawStatement[] {
  return [
    {
      content: [{ start: content[0]?.start ?? 0, end: content.at(-1)?.end ?? 0 }],
      cue: null,
      source: null,
      confidence: 0.25,
      quoted: true,
      form: 'direct',
    },
  ];
}

function before(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const name = /\S(?:.*\S)?/u.exec(words);
  return name && name[0].split(/\s+/u).length <= 5 && /\p{L}/u.test(name[0])
    ? { start: start + name.index, end: start + name.index + name[0].length }
    : null;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s,]/u.test(text[from] ?? '')) from += 1;
  while (to > from && /[\s,]/u.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

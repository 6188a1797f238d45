/**
 * An attribution within what is said: « Nous resterons, a déclaré Ada Lind. C’est chez nous. », the house form of French
 * agencies; – Θα μείνουμε, είπε ο Μος; «Снега не было, — говорит Рита Ким. — Мы ждали», as Russian and Ukrainian papers write. The words on both sides are said, the attribution is not.
 */
import type { Span } from '../../kit/paragraphs.ts';
import type { RawStatement } from './found.ts';
import { hearersIn } from './heard-by.ts';
import { blankOut } from './masked.ts';
import { phraseAfter, type TableReader } from './table-phrases.ts';

const TAIL = 60; // characters of an occasion between the speaker and the end of the attribution: ‘hier à Paris’
const SHORTEST = 4; // characters of speech before the comma

/** ‘raconte Ada Lind, qui pêche ici depuis 1998.’: what is told of the speaker is no part of what is said. */
const relative =
  /^\s*(?:qui|dont|che|quien|il quale|la quale|ο οποίος|η οποία|котор(?:ый|ая)|як(?:ий|а))\s[^.!?…]*[.!?…]/u;

/** Null where nobody is named within the span; who was told within it is kept in the reader. */
export function readIncise(
  reader: TableReader,
  span: Span,
): Pick<RawStatement, 'content' | 'cue' | 'source'> | null {
  const { text, phrases, language } = reader;
  const said = text.slice(span.start, span.end);
  const hearers = hearersIn(said, said, language);
  const plain = blankOut(said, hearers);
  const here = { text: said, masked: plain, phrases };
  for (const { 0: verb, index } of plain.matchAll(phrases.verb)) {
    const before = plain.slice(0, index).replace(phrases.betweenEnd, '');
    if (!/(?:,|[—–])\s*$/u.test(before) || before.length < SHORTEST) continue;
    const isBareDash = !/[,!?…]\s*[—–]\s*$|,\s*$/u.test(before);
    const end = index + verb.length;
    const source = phraseAfter(here, end, said.length, false);
    const isPronoun =
      /-(?:il|elle|ils|elles|on)$/iu.test(verb) ||
      /-t-(?:il|elle)\s*$/iu.test(plain.slice(before.length, index));
    if (!source && !isPronoun) continue;
    const closed = new RegExp(`^[^.,;:!?…]{0,${TAIL}}(?:[.,!?…]|$)`, 'u').exec(
      plain.slice(source?.end ?? end),
    );
    if (!closed) continue;
    const aside = (source?.end ?? end) + closed[0].length;
    if (isBareDash && !/^\s*(?:[—–]|$)/u.test(said.slice(aside))) continue; // one dash alone may be the speaker's own
    const rest = aside + (relative.exec(said.slice(aside))?.[0].length ?? 0);
    const content = [
      { start: span.start, end: span.start + before.replace(/(?:,\s*)?(?:[—–]\s*)?$/u, '').trimEnd().length },
      {
        start: span.start + rest + (/^\s*(?:[—–]\s*)?/u.exec(said.slice(rest))?.[0].length ?? 0),
        end: span.end,
      },
    ].filter(({ start, end: to }) => /\p{L}/u.test(text.slice(start, to)));
    reader.hearers.push(
      ...hearers.map((hearer) => ({
        ...hearer,
        start: span.start + hearer.start,
        end: span.start + hearer.end,
      })),
    );
    const at = (part: Span): Span => ({ start: span.start + part.start, end: span.start + part.end });
    return { content, cue: at({ start: index, end }), source: source && at(source) };
  }
  return null;
}

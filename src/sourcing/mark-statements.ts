/**
 * Marks statements in a body: each gets `<span class="said" data-statement="1">` around its words and
 * `<sup><a href="#statement-1">1</a></sup>` after the last of them. Nothing else of the HTML changes: take the marks out
 * and the body is what it was.
 */
import type { BodyHtml, SafeHtml } from '../kit/safe-html.ts';
import { type BodyText, readBody } from './body-text.ts';
import { type FoldedRange, findWords } from './find-words.ts';
import type { Hop } from './hops.ts';
import { noteKey, type Standing, type Statement } from './statement.ts';

/** What is said beside the text about one speaker on one occasion. Numbered from 1 in the order of the text. */
export interface Note {
  number: number;
  speaker: Statement['speaker'];
  role: string;
  occasion: string;
  hops: Hop[];
  standing: Standing;
  standingNote: string;
  answer: string;
  /** In the order of the text. */
  statements: Statement[];
  /** The block (see `blocks`) in which the first of them begins: the note belongs beside it. */
  paragraphIndex: number;
}

export interface MarkedBody {
  html: SafeHtml;
  /** The same HTML, cut before each top-level element; whole where there is nothing to mark. */
  blocks: SafeHtml[];
  notes: Note[];
  /** Statements whose words are not in the body. */
  lost: Statement[];
}

interface Found {
  statement: Statement;
  place: FoldedRange;
  pieces: Piece[];
  note: Note;
}

/** A part of a statement within one run: offsets in the HTML. */
interface Piece {
  start: number;
  end: number;
  run: number;
}

/**
 * Statements may overlap, and come in any order. `prefix` stands before the anchors of their notes, where several bodies share a
 * page: letters, digits and hyphens.
 */
export function markStatements(html: BodyHtml, statements: readonly Statement[], prefix = ''): MarkedBody {
  if (statements.length === 0) return { html, blocks: [html], notes: [], lost: [] };
  const body = readBody(html);
  const lost: Statement[] = [];
  const places: { statement: Statement; place: FoldedRange }[] = [];
  for (const statement of statements) {
    const place = findWords(body, statement.words, statement.wordsBefore);
    if (place) places.push({ statement, place });
    else lost.push(statement);
  }
  places.sort((one, other) => one.place.from - other.place.from || other.place.to - one.place.to);
  const notes: Note[] = [];
  const found: Found[] = places.map((each) => {
    const pieces = piecesOf(body, each.place);
    return { ...each, pieces, note: noteFor(notes, each.statement, blockOf(body, pieces[0])) };
  });
  const blocks = blocksWith(body, [...spansOf(found), ...referencesOf(body, found, prefix)]);
  return { html: blocks.join('') as SafeHtml, blocks, notes, lost };
}

function noteFor(notes: Note[], statement: Statement, paragraphIndex: number): Note {
  const key = noteKey(statement);
  const known = notes.find(({ statements: [first] }) => first && noteKey(first) === key);
  if (known) {
    known.statements.push(statement);
    return known;
  }
  const { speaker, speakerRole: role, occasion, hops, standing, standingNote, answer } = statement;
  const note: Note = {
    number: notes.length + 1,
    speaker,
    role,
    occasion,
    hops,
    standing,
    standingNote,
    answer,
    statements: [statement],
    paragraphIndex,
  };
  notes.push(note);
  return note;
}

function blockOf(body: BodyText, piece: Piece | undefined): number {
  return body.runs[piece?.run ?? -1]?.block ?? 0;
}

function piecesOf(body: BodyText, { from, to }: FoldedRange): Piece[] {
  const pieces: Piece[] = [];
  for (let unit = from; unit < to; unit += 1) {
    const run = body.runOf[unit] ?? -1;
    if (run < 0) continue; // a paragraph's end, or a line break: nothing there to mark
    const last = pieces.at(-1);
    const end = body.ends[unit] ?? 0;
    if (last?.run === run) last.end = end;
    else pieces.push({ start: body.starts[unit] ?? 0, end, run });
  }
  return pieces;
}

/** What is put into the HTML. At one place, what ends goes before what refers, and that before what begins. */
interface Insertion {
  at: number;
  run: number;
  turn: 0 | 1 | 2;
  text: string;
}

/** Where statements overlap, the text is cut so that each span stands alone and names every note it belongs to. */
function spansOf(found: Found[]): Insertion[] {
  const insertions: Insertion[] = [];
  for (const [run, pieces] of piecesByRun(found)) {
    const cuts = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort(
      (one, other) => one - other,
    );
    for (const [index, start] of cuts.entries()) {
      const end = cuts[index + 1] ?? start;
      const here = pieces.filter((piece) => piece.start <= start && piece.end >= end && end > start);
      const numbers = [...new Set(here.map(({ number }) => number))].sort((one, other) => one - other);
      if (numbers.length === 0) continue;
      const text = `<span class="said" data-statement="${numbers.join(' ')}">`;
      insertions.push({ at: start, run, turn: 2, text }, { at: end, run, turn: 0, text: '</span>' });
    }
  }
  return insertions;
}

function piecesByRun(found: Found[]): Map<number, (Piece & { number: number })[]> {
  const byRun = new Map<number, (Piece & { number: number })[]>();
  for (const { pieces, note } of found) {
    for (const piece of pieces) {
      const here = byRun.get(piece.run) ?? [];
      here.push({ ...piece, number: note.number });
      byRun.set(piece.run, here);
    }
  }
  return byRun;
}

/** The numbers after the statements. A link cannot stand in a link, so there the number comes after the outer one. */
function referencesOf(body: BodyText, found: Found[], prefix: string): Insertion[] {
  const insertions = new Map<string, Insertion>();
  for (const { pieces, note } of found) {
    const last = pieces.at(-1);
    if (!last) continue;
    const at = body.runs[last.run]?.linkEnd ?? last.end;
    const text = `<sup><a href="#${prefix}statement-${note.number}">${note.number}</a></sup>`;
    insertions.set(`${at} ${note.number}`, { at, run: last.run, turn: 1, text });
  }
  return [...insertions.values()];
}

function blocksWith(body: BodyText, insertions: Insertion[]): SafeHtml[] {
  const byBlock = body.blockStarts.map((): Insertion[] => []);
  for (const insertion of insertions) byBlock[body.runs[insertion.run]?.block ?? 0]?.push(insertion);
  return byBlock.map((here, index) => {
    let at = body.blockStarts[index] ?? 0;
    let block = '';
    here.sort((one, other) => one.at - other.at || one.turn - other.turn);
    for (const insertion of here) {
      block += body.html.slice(at, insertion.at) + insertion.text;
      at = insertion.at;
    }
    return (block + body.html.slice(at, body.blockStarts[index + 1])) as SafeHtml; // a safe body, and spans and numbers of ours
  });
}

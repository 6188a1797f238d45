/**
 * Copy read once for all checks: its paragraphs, sentences, words, quotation marks and names, each worked out when a
 * check first asks. Every step is linear in the text.
 */

import { type Span, splitParagraphs } from '../kit/paragraphs.ts';
import { splitSentences } from '../kit/sentences.ts';
import type { Checkable, Finding, Part, Severity } from './copy.ts';
import { findDates, type WrittenDate } from './find-dates.ts';
import { type FindingReason, sayFinding } from './finding-reason.ts';
import { listNames, type Name } from './names.ts';
import { Passages } from './passages.ts';
import { findQuoteMarks, type QuoteMarks } from './quote-marks.ts';
import { spanAt, type Word, wordsIn } from './words.ts';

/** One part of the copy, read. */
export class TextReading {
  readonly part: Part;
  readonly text: string;
  readonly language: string;
  /** Null where nothing is to be remembered of it. */
  readonly #passages: Passages | null;
  #paragraphs: Span[] | undefined;
  #sentences: Span[] | undefined;
  #words: Word[] | undefined;
  #marks: QuoteMarks | undefined;
  #names: Name[] | undefined;
  #dates: WrittenDate[] | undefined;
  #quoted: Span[] | undefined;
  #codeLines: Span[] | undefined;
  #isLog: boolean | undefined;

  constructor(part: Part, text: string, { language, isAnew }: { language: string; isAnew: boolean }) {
    this.part = part;
    this.text = text;
    this.language = language;
    this.#passages = isAnew ? null : new Passages(text);
  }

  /** As `text.matchAll(pattern)`, for a pattern that turns on nothing beyond an empty line; see passages.ts. */
  matches(pattern: RegExp): RegExpExecArray[] {
    return this.#passages?.matches(pattern) ?? [...this.text.matchAll(pattern)];
  }

  get paragraphs(): Span[] {
    this.#paragraphs ??= splitParagraphs(this.text);
    return this.#paragraphs;
  }

  get sentences(): Span[] {
    this.#sentences ??=
      this.#passages?.sentences(this.language) ?? splitSentences(this.text, this.language || undefined);
    return this.#sentences;
  }

  get words(): Word[] {
    this.#words ??= this.#passages?.words() ?? wordsIn(this.text);
    return this.#words;
  }

  get marks(): QuoteMarks {
    this.#marks ??= findQuoteMarks(this.text, this.language);
    return this.#marks;
  }

  /** Runs of capitalised words. */
  get names(): Name[] {
    this.#names ??= listNames(this);
    return this.#names;
  }

  get dates(): WrittenDate[] {
    this.#dates ??= findDates(this.text, this.language);
    return this.#dates;
  }

  /** What stands within quotation marks, outermost pairs only, in order. */
  get quoted(): Span[] {
    this.#quoted ??= this.marks.pairs
      .filter(({ level }) => level === 1)
      .map(({ open, closeEnd }) => ({ start: open, end: closeEnd }));
    return this.#quoted;
  }

  isQuoted(at: number): boolean {
    return spanAt(this.quoted, at) !== undefined;
  }

  /** Whether the line that holds the offset is a program's and not a person's. */
  isCode(at: number): boolean {
    this.#codeLines ??= codeLinesOf(this.text);
    return spanAt(this.#codeLines, at) !== undefined;
  }

  /** A log of one day, newest on top or below: each entry stands under its hour and introduces people anew. */
  get isRollingLog(): boolean {
    this.#isLog ??= (this.text.match(hourLine)?.length ?? 0) > 1;
    return this.#isLog;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** A finding at a span of this part. */
  finding(
    at: Span,
    told: { check: string; severity: Severity; because: FindingReason; suggestion?: string | undefined },
  ): Finding {
    const { check, severity, because, suggestion } = told;
    const place = { part: this.part, start: at.start, end: at.end, text: this.slice(at) };
    return {
      check,
      severity,
      ...place,
      because,
      message: sayFinding(because),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }
}

export class Reading {
  readonly copy: Checkable;
  /** Base language, lower case; empty when unknown. */
  readonly language: string;
  readonly headline: TextReading;
  readonly dek: TextReading;
  readonly body: TextReading;

  /** `isAnew`: remembering nothing, and remembered by nobody. */
  constructor(copy: Checkable, { isAnew = false } = {}) {
    this.copy = copy;
    const language = (copy.language ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
    this.language = /^n[bn]$/u.test(language) ? 'no' : language; // both ways of writing Norwegian are one here
    const read = { language: this.language, isAnew };
    this.headline = new TextReading('headline', copy.headline, read);
    this.dek = new TextReading('dek', copy.dek, read);
    this.body = new TextReading('body', copy.bodyText, read);
  }

  /** The parts that are prose, in the order of the page. */
  get parts(): TextReading[] {
    return [this.headline, this.dek, this.body].filter(({ text }) => text !== '');
  }
}

/** A line that is, or begins with, nothing but an hour. */
const hourLine =
  /(?:^|\n)[ \t]*[[(]?(?:\d{1,2}[:.h]\d\d|\d{1,2}(?= ?[ap]\.?m))(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,4}|Uhr|h|GMT|ET|local time|Ώρα|ώρα))?[\])]?(?:[ \t]*(?:\n|$)|[ \t]*[-–—:|][ \t])/gu;

// A dollar before a name, as programs write it; before a number it is money.
const codeSign =
  /[{}]\s*$|;\s*\}|[^=]==[^=]|=>|(?<![\p{L}\p{N}])\$(?!TK\b|X+\b)[\p{L}_]\w|\w\(\)|\w::\w|#!\/|<\?|&&|\|\||\w=["”]\S|\+\+|\);|\w\(\w+\)\s*[:;.]\w|^\s*(?:def|end|class|import|function|var|let|const|public|private) ?\w*$/u;

/** Lines that hold signs which programs are written with. */
function codeLinesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => codeSign.test(line))
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

/** Quotations that no sentence of their own explains: those that go on, stand alone, or follow a colon, a dash or a name. */
import type { Span } from '../../kit/paragraphs.ts';
import type { CueWords } from './english-cues.ts';
import { lastSign, type Sentence, type SpeechItem } from './english-items.ts';
import { phraseEndingAt, phraseStartingAt, type WordRange } from './english-phrases.ts';
import { readSentence, spanOf } from './english-sentence.ts';
import { mainSubject } from './english-subjects.ts';
import type { RawStatement } from './found.ts';

const LONG_QUOTATION = 4; // words: a shorter one without a cue is a title, a nickname or a word held at arm's length
const NEST = 5; // words: only a longer quotation holds somebody else's statement

type Who = Pick<RawStatement, 'source' | 'cue'>;

export class QuotationRun {
  readonly #text: string;
  readonly #statements: RawStatement[] = [];
  readonly #quoted: SpeechItem[] = [];
  /** The last quotation with a speaker: what follows on its own goes on with it. */
  #speaking: RawStatement | null = null;
  /** Who the sentence before was about, and whether it ended in a colon. */
  #before: { who: Who | null; colon: boolean } = { who: null, colon: false };
  #quotedHere = false;
  /** Whether the sentence before stands in the same paragraph. */
  #inParagraph = false;

  constructor(text: string) {
    this.#text = text;
  }

  beginParagraph(): void {
    this.#quotedHere = false;
    this.#inParagraph = false;
  }

  endParagraph(): void {
    if (!this.#quotedHere) this.#speaking = null;
  }

  add(sentence: Sentence, statements: RawStatement[]): void {
    const { items } = sentence;
    for (const item of items) if (item.quote) this.#quoted.push(item);
    const open = items.filter(
      ({ quote }) => quote && !statements.some(({ content }) => covers(content, quote.content)),
    );
    this.#statements.push(...statements);
    for (const item of open) this.#explain(item, items, statements);
    const direct = statements.findLast(({ quoted, source }) => quoted && source);
    if (direct) [this.#speaking, this.#quotedHere] = [direct, true];
    this.#remember(items, statements);
  }

  #remember(items: SpeechItem[], statements: RawStatement[]): void {
    if (items.every(({ quote, pos }) => quote || pos === 'PUNCT')) return;
    const colon = items.at(-1)?.text === ':';
    const spoken = statements.findLast(({ source }) => source) ?? null;
    const subject = spoken
      ? null
      : (mainSubject(items, items.length) ?? (colon ? phraseEndingAt(items, items.length - 2) : null));
    const who = spoken ?? (subject && { source: spanOf(items, subject.from, subject.to), cue: null });
    this.#before = { who, colon };
    this.#inParagraph = true;
  }

  /** A quotation that no cue of its sentence explains. */
  #explain(item: SpeechItem, items: SpeechItem[], statements: RawStatement[]): void {
    const quote = item.quote;
    const goesOn =
      items[0] === item && this.#quotedHere && items.every((each) => each.quote || each.pos === 'PUNCT');
    if (!quote) return;
    const at = items.indexOf(item);
    const isSentence = items[at - 1]?.text === ':' && /[.!?]/.test(lastSign(this.#text, quote.content));
    if ((quote.inner.length < LONG_QUOTATION && !goesOn && !isSentence) || this.#transcript(item)) return;
    const beside = besideQuotation(items, at);
    if (beside) this.#put([quote.content], beside, 0.85);
    else if (statements.length > 0) return;
    else if (items[0] === item) this.#goOn(item, items);
    else {
      const subject = mainSubject(items, at);
      this.#put(
        [quote.content],
        { source: subject && spanOf(items, subject.from, subject.to), cue: null },
        0.3,
      );
    }
  }

  /** A sentence that begins with a quotation and names nobody. */
  #goOn(item: SpeechItem, items: SpeechItem[]): void {
    const quote = item.quote;
    const last = items.findLast(({ pos }) => pos !== 'PUNCT') ?? item;
    if (!quote) return;
    const content = last === item ? quote.content : { start: item.start, end: last.end };
    const { who, colon } = this.#before;
    const isSpoken = who?.cue != null && this.#inParagraph;
    if (this.#speaking && (this.#quotedHere || quote.comesOn)) {
      this.#speaking.content.push(content);
      this.#quotedHere = true;
    } else if (colon && who) this.#put([content], who, 0.8);
    else if (this.#speaking) this.#put([content], this.#speaking, 0.6);
    else this.#put([content], who ?? { source: null, cue: null }, who ? (isSpoken ? 0.75 : 0.5) : 0.3);
  }

  /** ‘KENT: We saw it.’ within marks that run over a whole conversation. */
  #transcript(item: SpeechItem): boolean {
    const quote = item.quote;
    if (!quote) return false;
    const [name, colon, first] = quote.inner;
    if (name && first && colon?.text === ':' && /^\p{Lu}{2,}$/u.test(name.text)) {
      this.#put([{ start: first.start, end: quote.content.end }], { source: name, cue: colon }, 0.9);
      return true;
    }
    if (!quote.comesOn || this.#speaking?.cue == null || this.#text[this.#speaking.cue.start] !== ':')
      return false;
    this.#speaking.content.push(quote.content);
    this.#quotedHere = true;
    return true;
  }

  #put(content: Span[], who: Who, confidence: number): void {
    const at = (span: Span | null) => span && { start: span.start, end: span.end };
    const statement = { content, cue: at(who.cue), source: at(who.source), confidence, quoted: true };
    this.#statements.push(statement);
    this.#speaking = statement;
    this.#quotedHere = true;
  }

  /** Everything, with what is said within quotations. */
  end(words: CueWords): RawStatement[] {
    for (const item of this.#quoted) {
      const inner = item.quote?.inner ?? [];
      if (inner.length < NEST) continue;
      for (const items of cutInner(inner.map((token) => ({ ...token, quote: null })))) {
        for (const statement of readSentence(this.#text, { items }, words)) {
          this.#statements.push({ ...statement, quoted: false, confidence: statement.confidence * 0.6 });
        }
      }
    }
    return this.#statements;
  }
}

const OWN_WORDS = 9; // items behind a quotation in which ‘in the words of’ is said: “…,” in Mayor Dale’s words

/** ‘“…,” in Eleni Doukas’s words’, ‘“…” — Eleni Doukas’, ‘Eleni Doukas: “…”’. */
function besideQuotation(items: SpeechItem[], at: number): Who | null {
  const words = items.slice(at + 1, at + OWN_WORDS).findIndex(({ lower }) => lower === 'words') + at + 1;
  if (
    words > at + 2 &&
    items[at + 1]?.lower === 'in' &&
    /^(?:'s|’s|'|’)$/.test(items[words - 1]?.lower ?? '')
  ) {
    const owner = phraseStartingAt(items, at + 2, true);
    if (owner)
      return {
        source: spanOf(items, owner.from, Math.min(owner.to, words - 2)),
        cue: spanOf(items, words, words),
      };
  }
  const dash = items[at + 1];
  const name = dash && /^[―—–-]+$/.test(dash.text) ? phraseStartingAt(items, at + 2) : null;
  if (name && dash) return { source: spanOf(items, name.from, name.to), cue: dash };
  const colon = items[at - 1];
  if (colon?.text !== ':') return null;
  const before = mainSubject(items, at - 1) ?? phraseEndingAt(items, at - 2);
  return before && { source: spanOf(items, before.from, ownerEnd(items, before)), cue: colon };
}

const words =
  /^(?:answers?|messages?|response|reply|verdict|advice|view|conclusion|take|point|statement|words|motto|plea|warning|reaction|explanation|question)$/;

/** ‘Rigas's answer: “…”’: Rigas. */
function ownerEnd(items: SpeechItem[], { from, to }: WordRange): number {
  if (
    /^(?:his|her|their|its|our|my)$/.test(items[from]?.lower ?? '') &&
    words.test(items[from + 1]?.lower ?? '')
  )
    return from; // ‘Her message to voters was simple: “…”’
  const of = items.findIndex(({ text }, at) => at > from && at < to && /^(?:'s|’s|'|’)$/.test(text));
  return of > 0 && items.slice(of, to + 1).some(({ lower }) => words.test(lower)) ? of - 1 : to;
}

function cutInner(items: SpeechItem[]): SpeechItem[][] {
  const sentences: SpeechItem[][] = [];
  let from = 0;
  for (const [at, item] of items.entries()) {
    if (!/^[.!?]$/.test(item.text) && at < items.length - 1) continue;
    sentences.push(items.slice(from, at + 1));
    from = at + 1;
  }
  return sentences;
}

function covers(spans: readonly Span[], inner: Span): boolean {
  return spans.some(({ start, end }) => start <= inner.start && inner.end <= end);
}

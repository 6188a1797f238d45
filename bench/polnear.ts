/** Reads the attribution corpus that stands beside the checkout, and scores found statements against it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findQuoteMarks } from '../src/checks/quote-marks.ts';
import type { Span } from '../src/kit/paragraphs.ts';

export interface Attribution {
  content: Span[];
  source: Span[];
  cue: Span[];
}

export interface Marked {
  name: string;
  text: string;
  gold: Attribution[];
}

const folder = fileURLToPath(new URL('../../shared/corpora/polnear/data/dev/', import.meta.url));

/** Every second document to tune on, the others to look at only in the end; null where the corpus is absent. */
export function readPolnear(): { tuning: Marked[]; check: Marked[] } | null {
  if (!existsSync(folder)) return null;
  const annotations = readdirSync(`${folder}attributions`).sort();
  const docs = readdirSync(`${folder}text`)
    .sort()
    .map((file) => {
      const name = file.replace(/\.txt$/, '');
      const text = readFileSync(`${folder}text/${file}`, 'utf8');
      const ann = annotations.find((each) => each.startsWith(`${name}_`)); // several hands marked some: the first
      return { name, text, gold: ann ? readAnn(readFileSync(`${folder}attributions/${ann}`, 'utf8')) : [] };
    })
    .filter(({ gold }) => gold.length > 0);
  return {
    tuning: docs.filter((_, index) => index % 2 === 0),
    check: docs.filter((_, index) => index % 2 === 1),
  };
}

function readAnn(ann: string): Attribution[] {
  const spans = new Map<string, Span[]>();
  const gold: Attribution[] = [];
  for (const line of ann.split('\n')) {
    const place = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line);
    if (place) {
      const pairs = (place[2] ?? '').split(';').map((pair) => pair.split(' ').map(Number));
      spans.set(
        place[1] ?? '',
        pairs.map(([start = 0, end = 0]) => ({ start, end })),
      );
    }
  }
  for (const line of ann.split('\n')) {
    if (!/^E\d+\t/.test(line)) continue;
    const roles: Attribution = { content: [], source: [], cue: [] };
    for (const part of (line.split('\t')[1] ?? '').split(' ')) {
      const [role = '', id = ''] = part.split(':');
      const key = role.replace(/\d+$/, '').toLowerCase();
      if (key === 'content' || key === 'source' || key === 'cue') roles[key].push(...(spans.get(id) ?? []));
    }
    if (roles.content.length > 0) gold.push(roles);
  }
  return gold;
}

export type Form = 'direct' | 'mixed' | 'indirect';

export interface Score {
  forms: Record<Form, { gold: number; found: number; joint: number }>;
  content: { gold: number; said: number; both: number };
  source: { gold: number; said: number; both: number };
  exact: { gold: number; said: number; both: number };
}

export function emptyScore(): Score {
  const form = () => ({ gold: 0, found: 0, joint: 0 });
  const overlap = () => ({ gold: 0, said: 0, both: 0 });
  return {
    forms: { direct: form(), mixed: form(), indirect: form() },
    ...{ content: overlap(), source: overlap(), exact: overlap() },
  };
}

export interface Miss {
  form: Form;
  gold: Attribution;
  found: boolean;
}

/** Adds a document to a score; answers what was missed. Tokens are runs of letters and digits. */
export function scoreDocument(score: Score, doc: Marked, said: Attribution[]): Miss[] {
  const tokens = [...doc.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const covered = (spans: Span[]) => new Set(tokensIn(tokens, spans));
  const marked = covered(
    findQuoteMarks(doc.text, 'en').pairs.map((pair) => ({ start: pair.openEnd, end: pair.close })),
  );
  const predictions = said.map((each) => ({ content: covered(each.content), source: covered(each.source) }));
  const misses: Miss[] = [];
  for (const gold of doc.gold) {
    const content = covered(gold.content);
    const source = covered(gold.source);
    if (content.size === 0) continue;
    const inMarks = common(content, marked);
    const form: Form = inMarks === content.size ? 'direct' : inMarks > 0 ? 'mixed' : 'indirect';
    const here = predictions.filter((each) => common(content, each.content) * 2 >= content.size);
    const joint = here.some(
      (each) =>
        source.size === 0 ||
        common(source, each.source) * 2 >= source.size ||
        (each.source.size > 0 && common(source, each.source) === each.source.size),
    );
    score.forms[form].gold += 1;
    if (here.length > 0) score.forms[form].found += 1;
    if (joint) score.forms[form].joint += 1;
    else misses.push({ form, gold, found: here.length > 0 });
  }
  addOverlap(
    score.content,
    covered(doc.gold.flatMap((each) => each.content)),
    covered(said.flatMap((each) => each.content)),
  );
  addOverlap(
    score.source,
    covered(doc.gold.flatMap((each) => each.source)),
    covered(said.flatMap((each) => each.source)),
  );
  const key = (spans: Span[]) => [...covered(spans)].join();
  addOverlap(
    score.exact,
    new Set(doc.gold.map((each) => key(each.content))),
    new Set(said.map((each) => key(each.content))),
  );
  return misses;
}

/** Of what is shown, by form: how many, and how many are a marked statement with its speaker. What the corpus left unmarked counts as wrong. */
export function countShown(
  doc: Marked,
  shown: (Attribution & { form: Form })[],
): Record<Form, { all: number; right: number }> {
  const tokens = [...doc.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const covered = (spans: Span[]) => new Set(tokensIn(tokens, spans));
  const marked = doc.gold.map((each) => ({ content: covered(each.content), source: covered(each.source) }));
  const counts = {
    direct: { all: 0, right: 0 },
    mixed: { all: 0, right: 0 },
    indirect: { all: 0, right: 0 },
  };
  for (const each of shown) {
    const [content, source] = [covered(each.content), covered(each.source)];
    if (content.size === 0) continue;
    counts[each.form].all += 1;
    const isRight = marked.some((gold) => {
      const words = common(gold.content, content);
      const isSame =
        words * 2 >= Math.min(gold.content.size, content.size) && words >= gold.content.size * MOST;
      const who = common(gold.source, source);
      return (
        isSame &&
        (gold.source.size === 0 || who * 2 >= gold.source.size || (source.size > 0 && who === source.size))
      );
    });
    if (isRight) counts[each.form].right += 1;
  }
  return counts;
}

const MOST = 0.6; // of a marked statement's words, to be the same statement

function addOverlap<T>(sum: { gold: number; said: number; both: number }, gold: Set<T>, said: Set<T>): void {
  sum.gold += gold.size;
  sum.said += said.size;
  sum.both += common(gold, said);
}

function common<T>(one: Set<T>, other: Set<T>): number {
  let shared = 0;
  for (const each of one) if (other.has(each)) shared += 1;
  return shared;
}

function tokensIn(tokens: Span[], spans: Span[]): number[] {
  return tokens.flatMap(({ start, end }, index) =>
    spans.some((span) => span.start < end && start < span.end) ? [index] : [],
  );
}

/** Precision, recall and F1 in per cent. */
export function ratesOf({ gold, said, both }: { gold: number; said: number; both: number }) {
  const precision = said === 0 ? 0 : (100 * both) / said;
  const recall = gold === 0 ? 0 : (100 * both) / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

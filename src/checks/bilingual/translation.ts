/** The noun: a translation beside its original, as it is checked, and what the checks of it hand back. */
import type { Span } from '../../kit/paragraphs.ts';
import type { Finding, Severity } from '../check.ts';
import type { FindingReason } from '../finding-reason.ts';

export type { Span };

/** One sentence beside its translation. Null on one side: dropped from, or added to, the translation. */
export interface PairedSpans {
  /** In the original; null when the translation added it. */
  source: Span | null;
  /** In the translation; null when it is missing there. */
  target: Span | null;
}

/** A translation to check. Texts are plain, paragraphs parted by an empty line; offsets are UTF-16 units of them. */
export interface TranslationCopy {
  original: string;
  /** BCP 47. */
  originalLanguage: string;
  translation: string;
  translationLanguage: string;
  /** Which sentence stands beside which, in the order of the texts; found by length and anchors when not given. */
  pairs?: PairedSpans[];
}

/** A finding with the place in the original that it is about. */
export interface TranslationFinding extends Finding {
  source?: Span;
}

/** One pair as a check sees it. */
export interface Pair {
  source: string;
  target: string;
  /** Primary subtags: 'en', 'el'. */
  from: string;
  to: string;
}

/** What is told of one pair; spans are in the sentences. */
export interface PairFinding {
  check: string;
  severity: Severity;
  /** What is said of it, for catalogs; and the same in English. */
  because: FindingReason;
  message: string;
  /** In the translation's sentence; all of it when not given. */
  target?: Span;
  /** In the original's sentence; all of it when not given. */
  source?: Span;
  suggestion?: string;
}

/** As a check hands it back: its reason, not said yet. */
export type PairDraft = Omit<PairFinding, 'message'>;

export interface PairCheck {
  /** Kebab words, never reused. */
  name: string;
  /** What it catches, in a sentence. */
  says: string;
  /** Whether it has a rule for these languages; without one it is silent. */
  knows(from: string, to: string): boolean;
  find(pair: Pair): PairDraft[];
}

/** The primary subtag, lower case; 'und' where there is none. */
export function primaryOf(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] || 'und';
}

/** Languages written without spaces between words. */
export const unspaced: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'yue']);

/** What is made once for a language and kept for the process: tables of words, which are data and never change. */
export function perLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language);
    if (known !== undefined || made.size > 2_000) return known ?? make(language);
    const fresh = make(language);
    made.set(language, fresh);
    return fresh;
  };
}

/** What may be known of a language. Every part is optional: what lacks is said in docs/languages.md, and done without. */
import type { AlertCatalog } from './alert-catalog.ts';
import type { Catalog } from './catalog.ts';
import type { CheckWords } from './check-words.ts';
import type { CopyWords } from './copy-words.ts';
import type { FigureWords } from './figure-words.ts';
import type { PairWords } from './pair-words.ts';
import type { SayingWords } from './saying-words.ts';
import type { WireWords } from './wire-words.ts';

export interface Language extends CopyWords, CheckWords, WireWords, PairWords, SayingWords, AlertCatalog {
  /** What its copy's sums are done by. */
  figures?: FigureWords;
  /** The furniture words of public pages. */
  pages?: Catalog;
}

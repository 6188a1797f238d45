/** A word of a name with what it is compared by, worked out once a copy: a name is held against every other. */
import { type Stem, scriptOfWord, stemsOf } from './name-endings.ts';
import { latinOf, soundKey } from './transliterate.ts';

/** A stem with its ending, in Latin letters and by its sound. */
export interface SpeltStem extends Stem {
  latin: string;
  sound: string;
}

export interface SpeltName {
  text: string;
  /** Without hyphens, apostrophes and stress. */
  fold: string;
  latin: string;
  sound: string;
  script: ReturnType<typeof scriptOfWord>;
  /** Every way of parting it from an ending of its language. */
  stems: SpeltStem[];
}

export class SpeltNames {
  readonly #language: string;
  readonly #known = new Map<string, SpeltName>();

  constructor(language: string) {
    this.#language = language;
  }

  of(text: string): SpeltName {
    const known = this.#known.get(text);
    if (known) return known;
    const spelt: SpeltName = {
      text,
      fold: foldOf(text),
      latin: latinOf(text),
      sound: soundKey(text),
      script: scriptOfWord(text),
      stems: stemsOf(text, this.#language).map((each) => ({
        ...each,
        latin: latinOf(each.stem),
        sound: soundKey(each.stem),
      })),
    };
    this.#known.set(text, spelt);
    return spelt;
  }
}

function foldOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[-’']|\u0300|\u0301/gu, '');
}

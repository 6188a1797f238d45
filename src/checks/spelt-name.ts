/** A word of a name with what it is compared by, worked out once: a name is held against every other, and at every save. */
import { remember } from '../kit/remember.ts';
import { type Stem, scriptOfWord, stemsOf } from './name-endings.ts';
import { latinOf, soundKey } from './transliterate.ts';

/** A stem with its ending, in Latin letters and by its sound. */
export interface SpeltStem extends Stem {
  latin: string;
  sound: string;
}

export class SpeltName {
  readonly text: string;
  readonly sound: string;
  /** Without hyphens, apostrophes and stress. */
  readonly fold: string;
  readonly script: ReturnType<typeof scriptOfWord>;
  readonly #language: string;
  #latin: string | undefined;
  #stems: SpeltStem[] | undefined;

  constructor(text: string, language: string) {
    this.text = text;
    this.#language = language;
    this.sound = soundKey(text);
    this.fold = foldOf(text);
    this.script = scriptOfWord(text);
  }

  get latin(): string {
    this.#latin ??= latinOf(this.text);
    return this.#latin;
  }

  /** Every way of parting it from an ending of its language; most words are never held against a name that far. */
  get stems(): SpeltStem[] {
    this.#stems ??= stemsOf(this.text, this.#language).map((each) => {
      return { ...each, latin: latinOf(each.stem), sound: soundKey(each.stem) };
    });
    return this.#stems;
  }
}

const NAMES = 10_000; // that are remembered: of a hundred stories

/** A name as it is spelt in a language, kept for the next save of the story that names it. */
export function speltName(text: string, language: string): SpeltName {
  return speltByBoth(`${language} ${text}`);
}

const speltByBoth = remember((both) => {
  const gap = both.indexOf(' ');
  return new SpeltName(both.slice(gap + 1), both.slice(0, gap));
}, NAMES);

function foldOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[-’']|\u0300|\u0301/gu, '');
}

/** What the reader of copy is told of the whole, and keeps of each element that is open. */
import type { AwayKind } from './no-copy.ts';

export interface BodyReading {
  /** Relative addresses are resolved against it, and lose their link without one. */
  base?: string | null;
  /** Of the words, for the quotation marks of `q`; a `lang` within them speaks for itself. */
  language?: string | null;
  /** True of a clipboard: spaces that a browser made unbreakable there become spaces. */
  isPasted?: boolean;
  /** True of what was not written here: it cannot name media of ours. */
  isForeign?: boolean;
  /** True of a sentence or so of a body: marks of footnotes stay, though their notes stand elsewhere. */
  isPart?: boolean;
  /** Characters that are read; what is longer is cut. */
  longest?: number;
}

/** An element that is open, and what it means for the words in it. */
export interface OpenElement {
  name: string;
  strong: boolean;
  em: boolean;
  href: string | null;
  language: string | null;
  keepsLines: boolean;
  /** Every space and line end in it is meant. */
  keepsSpaces: boolean;
  isMath: boolean;
  /** The footnote of which it is the mark. */
  noteCall: string | null;
  /** The footnote whose words it holds. */
  noteKey: string | null;
  /** Within the notes of a text. */
  isInNotes: boolean;
  /** Where its words go instead of into the copy. */
  away: Away | null;
  /** Children that began within it; for formulas. */
  children: number;
  end: (() => void) | null;
}

/** What is open before the first element. */
export function outermost(language: string | null): OpenElement {
  return {
    name: '',
    strong: false,
    em: false,
    href: null,
    language,
    keepsLines: false,
    keepsSpaces: false,
    isMath: false,
    noteCall: null,
    noteKey: null,
    isInNotes: false,
    away: null,
    children: 0,
    end: null,
  };
}

export interface Away {
  kind: AwayKind;
  texts: string[];
  /** The address of a recording, where an element within it has it. */
  source?: string;
}

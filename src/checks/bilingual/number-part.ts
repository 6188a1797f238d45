/** A part of a number as it was read, before parts that stand together are put together. */
import type { Span } from './translation.ts';

export interface NumberPart extends Span {
  value: number;
  readings: string[];
  parts: string[];
  sure: boolean;
  digits: boolean;
  /** Whether it never joins others: a roman numeral, 'both', 'century'. */
  alone?: boolean;
  /** Whether it is half of the scale before it, and is added: the second half of 'un millón y medio'. */
  adds?: boolean;
}

/** A value as it is compared. */
export function canonical(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** A quantity as it stands in a sentence. */
export interface Quantity extends Span {
  /** What it can be read as: '1500000', 't6:30'. */
  readings: Set<string>;
  /** Readings that together are the same thing: hour and minute. */
  parts: string[];
  /** Whether it is a number and cannot be anything else. */
  sure: boolean;
  /** Whether it is written in digits. */
  digits: boolean;
  /** Whether it is part of a name: 'Covid-19', 'F-16'. Such may come and go with the name. */
  named: boolean;
  value: number;
}

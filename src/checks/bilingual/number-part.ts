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
}

/** A value as it is compared. */
export function canonical(value: number): string {
  return String(Number(value.toPrecision(12)));
}

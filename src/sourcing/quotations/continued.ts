/** A quotation over several lines or paragraphs, each of which opens with the mark anew: « …, raconte X. / « … / « … » */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import type { RawStatement } from './found.ts';
import { readIncise } from './incise.ts';
import { trim } from './masked.ts';
import type { TableReader } from './table-phrases.ts';

/** Those whose first line says whose words they are. */
export function readContinued(reader: TableReader, { pairs }: QuoteMarks): RawStatement[] {
  return pairs
    .filter(({ level, continued }) => level === 1 && continued.length > 0)
    .flatMap(({ openEnd, close, continued }) => {
      const starts = [openEnd, ...continued.map(({ end }) => end)];
      const ends = [...continued.map(({ start }) => start), close];
      const [first, ...rest] = starts.map((start, at) =>
        trim(reader.text, { start, end: ends[at] ?? close }),
      );
      const within = first ? readIncise(reader, first) : null;
      if (!within?.source) return [];
      const content = [...within.content, ...rest.filter(({ start, end }) => end > start)];
      return [{ ...within, content, confidence: 0.85, quoted: true, form: 'direct' as const }];
    });
}

/** Two speakers in one sentence, set against each other: ‘X sagte, der Plan sei tot, während Y meinte, er werde beschlossen’. */
import type { RawStatement } from './found.ts';

// What sets two speakers against each other; ‘und’ and the like may as well join what one of them says.
const contrast =
  /[,،]\s*(?:während|wohingegen|tandis que|alors que|mentre|laddove|mientras(?: que)?|en tanto que|ενώ|а|тогда как|в то время как|тоді як|у той час як|بينما|فيما|في حين(?: أن)?)\s+[^,،.;:]*$/iu;

/** What the first says ends where a clause about the second begins. */
export function cutAtContrast(masked: string, statements: readonly RawStatement[]): void {
  for (const { source, cue } of statements) {
    if (!source || !cue) continue;
    const from = Math.min(source.start, cue.start);
    for (const { content } of statements)
      for (const span of content) {
        if (span.start >= from || from >= span.end) continue;
        const found = contrast.exec(masked.slice(span.start, cue.start));
        if (found && found.index > 0) span.end = span.start + found.index;
      }
  }
}

/** What earlier statements say ends where a clause begins that has their subject. */
export function endBefore(earlier: readonly RawStatement[], at: number): void {
  for (const { content } of earlier)
    for (const span of content) if (span.start < at && at < span.end) span.end = at;
}

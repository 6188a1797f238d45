/**
 * A text up to the last sign that ends anything. What begins behind it is never ended: a pattern would go through all that is left once
 * for each such beginning, and twice the length would take four times as long.
 */
export function endedPart(html: string, end: '>' | '-->'): string {
  const last = html.lastIndexOf(end);
  return last === -1 ? '' : html.slice(0, last + end.length);
}

/** Writes anew what a pattern finds that ends with that sign. */
export function replaceEnded(
  html: string,
  { pattern, end }: { pattern: RegExp; end: '>' | '-->' },
  make: (found: string, inner: string) => string,
): string {
  const ended = endedPart(html, end);
  return ended.replace(pattern, make) + html.slice(ended.length);
}

/** A comment, with what stands in it. */
export const COMMENT = { pattern: /<!--([\s\S]*?)-->/g, end: '-->' } as const;

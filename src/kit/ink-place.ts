/** Places in a text when spaces are not counted: the editor and the text part paragraphs in different ways. */

/** UTF-16 units before the start and the end of a span that are no white space. */
export function inkPlace(
  text: string,
  { start, end }: { start: number; end: number },
): { from: number; to: number } {
  const before = inkLength(text.slice(0, start));
  return { from: before, to: before + inkLength(text.slice(start, end)) };
}

/** UTF-16 units of a text that are no white space. */
export function inkLength(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

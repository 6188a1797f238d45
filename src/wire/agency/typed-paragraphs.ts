/** Copy as typists sent it, lines broken at a fixed width and a paragraph begun by indenting it: some agencies put it into one element. */

const FEW = 3; // lines of each kind; fewer may be chance
const LONG = 45; // letters in the mean of lines that go on in the next; shorter ones are a table

/** Its paragraphs, each on one line; null of text that is not written so. */
export function typedParagraphs(text: string): string[] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const begun = lines.filter((line) => /^ {2,8}\S/.test(line)).length;
  const goingOn = lines.filter((line, at) => at > 0 && isFlush(line));
  const before = lines.filter((_, at) => isFlush(lines[at + 1] ?? ''));
  const mean = before.reduce((sum, line) => sum + line.trim().length, 0) / Math.max(1, before.length);
  if (begun < FEW || goingOn.length < FEW || mean < LONG) return null;
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const words = line.trim();
    if (words !== '' && isOpen && isFlush(line)) paragraphs.push(`${paragraphs.pop()} ${words}`);
    else if (words !== '') paragraphs.push(words);
    isOpen = words !== '';
  }
  return paragraphs;
}

function isFlush(line: string): boolean {
  return /^\S/.test(line);
}

/** What of a message is the same whoever is told: one line of plain text that fits, and the topic by which a later one takes its place. */

// Control characters, and those that turn the direction of text or are not seen: an alert must read as it was written.
const unseen =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** One line of plain text, at most so many bytes, cut between characters with an ellipsis. */
export function payloadLine(text: string, bytes: number): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .replace(unseen, '')
    .trim();
  if (Buffer.byteLength(line) <= bytes) return line;
  const room = bytes - Buffer.byteLength('…');
  let cut = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    line.slice(0, bytes),
  )) {
    used += Buffer.byteLength(segment);
    if (used > room) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

/**
 * The `Topic` header (RFC 8030 section 5.4): a message not yet delivered gives way to a later one of the same topic. The
 * push service can read it, so it is a keyed hash; `hash` is the newsroom's.
 */
export function topicOf(hash: (purpose: string, text: string) => string, tag: string): string {
  return hash('alert-topic', tag).slice(0, 32);
}

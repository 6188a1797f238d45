/**
 * The lines of an iCalendar file, whole, with what programs write other than the format brought to its form: times with dashes and
 * colons or with an offset, rules in small letters, and the words of vCalendar 1.0, of which each byte is written out.
 */

const TIMES = /^(?:DTSTART|DTEND|DUE|RECURRENCE-ID|EXDATE|RDATE)[;:]/i;
const RULES = /^(?:RRULE|EXRULE)[;:]/i;
const WRITTEN_OUT = /^[A-Z-]+[^:]*;ENCODING=QUOTED-PRINTABLE[;:]/i;

/** Lines that are too long go on in the next, which begins with a blank (3.1). */
export function calendarLines(text: string): string[] {
  const lines: string[] = [];
  let begun = '';
  for (const part of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')) {
    const line = begun + part;
    // There a line goes on behind a sign of equality, with nothing before it.
    const goesOn = line.endsWith('=') && WRITTEN_OUT.test(line) && line.length < LONGEST_WRITTEN_OUT;
    begun = goesOn ? line.slice(0, -1) : '';
    if (!goesOn) lines.push(brought(line));
  }
  if (begun !== '') lines.push(begun);
  return lines;
}

const LONGEST_WRITTEN_OUT = 20_000; // characters; a sign at the end of every line would gather the whole file

/**
 * Folded by bytes, as RFC 2445 had it, a line may be cut within a letter: so it is put together before letters are read. Nothing of
 * UTF-8 or an encoding of one byte to a letter has these bytes within a letter; UTF-16 has a zero beside each, and is left as it is.
 */
export function unfoldedBytes(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, HEAD).includes(0)) return buffer;
  const text = buffer.toString('latin1');
  return /\n[ \t]/.test(text) ? Buffer.from(text.replace(/\r?\n[ \t]/g, ''), 'latin1') : buffer;
}

const HEAD = 64; // bytes in which UTF-16 has shown itself

function brought(line: string): string {
  if (/^[A-Z-]+:\s*$/i.test(line)) return ''; // of a time, nothing is none
  if (TIMES.test(line)) return withValue(line, timesOf);
  if (RULES.test(line)) return withValue(line, (value) => value.toUpperCase().replace(/;+$/, ''));
  return WRITTEN_OUT.test(line) ? written(line) : line;
}

/** The value begins behind the first colon that stands in no quotation marks. */
function withValue(line: string, of: (value: string) => string): string {
  const [head] = /^[^":]*(?:"[^"]*"[^":]*)*:/.exec(line) ?? [];
  return head === undefined ? line : head + of(line.slice(head.length));
}

const timesOf = (value: string): string =>
  value.replace(/[^,/]+/g, (time) => {
    const plain = time.trim().replace(/^(\d{4})-(\d\d)-(\d\d)/, '$1$2$3');
    const clock = plain.replace(/^(\d{8})[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?/, '$1T$2$3$4');
    const [, day = '', hours = '', offset = ''] = /^(\d{8})T(\d{4,6})([+-]\d\d:?\d\d)$/.exec(clock) ?? [];
    return offset === '' ? clock : (inUtc(day, hours.padEnd(6, '0'), offset) ?? clock);
  });

function inUtc(day: string, clock: string, offset: string): string | null {
  const date = day.replace(/(....)(..)(..)/, '$1-$2-$3');
  const hour = clock.replace(/(..)(..)(..)/, '$1:$2:$3');
  const at = Date.parse(`${date}T${hour}${offset.replace(/^(...):?(..)$/, '$1:$2')}`);
  if (Number.isNaN(at)) return null;
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Quoted-printable; a line's end is written out as one of the format. */
function written(line: string): string {
  const [, charset = 'utf-8'] = /;CHARSET="?([\w.:-]+)/i.exec(line) ?? [];
  const head = line.slice(0, line.indexOf(':')).replace(/;(?:ENCODING|CHARSET)=[^;:]*/gi, '');
  const bytes = line
    .slice(line.indexOf(':') + 1)
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    const words = new TextDecoder(charset).decode(Buffer.from(bytes, 'latin1'));
    return `${head}:${words.replace(/\r?\n/g, '\\n')}`;
  } catch {
    return line; // an encoding that nobody knows: as it came
  }
}

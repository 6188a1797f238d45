/** Captions of a film (WebVTT, W3C): whether a browser will show them, and what is wrong where it will not. */
import { isUtf8 } from 'node:buffer';

const LARGEST = 2_000_000; // bytes; a film of four hours has a tenth of it
const TIMES =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;

/** Null where they are good; else in words, with the line. */
export function vttFault(bytes: Uint8Array): string | null {
  if (bytes.byteLength > LARGEST) return 'Captions may have 2 MB.';
  if (!isUtf8(bytes)) return 'Captions are written in UTF-8; these are not. Save them anew.';
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:$|[ \t])/.test(lines[0] ?? ''))
    return /-->/.test(lines.slice(0, 5).join(' '))
      ? 'These are captions of another kind (SRT). Save them as WebVTT: their first line is WEBVTT.'
      : 'These are no captions: the first line of WebVTT is WEBVTT.';
  let cues = 0;
  let last = -1;
  for (const [at, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const [, from = '', to = ''] = TIMES.exec(line) ?? [];
    if (from === '')
      return `Line ${at + 1} is no time: “${line.slice(0, 60)}”. It reads 00:01.000 --> 00:04.000.`;
    const [begins, ends] = [secondsOf(from), secondsOf(to)];
    if (ends <= begins) return `Line ${at + 1} ends before it begins.`;
    if (begins < last) return `Line ${at + 1} begins before the line above it.`;
    last = begins;
    cues += 1;
  }
  return cues === 0 ? 'There is no caption in it.' : null;
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

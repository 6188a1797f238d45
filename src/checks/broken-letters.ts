/** Letters that were read in the wrong encoding, or lost in it. */
import type { Check, Finding } from './check.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'broken-letters', severity: 'critical' } as const;

// UTF-8 read as Windows-1252: a lead byte's sign, then a continuation byte's. Only pairs that no language writes.
const misread =
  /â€(?:™|œ|\u009d|˜|“|”|¦|¢|\u0099|\u009c|\u0098)|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u00a0«»°£·§]|Ð[\u0080-\u00bf°±²³µ¶·¸¹º»¼½¾¿].?Ñ|Î[±²³´µ¶·¸¹º»¼½¾¿].?Î|ï¿½|ï»¿/gu;
const lost = /\ufffd+|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const asQuestion = /\p{L}\?{2,}\p{L}/gu;

export const brokenLetters: Check = {
  name: 'broken-letters',
  says: 'Letters were lost, or read in the wrong encoding.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap(brokenIn),
};

function brokenIn(part: TextReading): Finding[] {
  const { text } = part;
  return [
    ...[...text.matchAll(misread)].map((match) => {
      const suggestion = reread(match[0]);
      return found(part, match, `“${match[0]}” is a letter that was read in the wrong encoding.`, suggestion);
    }),
    ...[...text.matchAll(lost)].map((match) =>
      found(part, match, 'A letter was lost here when the text was copied.'),
    ),
    ...[...text.matchAll(asQuestion)].map((match) =>
      found(part, match, 'Letters within this word have become question marks.'),
    ),
  ];
}

function found(part: TextReading, match: RegExpExecArray, message: string, suggestion?: string): Finding {
  return part.finding(
    { start: match.index, end: match.index + match[0].length },
    { ...tell, message, suggestion },
  );
}

const bytesOf1252: Record<string, number> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

/** The letter it was; undefined when the bytes make none. */
function reread(signs: string): string | undefined {
  const bytes = Uint8Array.from([...signs].map((sign) => bytesOf1252[sign] ?? sign.charCodeAt(0)));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // only part of a letter: there is nothing to suggest
  }
}

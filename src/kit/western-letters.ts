/**
 * Windows-1252 as it is (WHATWG Encoding, index windows-1252). Node 20's own decoder reads it as Latin-1: curly quotation
 * marks, dashes and the euro come out as signs that nobody sees. The wire reads by iconv-lite, which has every encoding; it is no help
 * here, since it makes one and the same sign of the five bytes without a letter, which checks have to tell apart.
 */

/** What the bytes 0x80 to 0x9f are; a space where there is none, which stays the control sign that it was. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const FIRST = 0x80;

/** Every byte is a sign; nothing is refused. */
export function decodeWestern(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return plain.replace(/[\u0080-\u009f]/g, (sign) => {
    const letter = HIGH[sign.charCodeAt(0) - FIRST];
    return letter === undefined || letter === ' ' ? sign : letter;
  });
}

export type TextReader = Pick<TextDecoder, 'decode'>;

/** As `new TextDecoder`, and throws as it does for a label that nobody knows; Windows-1252 by any of its names is read as it is. */
export function textReader(label: string, options?: { fatal?: boolean }): TextReader {
  const decoder = new TextDecoder(label, options);
  if (decoder.encoding !== 'windows-1252') return decoder;
  return { decode: (bytes) => (bytes === undefined ? '' : decodeWestern(bytesOf(bytes))) };
}

function bytesOf(input: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(input)
    ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
    : new Uint8Array(input);
}

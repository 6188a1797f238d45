/** HTML that builders of pages keep packed among their shortcodes. */

/** Avada packs what an editor wrote as code, where it is set to. */
export function packedHtml(words: string): string {
  const packed = words.trim();
  return /^[\w+/]{8,}={0,2}$/.test(packed) && packed.length % 4 === 0
    ? Buffer.from(packed, 'base64').toString('utf8')
    : words;
}

/** WPBakery packs HTML so that WordPress leaves it alone: percent signs, then base64. */
export function rawHtml(packed: string): string {
  try {
    return decodeURIComponent(Buffer.from(packed.replace(/<[^>]*>|\s/g, ''), 'base64').toString('latin1'));
  } catch {
    return ''; // no such packing: nobody saw it
  }
}

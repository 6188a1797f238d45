/**
 * The passes of a progressive JPEG (ISO/IEC 10918-1, G.1): each makes all of the picture finer. Cut off between them it is whole and
 * blurred, which no row tells.
 */
const [SOF2, SOS, EOI] = [0xc2, 0xda, 0xd9];
const LAST_COEFFICIENT = 63;

/** True of a progressive JPEG that ends before the pass that makes its brightness as fine as it is. False of any other. */
export function lacksLastPasses(jpeg: Buffer): boolean {
  let isProgressive = false;
  let isFine = false;
  for (const { marker, at } of markersOf(jpeg)) {
    if (marker === SOF2) isProgressive = true;
    else if (marker === SOS) isFine ||= isFinePass(jpeg, at);
    else if (marker === EOI) break;
  }
  return isProgressive && !isFine;
}

/** Of the first component, to the last coefficient, to the last bit (B.2.3: Se, and Al in the low half of the last byte). */
function isFinePass(jpeg: Buffer, at: number): boolean {
  const components = jpeg[at + 2] ?? 0;
  const last = at + 3 + 2 * components;
  const isFirst = (jpeg[at + 3] ?? 0) <= 1;
  return isFirst && jpeg[last + 1] === LAST_COEFFICIENT && ((jpeg[last + 2] ?? 0) & 0x0f) === 0;
}

/** Where each segment's length stands; what is between passes is skipped. */
function* markersOf(jpeg: Buffer): Generator<{ marker: number; at: number }> {
  let at = 2;
  while (at + 4 <= jpeg.length) {
    at = jpeg.indexOf(0xff, at);
    if (at < 0) return;
    const marker = jpeg[at + 1] ?? 0;
    at += 2;
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      if (marker === 0xff) at -= 1;
      continue;
    }
    yield { marker, at };
    if (marker === EOI) return;
    at += at + 2 <= jpeg.length ? jpeg.readUInt16BE(at) : 2;
  }
}

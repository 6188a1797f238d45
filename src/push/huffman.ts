/**
 * The Huffman code of HTTP/2 headers (RFC 7541 section 5.2 and Appendix B). It is canonical: shorter codes first, and among
 * codes of one length the smaller sign first; so the lengths of the codes say it all.
 */

/** Bits of the code of each sign, two digits each, sixteen signs a row; the last is the sign that ends a string. */
const LENGTHS = [
  '13232828282828282824302828302828', // 0x00
  '28282828282830282828282828282828', // 0x10
  '06101012130608111010081108060606', // 0x20
  '05050506060606060606070815061210', // 0x30
  '13060707070707070707070707070707', // 0x40
  '07070707070707070807081319131406', // 0x50
  '15050605060506060605070706060605', // 0x60
  '06070605050607070707071511141328', // 0x70
  '20222020222222232223232323232423', // 0x80
  '24242223242323232321222322232324', // 0x90
  '22212022222323212322222421222323', // 0xa0
  '21212221232223232022222223222223', // 0xb0
  '26262019222322252626262727262425', // 0xc0
  '19212627272627242121262628272727', // 0xd0
  '20242021222121232222252524242623', // 0xe0
  '26272626272727272728272727272726', // 0xf0
  '30', // the end
].join('');

const END = 256; // the sign that ends a string; it never comes in one
const MOST_PADDING = 7; // bits of ones that fill the last byte

interface Code {
  bits: number;
  length: number;
}

const codes = canonicalCodes((LENGTHS.match(/../g) ?? []).map(Number));

function canonicalCodes(lengths: readonly number[]): readonly Code[] {
  const order = lengths
    .map((length, sign) => ({ length, sign }))
    .sort((one, other) => one.length - other.length || one.sign - other.sign);
  const made = new Array<Code>(lengths.length);
  let bits = 0;
  let before = 0;
  for (const { length, sign } of order) {
    bits *= 2 ** (length - before);
    before = length;
    made[sign] = { bits, length };
    bits += 1;
  }
  return made;
}

/** How many bytes a text of single-byte signs takes in the code. */
export function huffmanLength(text: Uint8Array): number {
  let bits = 0;
  for (const sign of text) bits += (codes[sign] as Code).length;
  return Math.ceil(bits / 8);
}

/** The bytes of a text in the code, the last one filled up with ones. */
export function huffmanEncode(text: Uint8Array): Buffer {
  const out = Buffer.alloc(huffmanLength(text));
  let at = 0;
  let kept = 0; // bits not written yet, and how many
  let many = 0;
  for (const sign of text) {
    const { bits, length } = codes[sign] as Code;
    kept = kept * 2 ** length + bits; // at most 7 + 30 bits: whole in a double
    many += length;
    while (many >= 8) {
      many -= 8;
      const high = Math.floor(kept / 2 ** many);
      out[at++] = high;
      kept -= high * 2 ** many;
    }
  }
  if (many > 0) out[at] = kept * 2 ** (8 - many) + (2 ** (8 - many) - 1);
  return out;
}

/**
 * A machine that reads four bits at a time, since no code is shorter than five: for each state (a place inside the tree of
 * codes) and each four bits, the state after them, and the sign that was completed on the way.
 */
interface Machine {
  /** State after, for state × 16 + bits; FAILS where the end sign came. */
  next: Uint16Array;
  /** The completed sign, or NONE. */
  signs: Uint16Array;
  /** Whether a string may end in a state: nothing, or up to seven ones, is left. */
  mayEnd: Uint8Array;
}

const NONE = 0xffff;
const FAILS = 0xffff;
const machine = makeMachine();

interface Place {
  /** Where a 0 and a 1 lead: another place, or a sign. */
  to: [Place | number | undefined, Place | number | undefined];
  state: number;
  /** Bits on the way here, and whether all are ones. */
  depth: number;
  onlyOnes: boolean;
}

function makeMachine(): Machine {
  const places = makeTree();
  const next = new Uint16Array(places.length * 16).fill(FAILS);
  const signs = new Uint16Array(places.length * 16).fill(NONE);
  const mayEnd = new Uint8Array(places.length);
  for (const place of places) {
    mayEnd[place.state] = place.onlyOnes && place.depth <= MOST_PADDING ? 1 : 0;
    for (let four = 0; four < 16; four += 1) {
      const walked = walk(place, four, places[0] as Place);
      if (!walked) continue;
      next[place.state * 16 + four] = walked.place.state;
      signs[place.state * 16 + four] = walked.sign;
    }
  }
  return { next, signs, mayEnd };
}

function makeTree(): Place[] {
  const places: Place[] = [];
  const open = (depth: number, onlyOnes: boolean): Place => {
    const place: Place = { to: [undefined, undefined], state: places.length, depth, onlyOnes };
    places.push(place);
    return place;
  };
  const root = open(0, true);
  for (const [sign, { bits, length }] of codes.entries()) {
    let place = root;
    for (let left = length - 1; left >= 0; left -= 1) {
      const bit = Math.floor(bits / 2 ** left) % 2 === 1 ? 1 : 0;
      if (left === 0) place.to[bit] = sign;
      else {
        const there = place.to[bit] ?? open(place.depth + 1, place.onlyOnes && bit === 1);
        place.to[bit] = there;
        place = there as Place;
      }
    }
  }
  return places;
}

function walk(from: Place, four: number, root: Place): { place: Place; sign: number } | null {
  let place = from;
  let sign = NONE;
  for (let left = 3; left >= 0; left -= 1) {
    const there = place.to[(four >> left) & 1 ? 1 : 0];
    if (there === END || there === undefined) return null;
    if (typeof there === 'number') {
      sign = there;
      place = root;
    } else place = there;
  }
  return { place, sign };
}

/**
 * The text behind a code; null where it is none: the end sign within, more than seven bits of filling, or filling that is
 * not of ones (RFC 7541 section 5.2).
 */
export function huffmanDecode(code: Uint8Array): Buffer | null {
  const out = Buffer.allocUnsafe(Math.floor((code.length * 8) / 5));
  const { next, signs, mayEnd } = machine;
  let length = 0;
  let state = 0;
  for (const byte of code) {
    for (const four of [byte >> 4, byte & 15]) {
      const at = state * 16 + four;
      const sign = signs[at] as number;
      if (sign !== NONE) out[length++] = sign;
      state = next[at] as number;
      if (state === FAILS) return null;
    }
  }
  return mayEnd[state] === 1 ? out.subarray(0, length) : null;
}

// Writes every letter beyond ASCII as its \u escape, in a bundle whose strings esbuild has escaped already: what is left stands in
// patterns, where the escape means the same, with the flag u and without, and in raw templates, which become plain ones. V8 keeps
// a text of ASCII at one byte a letter, and any other at two. The map is moved along.

/** `code` and its source map (as text) as they are to be written. */
export function asciiOnly(code, map) {
  if (code.includes(RAW)) throw new Error('a private letter stands in the bundle already');
  const lines = withoutRaw(code).split('\n');
  const moves = lines.map(movesIn);
  const { mappings, ...rest } = JSON.parse(map);
  return {
    code: lines.map((line, at) => (moves[at].length === 0 ? line : escaped(line))).join('\n'),
    map: JSON.stringify({
      ...rest,
      mappings: mappings
        .split(';')
        .map((line, at) => (moves[at]?.length > 0 ? movedLine(line, moves[at]) : line))
        .join(';'),
    }),
  };
}

const RAW = '\ue000'; // for a backslash that means itself

/** Raw templates as plain ones of the same length: the tag is room, and each backslash of theirs will be two. */
function withoutRaw(code) {
  return code.replace(/(?<![\w$.])String\.raw(`[^`]*`)/g, (whole, template) => {
    if (/\$\{[^}]*\{/.test(template))
      throw new Error(`what a raw template calls cannot be told from its text: ${whole.slice(0, 80)}`);
    const plain = template.replace(/\$\{[^}]*\}|\\/g, (part) => (part === '\\' ? RAW : part));
    return ' '.repeat('String.raw'.length) + plain;
  });
}

const LETTER = /(\\*)([\u0080-\uffff])/g; // with the backslashes before it: one may be its own, and is the escape's then

/** Where the letters of a line stand, and by how much each escape is longer. */
function movesIn(line) {
  return [...line.matchAll(LETTER)].map(({ index, 1: slashes, 2: letter }) => ({
    at: index + slashes.length,
    grows: letter === RAW ? 1 : slashes.length % 2 === 1 ? 4 : 5,
  }));
}

function escaped(line) {
  return line.replace(LETTER, (_, slashes, letter) => {
    if (letter === RAW) return `${slashes}\\\\`;
    const kept = slashes.length % 2 === 1 ? slashes.slice(1) : slashes;
    return `${kept}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The segments of one line: only their first number, the column, is counted within the line. */
function movedLine(line, letters) {
  let was = 0;
  let is = 0;
  let passed = 0;
  let grown = 0;
  return line
    .split(',')
    .map((segment) => {
      if (segment === '') return segment;
      const [delta, length] = readNumber(segment);
      was += delta;
      for (; passed < letters.length && letters[passed].at < was; passed += 1) grown += letters[passed].grows;
      const column = was + grown;
      const written = writeNumber(column - is) + segment.slice(length);
      is = column;
      return written;
    })
    .join(',');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number as source maps have it: base 64, five bits a sign, the lowest bit its sign. */
function readNumber(text) {
  let value = 0;
  for (let at = 0; ; at += 1) {
    const digit = DIGITS.indexOf(text[at]);
    value |= (digit & 31) << (at * 5);
    if ((digit & 32) === 0) return [value & 1 ? -(value >> 1) : value >> 1, at + 1];
  }
}

function writeNumber(number) {
  let value = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = '';
  do {
    const more = value >> 5 > 0;
    text += DIGITS[(value & 31) | (more ? 32 : 0)];
    value >>= 5;
  } while (value > 0);
  return text;
}

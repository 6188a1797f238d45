/** What lynx shows: text, and a new line only where HTML itself makes one. */

// Elements that stand inside a line by themselves (HTML, “Rendering”); every other begins a new one.
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var del ins'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'template', 'head', 'noscript']);
const WITHIN_A_WORD = new Set(['em', 'i', 'b', 'strong', 'sup', 'sub', 'mark']); // copy may mark a part of a word

interface Piece {
  text: string;
  inWord: boolean;
}

/** Places where two words meet without anything between them, as `one|other`. */
export function runTogether(document: Document): string[] {
  const faults: string[] = [];
  let before: Piece | null = null;
  for (const piece of piecesOf(document.body)) {
    if (piece && before && meet(before, piece))
      faults.push(`${before.text.slice(-20)}|${piece.text.slice(0, 20)}`);
    before = piece;
  }
  return faults;
}

const meet = (one: Piece, other: Piece) =>
  !one.inWord &&
  !other.inWord &&
  /[\p{L}\p{N}.!?…”»’)]$/u.test(one.text) &&
  /^[\p{L}\p{N}“«(]/u.test(other.text);

/** Texts in order; null where a line ends. */
function* piecesOf(node: Node, inWord = false): Generator<Piece | null> {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 3) {
      if (child.textContent) yield { text: child.textContent, inWord };
      continue;
    }
    if (child.nodeType !== 1) continue;
    const name = (child as Element).localName;
    if (UNSEEN.has(name)) continue;
    const isLine = !INLINE.has(name);
    if (isLine) yield null;
    yield* piecesOf(child, inWord || WITHIN_A_WORD.has(name));
    if (isLine) yield null;
  }
}

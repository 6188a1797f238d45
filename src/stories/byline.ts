/** Who stands in a byline: one name each. Pure. */

// A byline is free text. It is cut where it says "and", in the languages that papers here are written in, and at commas
// only where there is such a word too: "Maria Leonti, Piraeus" is one person and where she wrote.
const AND = /\s+(?:and|und|et|y|e|и|і|й|та|και|&|و)\s+/u;
const COMMA = /\s*[,،]\s+/u;
const BEFORE = /^(?:by|von|par|por|από|της|του|автор|بقلم)[:\s]\s*/iu;

/**
 * The names in a byline. `known` is one that is certain to be a person's: it is never cut, and what is written together
 * with it, as Arabic writes its "and", is cut from it.
 */
export function bylineNames(byline: string, known: string | null = null): string[] {
  const text = byline.replace(/\s+/g, ' ').trim().replace(BEFORE, '');
  const at = known ? text.indexOf(known) : -1;
  if (!known || at < 0) return cut(text);
  const before = text.slice(0, at).replace(/(?<=^|\s)و$/u, 'و ');
  const after = text.slice(at + known.length).replace(/^\s+و(?=\p{L})/u, ' و ');
  const names = cut(`${before}${HERE}${after}`);
  // Where nothing ties another name to it, what else the byline says is where or for whom.
  return names.length > 1 ? names.map((name) => (name.includes(HERE) ? known : name)) : [known];
}

const HERE = '\u0000'; // stands for the known name while the rest is cut: no byline has it

function cut(text: string): string[] {
  const parts = text.split(AND);
  const names = parts.length > 1 ? parts.flatMap((part) => part.split(COMMA)) : parts;
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

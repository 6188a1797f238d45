/** Links of a paper to itself, in a folder of another address than the one where it stands now. */

/** How a link begins: in HTML, in JSON, in HTML within JSON, and in JSON within JSON. */
const BEGINS = ['href="', 'href=\\"', '"href":"', '\\"href\\":\\"'];
/** What an address of the paper goes on with. */
const GOES_ON = ['/', '"', '?', '#', '\\'];

/** Writes such links anew in any value of a row. Where the paper stands where it stood, nothing is touched. */
export function ownLinksFrom(from: unknown, to: string): (value: unknown) => unknown {
  const before = typeof from === 'string' ? from.replace(/\/+$/, '') : '';
  const now = to.replace(/\/+$/, '');
  if (before === now || !URL.canParse(before)) return (value) => value;
  return (value) => {
    if (typeof value !== 'string' || !value.includes(before)) return value;
    let written = value;
    for (const begin of BEGINS)
      for (const end of GOES_ON) written = written.replaceAll(begin + before + end, begin + now + end);
    return written;
  };
}

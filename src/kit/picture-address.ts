/** Which picture an `img` means: the first address that is a picture and no placeholder, of all under which sites hide it. */

/** Where the picture itself may stand, in the order in which they are believed. */
const NAMES = [
  'src',
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-lazy',
  'data-orig-file',
  'data-large-file',
  'data-full-src',
  'data-hi-res-src',
  'data-image',
  'data-url',
  'data-echo',
  'data-cfsrc',
  'data-lazyload',
  'data-actualsrc',
  'data-original-src',
  'data-srcfull',
  'file',
  'nitro-lazy-src',
];
const SETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'nitro-lazy-srcset'];
/** By the file's name: a placeholder whatever follows; else the word alone, with a size or a shade: `empty-streets.jpg` is news. */
const PLACEHOLDER =
  /(?:^|[/_.-])(?:(?:placeholder|default-lazy|1x1)(?:[-_.][\w-]*)?|(?:blank|spacer|transparent|lazy(?:[-_]?load(?:er|ing)?)?|loading|loader|pixel|px|empty|grey|gray|trans|noimage)(?:[-_.](?:[\dx]+|gif|trans(?:parent)?|image|img|icon|spinner|bg|white|gr[ae]y|small|large|min))*)\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

/** `marks` are the attributes; `sources` the sets of the `source` elements before it in its `picture`. */
export function pictureAddress(
  marks: Record<string, string>,
  sources: string[],
  base: string | null,
): string | null {
  const all = [
    ...NAMES.map((name) => marks[name]),
    ...[...SETS.map((name) => marks[name]), ...sources].map(largest),
  ];
  for (const said of all) {
    const href = said?.trim() ? absolute(said.trim(), base) : '';
    if (/^https?:\/\//i.test(href) && !PLACEHOLDER.test(href)) return href;
  }
  return null;
}

/** The widest or densest of a set (HTML LS 4.8.4.2.1): commas part the pictures, and may stand in their addresses. */
function largest(set: string | undefined): string {
  let [best, most] = ['', -1];
  for (const [, address = '', size = '1'] of (set ?? '').matchAll(
    /([^\s,]\S*[^\s,]|[^\s,])(?:\s+(\d+(?:\.\d+)?)[wxh])?[^,]*(?:,|$)/g,
  )) {
    if (/^data:/i.test(address) || Number(size) <= most) continue;
    [best, most] = [address, Number(size)];
  }
  return best;
}

function absolute(address: string, base: string | null): string {
  return base && !URL.canParse(address) && URL.canParse(address, base)
    ? new URL(address, base).href
    : address;
}

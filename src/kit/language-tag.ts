/** What a BCP 47 tag says by itself. */

/** The language without region and script: `en` of `en-GB`; empty for an empty tag. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

// Unicode's scripts whose letters are of bidirectional class R or AL, but for those nobody writes news in.
const RIGHT_TO_LEFT = new Set([
  'Arab',
  'Aran',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
]);

/** Reading direction of a language in the script of its tag, or in the one it is usually written in: `ku-Arab`, `pa-PK`. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(likely(tag)?.script ?? '') ? 'rtl' : 'ltr';
}

/** The language as Google's news maps want it (`news:language`): ISO 639, and for Chinese `zh-cn` or `zh-tw` by its script. */
export function newsLanguageOf(tag: string): string {
  const language = primaryLanguage(tag);
  if (language !== 'zh') return language;
  return likely(tag)?.script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

/** `pl_PL` of `pl`, as Open Graph's `og:locale` wants it; the language alone where no country is known. */
export function localeOf(tag: string): string {
  const { language, region } = likely(tag) ?? {};
  return region && /^[A-Z]{2}$/.test(region) ? `${language}_${region}` : primaryLanguage(tag);
}

/** The tag with its likely script and country (UTS 35, likely subtags); null for what is no tag. */
function likely(tag: string): Intl.Locale | null {
  const had = known.get(tag);
  if (had !== undefined) return had;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = maximized(tag);
  known.set(tag, found);
  return found;
}

const MOST_KNOWN = 500; // tags; a newsroom has a handful, a reader may send any
const known = new Map<string, Intl.Locale | null>();

function maximized(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null; // a wire may declare anything; it is read as it stands
  }
}

/** The script that a language is usually written in, as Unicode names it: `Latn`, `Arab`; empty for what is no tag. */
export const scriptOfTag = (tag: string): string => likely(tag)?.script ?? '';

const LETTERS: Readonly<Record<string, string>> = { Hans: 'Hani', Hant: 'Hani', Jpan: 'Hani', Kore: 'Hang' };

/** Whether a text is written in the letters that its language is usually written in: Greek ones for `el`. */
export function isInLettersOf(text: string, tag: string): boolean {
  try {
    const script = likely(tag)?.script ?? '';
    return new RegExp(`\\p{Script=${LETTERS[script] ?? script}}`, 'u').test(text);
  } catch {
    return true; // no tag, or one whose letters Unicode does not name
  }
}

const MOST_RANGES = 20; // of an Accept-Language: browsers send up to ten

/** The languages somebody wants, first the most: what Accept-Language says (RFC 9110 section 12.5.4), without those of no weight. */
export function languagesWanted(acceptLanguage: string | undefined): string[] {
  return (acceptLanguage ?? '')
    .split(',')
    .slice(0, MOST_RANGES)
    .map((range) => {
      const [tag = '', ...more] = range.split(';').map((part) => part.trim());
      const weight = more.find((part) => /^q=/i.test(part))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i.test(tag) && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}

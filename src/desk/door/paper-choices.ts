/** The languages a paper can be in, by their own names. */

/** BCP 47. Not a list of the languages that exist: of those in which newspapers do. */
export const paperLanguages: readonly string[] = [
  ...[
    'af',
    'am',
    'ar',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'el',
    'en',
    'en-GB',
    'en-US',
  ],
  ...[
    'es',
    'et',
    'eu',
    'fa',
    'fi',
    'fo',
    'fr',
    'fr-CA',
    'fy',
    'ga',
    'gd',
    'gl',
    'gu',
    'ha',
    'he',
    'hi',
    'hr',
  ],
  ...[
    'hu',
    'hy',
    'id',
    'ig',
    'is',
    'it',
    'ja',
    'ka',
    'kk',
    'km',
    'kn',
    'ko',
    'ku',
    'ky',
    'lb',
    'lo',
    'lt',
    'lv',
  ],
  ...[
    'mk',
    'ml',
    'mn',
    'mr',
    'ms',
    'mt',
    'my',
    'nb',
    'ne',
    'nl',
    'nn',
    'pa',
    'pl',
    'ps',
    'pt',
    'pt-BR',
    'ro',
  ],
  ...[
    'ru',
    'rw',
    'si',
    'sk',
    'sl',
    'so',
    'sq',
    'sr',
    'sr-Latn',
    'sv',
    'sw',
    'ta',
    'te',
    'tg',
    'th',
    'tr',
    'uk',
  ],
  ...['ur', 'uz', 'vi', 'yo', 'zh-Hans', 'zh-Hant', 'zu'],
];

export interface PaperChoice {
  value: string;
  words: string;
}

/** Each by the name its readers call it, in the order of these names. */
export function languageChoices(): PaperChoice[] {
  return paperLanguages
    .map((tag) => ({ value: tag, words: ownName(tag) }))
    .sort((one, other) => one.words.localeCompare(other.words, 'en'));
}

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
  if (!name) return tag;
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(tag) + rest.join('');
}

/** The language a browser asks for first that a paper can be in. */
export function likelyLanguage(acceptLanguage: string | undefined): string {
  for (const range of (acceptLanguage ?? '').split(',')) {
    const tag = range.split(';')[0]?.trim() ?? '';
    const likely =
      paperLanguages.find((one) => one === tag) ?? paperLanguages.find((one) => one === tag.split('-')[0]);
    if (likely) return likely;
  }
  return 'en';
}

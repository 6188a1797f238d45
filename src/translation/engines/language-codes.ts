/**
 * What each engine calls a language. The whole tag decides: script and region are a language's own (`zh-Hant` is read by
 * others than `zh-Hans`, `pt-BR` by others than `pt-PT`), and Norwegian goes by three names.
 */

interface Parts {
  language: string;
  script: string;
  /** Only where the tag names it. */
  region: string;
}

/** Today's names for old ones (`iw`, `in`, `sh`), Bokmål for plain Norwegian, and the letters that are meant. */
function partsOf(tag: string): Parts {
  try {
    const locale = new Intl.Locale(tag.replaceAll('_', '-'));
    const language = locale.language === 'no' ? 'nb' : locale.language;
    return { language, script: locale.maximize().script ?? '', region: locale.region ?? '' };
  } catch {
    return { language: tag.toLowerCase(), script: '', region: '' }; // no tag at all: the engine says that it has no such language
  }
}

/** Whether what was said of an engine (`zh-Hant`, `pt`) covers a tag: what it leaves open may be anything. */
function isCovered(said: string, tag: string): boolean {
  const [all, one] = [partsOf(said), partsOf(tag)];
  if (all.language !== one.language || (all.region !== '' && all.region !== one.region)) return false;
  return !/[-_][a-z]{4}(?![a-z])/i.test(said) || all.script === one.script;
}

/** Whether pairs as they are set up (`el>en no>zh-Hant`) hold one; none at all is every one. */
export function knowsPair(pairs: string, from: string, to: string): boolean {
  const list = pairs.split(/[\s,]+/).filter((pair) => pair !== '');
  return (
    list.length === 0 ||
    list.some((pair) => {
      const [one = '', other = ''] = pair.split('>');
      return isCovered(one, from) && isCovered(other, to);
    })
  );
}

const usesAmericanEnglish = new Set(['US', 'PH', 'PR', 'LR', 'GU', 'AS', 'VI', 'MP']);

/** DeepL reads any variety of a language under one code. */
export function deeplSource(tag: string): string {
  return partsOf(tag).language.toUpperCase();
}

/** DeepL writes a variety: of English, Portuguese and Chinese it wants to be told which. */
export function deeplTarget(tag: string): string {
  const { language, script, region } = partsOf(tag);
  if (language === 'en') return usesAmericanEnglish.has(region) ? 'EN-US' : 'EN-GB';
  if (language === 'pt') return region === 'BR' ? 'PT-BR' : 'PT-PT';
  if (language === 'zh') return script === 'Hant' ? 'ZH-HANT' : 'ZH-HANS';
  return language.toUpperCase();
}

/** What LibreTranslate may call it, best first: names have changed from release to release. */
export function libreCodes(tag: string): string[] {
  const { language, script, region } = partsOf(tag);
  if (language === 'zh') return script === 'Hant' ? ['zh-Hant', 'zt'] : ['zh', 'zh-Hans'];
  if (language === 'pt') return region === 'BR' ? ['pt-BR', 'pb', 'pt'] : ['pt'];
  if (language === 'nb') return ['nb', 'no'];
  return [language];
}

/** What a folder of Bergamot's models may call it, best first; Traditional Chinese is never read by the model of the Simplified. */
export function bergamotCodes(tag: string): string[] {
  const { language, script } = partsOf(tag);
  if (language === 'zh')
    return script === 'Hant' ? ['zh_hant', 'zh-Hant', 'zt'] : ['zh', 'zh_hans', 'zh-Hans'];
  if (language === 'nb' || language === 'nn') return [language, 'no'];
  return [language];
}

const apertiumCodes: Readonly<Record<string, string>> = {
  en: 'eng',
  es: 'spa',
  ca: 'cat',
  gl: 'glg',
  pt: 'por',
  fr: 'fra',
  it: 'ita',
  oc: 'oci',
  ro: 'ron',
  eu: 'eus',
  mk: 'mkd',
  bg: 'bul',
  sr: 'hbs',
  hr: 'hbs',
  bs: 'hbs',
  sl: 'slv',
  is: 'isl',
  sv: 'swe',
  da: 'dan',
  nb: 'nob',
  nn: 'nno',
  nl: 'nld',
  af: 'afr',
  cy: 'cym',
  eo: 'epo',
  de: 'deu',
  pl: 'pol',
  ru: 'rus',
  uk: 'ukr',
  be: 'bel',
  kk: 'kaz',
  tt: 'tat',
  tr: 'tur',
  ar: 'ara',
  mt: 'mlt',
  hi: 'hin',
  ur: 'urd',
  id: 'ind',
  ms: 'msa',
  el: 'ell',
  ast: 'ast',
  an: 'arg',
  sc: 'srd',
  se: 'sme',
  br: 'bre',
};

/** The ISO 639-3 code that Apertium's pairs are named by; undefined where it has none. */
export function apertiumCode(tag: string): string | undefined {
  return apertiumCodes[partsOf(tag).language];
}

/** Serbian and Bosnian in Cyrillic letters: Apertium's `hbs` reads and writes Latin ones. */
export function isSerbianCyrillic(tag: string): boolean {
  const { language, script } = partsOf(tag);
  return apertiumCodes[language] === 'hbs' && script === 'Cyrl';
}

/** For a language model, in English: the script where a language has several, the region where the tag names it. */
export function languageForModel(tag: string): string {
  const { language, script, region } = partsOf(tag);
  if (script === '') return tag;
  const usual = new Intl.Locale(language).maximize().script;
  const isSaid = script !== usual || /^(?:zh|sr|az|uz|ku|pa|kk|mn)$/.test(language);
  const said = [language, ...(isSaid ? [script] : []), ...(region ? [region] : [])].join('-');
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(said) ?? tag;
}

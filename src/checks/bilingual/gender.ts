/** He or she: a person who changed sex on the way, where the original says it and the translation says only the other. */
import { bothIn } from './both-genders.ts';
import { type Pair, type PairCheck, type PairFinding, perLanguage, type Span } from './translation.ts';

interface Gendered {
  he: string;
  she: string;
}

/** Words that mark a person's sex beyond doubt; a star ends a stem. */
const WORDS: Readonly<Record<string, Gendered>> = {
  en: {
    he: 'he him his himself mr man men boy boys father husband son brother sons spokesman businessman chairman actor king prince uncle grandfather guy gentleman nephew policeman sir lord',
    she: 'she her hers herself mrs ms miss woman women girl girls mother wife daughter sister spokeswoman businesswoman chairwoman actress queen princess aunt grandmother lady niece policewoman madam pregnant',
  },
  es: {
    he: 'él señor sr hombre hombres niño niños padre esposo marido hijo hermano rey príncipe chico abuelo tío director actor ministro autor inspector candidato profesor',
    she: 'ella señora sra mujer mujeres niña niñas madre esposa hija hermana reina princesa chica abuela tía directora presidenta actriz ministra autora candidata profesora señorita',
  },
  fr: {
    he: 'il lui monsieur m homme hommes garçon père mari fils frère roi prince oncle président directeur acteur',
    she: 'elle elles madame mme femme femmes fille filles mère épouse sœur soeur reine princesse tante présidente directrice actrice mademoiselle',
  },
  it: {
    he: 'lui egli signor signore uomo uomini ragazzo padre marito figlio fratello re principe zio attore direttore autore ministro',
    she: 'lei ella signora donna donne ragazza madre moglie figlia sorella regina principessa zia attrice presidentessa direttrice autrice',
  },
  de: {
    he: 'er ihm ihn sein seine seinen seinem seiner seines herr herrn mann männer junge vater ehemann sohn bruder könig prinz onkel sprecher präsident schauspieler',
    she: 'frau frauen mädchen mutter ehefrau tochter schwester königin prinzessin tante sprecherin präsidentin schauspielerin kanzlerin ministerin *erin',
  },
  ru: {
    he: 'он его ему ним него нём нем господин мужчина мужчины мальчик отец муж сын брат король принц дядя',
    she: 'она её ее ей ней неё нее госпожа женщина женщины девочка девушка мать жена дочь сестра королева принцесса тетя актриса',
  },
  uk: {
    he: 'він його йому ним нього ньому пан чоловік хлопець батько син брат король дядько',
    she: 'вона її їй нею неї пані жінка дівчина дівчинка мати дружина дочка сестра королева тітка акторка',
  },
  el: {
    he: 'αυτός αυτόν κύριος άνδρας άντρας πατέρας σύζυγός γιος αδελφός βασιλιάς',
    she: 'αυτή αυτήν κυρία κα γυναίκα μητέρα κόρη αδελφή βασίλισσα',
  },
  pl: {
    he: 'on jego jemu go mu nim pan mężczyzna chłopiec ojciec mąż syn brat król książę aktor',
    she: 'ona jej ją nią pani kobieta kobiety dziewczyna dziewczynka matka żona córka siostra królowa aktorka',
  },
  cs: {
    he: 'on jeho jemu mu něho němu ním pan muž chlapec otec manžel syn bratr král princ herec',
    she: 'ona její jí ji ní paní žena ženy dívka matka manželka dcera sestra královna princezna herečka',
  },
  zh: { he: '他 先生 男 父 丈夫 儿子 兄 弟', she: '她 女 母 妻 姐 妹 夫人' },
  ja: { he: '彼の 彼は 彼が 彼を 彼に 男 父 夫 息子', she: '彼女 女 母 妻 娘' },
  ar: { he: 'هو رجل السيد أب والد زوج ابن أخ', she: 'هي امرأة السيدة أم والدة زوجة ابنة أخت' },
  hi: {
    he: 'पुरुष आदमी श्री मि पिता पति बेटा बेटे भाई लड़का लड़के राजा',
    she: 'महिला महिलाओं स्त्री श्रीमती माँ मां माता पत्नी बेटी बहन लड़की रानी',
  },
};

export const genderCheck: PairCheck = {
  name: 'translation-gender',
  says: 'The translation says she where the original says he, or the other way about.',
  knows: (from, to) => from !== to && from in WORDS && to in WORDS,
  find: findGender,
};

function findGender({ source, target, from, to }: Pair): PairFinding[] {
  const [there, here] = [read(source, from), read(target, to)];
  const woman = turned(there, here, 'he', 'she', { source, target });
  if (woman) return [told('The original speaks of a man, the translation of a woman.', woman)];
  const man = turned(there, here, 'she', 'he', { source, target });
  return man ? [told('The original speaks of a woman, the translation of a man.', man)] : [];
}

/** Whoever is one in the original and only the other in the translation. */
function turned(
  there: Found,
  here: Found,
  was: 'he' | 'she',
  is: 'he' | 'she',
  { source, target }: Pick<Pair, 'source' | 'target'>,
): Span | undefined {
  if (there[is].length + there.both[is].length > 0 || here[was].length + here.both[was].length > 0)
    return undefined;
  if (there[was].length > 0 && here[is].length > 0) return here[is][0];
  // A noun that serves both is held to a post whose word says he or she: any other may be somebody else's.
  if (there[was].length > 0 && POST.test(source)) return here.both[is][0];
  return there.both[was].length > 0 && POST.test(target) ? here[is][0] : undefined;
}

/** English words of a post that say he or she. */
const POST = /(?<!\p{L})(?:spokes|chair)(?:wo)?man(?!\p{L})/iu;

function told(message: string, target: Span | undefined): PairFinding {
  return { check: genderCheck.name, severity: 'major', message, ...(target ? { target } : {}) };
}

interface Found {
  he: Span[];
  she: Span[];
  /** Nouns that serve both, by the article before them. */
  both: { he: Span[]; she: Span[] };
}

function read(text: string, language: string): Found {
  const words = WORDS[language];
  const found: Found = { he: [], she: [], both: { he: [], she: [] } };
  if (!words) return found;
  if (language === 'zh' || language === 'ja') {
    for (const sex of ['she', 'he'] as const) {
      for (const word of words[sex].split(' ')) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
          found[sex].push({ start: at, end: at + word.length });
      }
    }
    if (/彼女|妇女|女性/.test(text))
      found.he = found.he.filter(({ start }) => text[start] !== '彼' || text[start + 1] !== '女');
    return found;
  }
  const sets = { he: listOf(words.he), she: listOf(words.she) };
  for (const { sex, ...span } of bothIn(text, language)) found.both[sex].push(span);
  for (const word of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    const span = { start: word.index, end: word.index + word[0].length };
    if (sets.he.has(word[0])) found.he.push(span);
    else if (
      sets.she.has(word[0]) ||
      (language === 'de' && /\p{L}{4}(?:er|or|ist|ent|ant)in$/u.test(word[0]))
    )
      found.she.push(span);
  }
  return found;
}

const listOf = perLanguage((words) => new Set(words.split(' ')));

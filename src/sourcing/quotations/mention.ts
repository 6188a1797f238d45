/** What a phrase that names a speaker says: a name with the post before it, or a description. */
import { givenNames } from '../../language/given-names.ts';
import { titles } from './english-words.ts';

export interface Mention {
  name: string;
  role: string;
  gender: 'm' | 'f' | null;
  /** A whole name, one word of a name, or a description. */
  kind: 'full' | 'surname' | 'description';
}

export const articles =
  /^(?:the|a|an|one|some|der|die|das|ein|eine|le|la|les|un|une|el|los|las|una|il|lo|i|gli|ο|η|το|οι|τα|του|της|l['’])\s+|^l['’]/iu;
const wordPattern = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*|&(?=\s\p{Lu})/gu;
const particles = new Set(
  '& de del della di da dos du des la le van von der den ter ten al el bin ibn ben abu st st. af av zu'.split(
    ' ',
  ),
);
const female =
  /^(?:mrs|ms|miss|dame|lady|madame|mme|frau|señora|sra|signora|κα|κυρία|г-жа|госпожа|пані|السيدة)\.?$/iu;
const male = /^(?:mr|sir|lord|monsieur|m|herr|señor|sr|signor|κ|κύριος|г-н|господин|пан|السيد)\.?$/iu;

/** What a phrase says: a name with what stands before it, or a description. */
export function readMention(phrase: string): Mention | null {
  const clean = phrase
    .replace(/\([^)]*(?:\)|$)/gu, ' ')
    .replace(/[«„“"][^«»„“”"]*[»“”"]/gu, ' ') // ‘тренер «Лады» Павел Овчинников’
    .replace(/,?\s+(?:who|that|which)$/u, '')
    .replace(/[,;:]+\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [before] = clean.split(/,\s/u);
  const given = (before ?? clean).match(wordPattern) ?? [];
  const words = personIn(given);
  if (words.length === 0) return null;
  if (words.length < given.length && /\p{Script=Arabic}/u.test(clean))
    return {
      name: words.join(' '),
      role: given.slice(0, -words.length).join(' '),
      gender: null,
      kind: 'full',
    };
  const run = lastNameRun(words);
  const prefix = words.slice(0, run.from);
  const gender = prefix.some((word) => female.test(word))
    ? 'f'
    : prefix.some((word) => male.test(word))
      ? 'm'
      : null;
  const isNamed =
    run.to > run.from &&
    run.to === words.length &&
    !(
      words.length > run.to - run.from &&
      /^(?:the|a|an)$/iu.test(words[run.from - 1] ?? '') &&
      !titles.has((words[run.from] ?? '').toLowerCase())
    );
  // ‘one bank’s CEO’, ‘a Labour MP’: what somebody is, and no name.
  const isPost = run.to - run.from === 1 && run.from > 0 && titles.has((words[run.from] ?? '').toLowerCase());
  const isOf = isPost || isOwnersName(words, run.from) || ofTheBody.test(words[run.from] ?? '');
  // ‘le président du Sénat Gérard Larcher’: behind what it is of, the person.
  if (isOf && run.to - run.from >= 3 && ofTheHouse.test(words[run.from - 1] ?? ''))
    return {
      name: words.slice(run.from + 1, run.to).join(' '),
      role: words
        .slice(0, run.from + 1)
        .join(' ')
        .replace(articles, ''),
      gender,
      kind: 'full',
    };
  if (!isNamed || isOf) return { name: bodyName(before ?? clean), role: '', gender, kind: 'description' };
  const name = words
    .slice(run.from, run.to)
    .join(' ')
    .replace(/['’]s?$/u, '')
    .replace(/(?<=\p{L}{3})\.$/u, '');
  const role = prefix
    .filter((word) => !female.test(word) && !male.test(word))
    .join(' ')
    .replace(articles, '');
  return {
    name,
    role: role.length <= 80 && role.length > 4 ? role : '',
    gender,
    kind: run.to - run.from === 1 ? 'surname' : 'full',
  };
}

/** ‘Ο δικηγόρος του Καραμπατζόγλου’, ‘le maire de Blois’: whose lawyer, mayor of what; the name is not who speaks. */
function isOwnersName(words: readonly string[], from: number): boolean {
  const [before, noun] = [words[from - 1] ?? '', words[from - 2] ?? ''];
  return ofWhom.test(before) && /^\p{Ll}/u.test(noun) && !articles.test(`${noun} `) && !shown.test(noun);
}

const ofTheBody = /^(?:der|des)$/u; // ‘eine Sprecherin der Feuerwehr’: German nouns have capitals too
const ofTheHouse = /^(?:du|des|del|della|dell|vom|του|της|των)$/iu;
const shown = /^(?:footage|video|recording|clip|photo|audio|tape|image|example|word)s?$/u; // ‘footage of X saying’ is X's
const ofWhom = /^(?:of|de|del|du|des|della|dell|di|von|vom|του|της|των)$/iu;

// A body whose name goes on with its place; everything else of two capitals is a person.
const bodies =
  /^(?:united|red|cross|crescent|republic|kingdom|states?|islamic|democratic|national|international|world|human|rights|free|social|federal|royal|new|south|north|east|west|central|supreme|former|students?|doctors|friends|sons|daughters|mothers|chamber|league|society|bank|court|council|university|institute|union|party|church|association|federation|ministry|department|board|city|club|school|college|company|group|office|house|center|centre|police|commission|committee|academy|museum|hospital|press|news|radio|times|first|deputy|prime|foreign|defence|defense|interior)$/iu;
const placed = /^(?:of|from|in|at|aus|из|із|з|зі|από)$/u;
// Behind a given name and a surname these begin no part of the name; before a body of initials none of them does.
const ofBody = /^(?:dell[aeo]|dei|degli|dell[’'].+|vom|του|της|των)$/u;
const ofInitials = /^(?:de|del|do|da|du|von|der)$/u;

/** ‘Petros Galanis of Cheyenne’ is Petros Galanis; ‘der Sprecher Paul Rigas aus Emden’ is he with his post. */
function personIn(words: string[]): string[] {
  const body = bodyBehind(words);
  if (body > 0) return words.slice(0, body);
  const at = words.findIndex((word) => placed.test(word));
  if (at < 2 || at + 1 >= words.length) return arabicPerson(words);
  const name = words.slice(at - 2, at);
  const isName = name.every((word) => /^\p{Lu}[\p{Ll}’'-]/u.test(word) && !bodies.test(word));
  // ‘planetary geologist Rosaly Lopes of NASA's laboratory in California’: behind what somebody is, or a given name, a name is whole.
  const isWhole = isGiven(name[0]) || /^\p{Ll}{4}/u.test(words[at - 3] ?? '');
  const isPlace = isWhole || words.slice(at + 1).every((word) => /^\p{Lu}/u.test(word));
  if (!isPlace || (!isWhole && at + 4 < words.length)) return arabicPerson(words);
  const isFree = !titles.has(name[0]?.toLowerCase() ?? '') && !/^(?:the|a|an)$/iu.test(words[at - 3] ?? '');
  return isName && isFree ? words.slice(0, at) : words;
}

/** ‘Davide Serafini della Lega’, ‘Ana Ruiz del PSOE’: where the body begins behind the two words of a name; 0 where none does. */
function bodyBehind(words: readonly string[]): number {
  const at = words.findIndex(
    (word, place) =>
      place >= 2 &&
      (ofBody.test(word) || (ofInitials.test(word) && /^\p{Lu}{2,}\.?$/u.test(words[place + 1] ?? ''))),
  );
  return at >= 2 && isGiven(words[at - 2]) && /^\p{Lu}/u.test(words[at - 1] ?? '') ? at : 0;
}

function isGiven(word = ''): boolean {
  return givenNames.has(word.toLowerCase());
}

// Behind these a word of an office or a body comes and no name.
const arabicBodies =
  /^(?:ال.*|باسم|وزارة|رئاسة|مجلس|حكومة|هيئة|شركة|قوات|جيش|شرطة|منظمة|لجنة|بلدية|محكمة|حزب|اتحاد|جامعة|دولة|مدينة|محافظة|وكالة)$/u;
const arabicPosts = /^(?:و?(?:ال\p{L}+|وزيرة?|رئيسة?|مديرة?|متحدثة?|نائبة?|قائدة?|أمينة?|محافظ|سفيرة?))$/u;

const arabicName = /^\p{Script=Arabic}+$/u;
const LONGEST_NAME = 4; // words of an Arabic name behind a post

/** ‘المتحدثة باسم الوزارة آنا ريغاس’: no capital tells the name, but a post before it does. */
function arabicPerson(words: string[]): string[] {
  const given = words.findIndex((word, at) => at > 0 && arabicName.test(word) && isGiven(word));
  if (given > 0 && !isGiven(words[0]) && words.length - given >= 2 && words.length - given <= LONGEST_NAME)
    return words.slice(given);
  if (words.length < 3 || !arabicPosts.test(words[0] ?? '')) return words;
  const [first, last] = words.slice(-2);
  return arabicBodies.test(first ?? '') || arabicBodies.test(words.at(-3) === 'باسم' ? 'باسم' : '')
    ? words
    : [first ?? '', last ?? ''];
}

/** ‘the Aegean News Agency’ without its article; what is only described keeps it. */
export function bodyName(phrase: string): string {
  const plain = phrase.replace(/['’]s?$/u, '');
  const bare = plain.replace(articles, '');
  return /^\p{Lu}/u.test(bare) ? bare : plain.charAt(0).toLowerCase() + plain.slice(1);
}

/** Posts have a capital in German as names do: Kapitän Jörn Petersen, Oberstadträtin Ute Brandt. */
const germanPost =
  /^\p{L}*(?:minister|präsident|meister|sprecher|direktor|sekretär|leiter|trainer|anwalt|anwält|richter|kapitän|kommissar|stadtrat|stadträt|landrat|landrät|ratsherr|ratsfrau|führer|pfarrer|vorsitzende|abgeordnete)(?:in|r)?$/iu;

/** What somebody is, with a capital: in German always, elsewhere at the start of a sentence. Only before two words of a name. */
const trade =
  /^(?:\p{L}*(?:ingenieur|lehrer|polizist|forscher|wissenschaftler|ökonom|unternehmer|historiker|soziologe|politologe|chef|aktivist|psychologe|experte?|händler|landwirt|fahrer|pilot|spieler|stürmer|hüter|autor|regisseur|schauspieler|künstler|chemiker|physiker|biologe|mediziner|beauftragte|beamte|professor|vorstand|manager|inhaber|besitzer|eigentümer|zeuge|nachbar|bewohner|anwohner|virologe|meteorologe|kläger|angeklagte)(?:in|r|n)?|arzt|ärztin|міністерка|депутатка?|речни(?:к|ця)|начальни(?:к|ця)|директорка?|очільни(?:к|ця)|посол|секретар|тренерка?|заступни(?:к|ця)|керівни(?:к|ця)|представни(?:к|ця)|експертка?|адвокатка?|лікарка?|учителька?|вчителька?|прокурорка?|суддя|командир(?:ка)?|волонтерка?|журналіст(?:ка)?|министр|начальник|директор|руководитель|посол|секретарь|тренер|заместитель|представитель(?:ница)?|эксперт|адвокат|врач|учитель(?:ница)?|прокурор|судья|командир|журналист(?:ка)?|спикер|сенатор|полковник|генерал|предприниматель|житель(?:ница)?)$/iu;

// A German trade by its ending; whose somebody is, in Russian and Ukrainian; a patronymic, behind which the order is another.
const germanTrade =
  /^\p{Lu}[\p{L}-]{3,}(?:er|erin|[^aeiou]in|ist|ant|ent|[et]or|eur|är|wart|wirt|mann|frau|leiter|rat|chef|chefin)$/u;
const owner = /^\p{Lu}[а-яёіїєґ]{2,}(?:[аяи]|ой|ого|ей|ої|ію)$/u;
const patronymic = /(?:вич|вна|ична|івна)$/u;

/** ‘Kämmerin Sabine Thoma’, ‘адвокат Лапшина Тимур Ахметов’: the name begins at a given name behind what is none. */
function standsBeforeName(word: string, name: readonly string[], before: string | undefined): boolean {
  if (isGiven(name[0]) && !isGiven(word)) {
    // ‘Скульптор Анна Ригас’ at the start of a sentence, ‘лікарка поліклініки в Луцьку Анна Рігас’
    if (before === undefined && /^[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) return true;
    if (/^(?:в|у|во|на|при|στην?|στον?|στο)$/u.test(before ?? '')) return true;
  }
  if (!isGiven(name[0]) || isGiven(word) || patronymic.test(name.at(-1) ?? '')) return false;
  return germanTrade.test(word) || owner.test(word);
}

/** The last words in a row that are written as a name, titles before them left out. */
function lastNameRun(words: readonly string[]): { from: number; to: number } {
  const to = words.length;
  let from = to;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const isName =
      (/^\p{Lu}/u.test(word) && !/^[LD]['’]\p{Ll}/u.test(word)) || /^(?:al|el)-\p{Lu}/u.test(word);
    const joins =
      particles.has(word.toLowerCase()) && from < to && from > 1 && /^\p{Lu}/u.test(words[from - 2] ?? '');
    if (!isName && !joins) break;
    if ((titles.has(word.toLowerCase()) || germanPost.test(word)) && from < to) break;
    if (to - from >= 2 && /^\p{Lu}{2,4}$/u.test(word)) break; // ‘Browns DL Sheldon Rigas’, ‘NASA Petros Galanis’
    if (
      to - from >= 2 &&
      (trade.test(word) || standsBeforeName(word, words.slice(from, to), words[from - 2]))
    )
      break;
    from -= 1;
  }
  while (from < to && /^(?:The|A|An|But|And|In|On|At|For|When|As|If|Ο|Η|Οι)$/u.test(words[from] ?? ''))
    from += 1;
  return { from, to };
}

/** A not that came or went on the way. Asks only where the other side says no in no way at all. */
import { type NegationWords, negationWords } from './negation-words.ts';
import {
  type Pair,
  type PairCheck,
  type PairFinding,
  perLanguage,
  type Span,
  unspaced,
} from './translation.ts';

export const negationCheck: PairCheck = {
  name: 'translation-negation',
  says: 'The translation denies what the original says, or the other way about.',
  knows: (from, to) => from in negationWords && to in negationWords,
  find: findNegation,
};

/** Languages whose ways of saying no are too many for the list: there a lost not is not asked after. */
const OPEN_ENDED = new Set(['hi', 'ja', 'zh']);

function findNegation({ source, target, from, to }: Pair): PairFinding[] {
  const original = readNegation(source, from);
  const translated = readNegation(target, to);
  if (!original || !translated) return [];
  const [added] = translated.nots;
  if (added && translated.nots.length > original.nots.length + original.near) {
    return [finding('The translation says no where the original does not.', { target: added })];
  }
  const [lost] = OPEN_ENDED.has(from) ? [] : original.nots;
  if (lost && translated.nots.length === 0 && translated.near === 0) {
    return [
      finding(`“${source.slice(lost.start, lost.end)}” of the original is not in the translation.`, {
        source: lost,
      }),
    ];
  }
  return [];
}

function finding(message: string, at: { target?: Span; source?: Span }): PairFinding {
  return { check: negationCheck.name, severity: 'major', message, ...at };
}

interface Negation {
  /** Where the text says no. */
  nots: Span[];
  /** How often it says something that may be a no. */
  near: number;
}

function readNegation(text: string, language: string): Negation | null {
  const words = negationWords[language];
  if (!words) return null;
  const found = unspaced.has(language) ? signsIn(text, words) : wordsIn(text, words);
  const nots = found.nots.filter((span) => !idle(text, span, language));
  return {
    nots: oncePerClause(text, nots, language),
    near: found.near + found.nots.length - nots.length,
  };
}

/** Where one no is said twice, its own word and a 'nobody' or 'never' beside it: the words that only go along with it. */
const GO_ALONG: Readonly<Record<string, { no: RegExp; along: RegExp }>> = {
  fr: { no: /^(?:ne|n['’])$/i, along: /^(?:pas|jamais|rien|personne|aucun|aucune|nul|nulle|guère)$/i },
  el: {
    no: /^(?:δεν|δε|μην|μη)$/i,
    along: /^(?:κανείς|κανένας|καμία|καμιά|κανένα|τίποτα|τίποτε|ποτέ|πουθενά|ούτε)$/i,
  },
  ru: { no: /^(?:не|нет|нельзя)$/i, along: /^ни/i },
  uk: { no: /^(?:не|немає|нема)$/i, along: /^(?:ні|ані|жод)/i },
  es: { no: /^no$/i, along: /^(?:nunca|jamás|nadie|nada|ning[uú]n\p{L}*|tampoco|ni)$/iu },
  it: { no: /^non$/i, along: /^(?:né|ness\p{L}*|nulla|niente|mai|neanche|nemmeno|neppure)$/iu },
  pl: { no: /^(?:nie|nie ma)$/i, along: /^(?:nik\p{L}+|nic\p{L}*|nigdy|nigdzie|żad\p{L}+|ani)$/iu },
  cs: {
    no: /^(?:ne|není|nejsou|neb\p{L}+|nem\p{L}+|nelze)$/iu,
    along: /^(?:nik\p{L}+|nic\p{L}*|žád\p{L}+|ani)$/iu,
  },
};

function oncePerClause(text: string, nots: Span[], language: string): Span[] {
  const rule = GO_ALONG[language];
  const word = ({ start, end }: Span) => text.slice(start, end);
  if (!rule || !nots.some((span) => rule.no.test(word(span)))) return nots;
  return nots.filter((span) => !rule.along.test(word(span)));
}

function signsIn(text: string, words: NegationWords): Negation {
  const places = (list: string) =>
    list.split(' ').flatMap((word) =>
      [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({
        start: index,
        end: index + word.length,
      })),
    );
  return { nots: places(words.not), near: places(words.near).length };
}

function wordsIn(text: string, words: NegationWords): Negation {
  const [not, near] = [listed(words.not), listed(words.near)];
  const found: Negation = { nots: [], near: 0 };
  for (const word of text.matchAll(/[\p{L}\p{M}]+(?:['’](?:t\b|s\b)?)?/gu)) {
    const span = { start: word.index, end: word.index + word[0].length };
    if (not.has(word[0])) found.nots.push(span);
    else if (near.has(word[0])) found.near += 1;
  }
  return found;
}

class Words {
  readonly #exact = new Set<string>();
  readonly #starts: string[] = [];
  readonly #ends: string[] = [];
  readonly #never: string[] = [];

  constructor(words: string) {
    for (const word of words.split(' ')) {
      if (word.startsWith('-')) this.#never.push(word.slice(1));
      else if (word.endsWith('*')) this.#starts.push(word.slice(0, -1));
      else if (word.startsWith('*')) this.#ends.push(word.slice(1));
      else this.#exact.add(word);
    }
  }

  has(as: string): boolean {
    const word = as.toLowerCase();
    if (this.#exact.has(word)) return true;
    if (/n['’]t$/.test(word) && this.#exact.has("n't")) return true;
    if (
      this.#starts.some(
        (start) => word.startsWith(start) && word.length >= start.length + (start.length < 3 ? 3 : 0),
      )
    )
      return true;
    return this.#ends.some((end) => word.endsWith(end) && word.length > end.length + 2);
  }
}

const listed = perLanguage((words) => new Words(words));

/** 'not only … but also', 'no fewer than', 'no. 5', 'without a doubt': a no that denies nothing. */
function idle(text: string, { start, end }: Span, language: string): boolean {
  if (
    language === 'fr' &&
    /^(?:personne|rien|plus|pas)$/i.test(text.slice(start, end)) &&
    !/\bn(?:e\b|['’])/iu.test(text)
  )
    return true;
  const after = text.slice(end, end + 24).toLowerCase();
  const before = text.slice(Math.max(0, start - 16), start).toLowerCase();
  const pattern = IDLE_AFTER[language];
  return (pattern?.test(after) ?? false) || (IDLE_BEFORE[language]?.test(before) ?? false);
}

const IDLE_AFTER: Readonly<Record<string, RegExp>> = {
  en: /^(?: only| just| merely| least| until| to mention| fewer| less| more| longer| later| sooner| matter| doubt| alone| far| unlike| least|\. ?\d| one of| other)/,
  es: /^(?: s[oó]lo| obstante| más| menos| hasta| embargo| bien| lugar| duda)/,
  fr: /^(?: seulement| que| plus| moins| doute| cesse| même|[^.]{0,16} que\b)/,
  de: /^(?: nur| zuletzt| weniger| mehr| lange| einmal| allein| dass)/,
  it: /^(?: solo| soltanto| appena| più| meno| dubbio| per niente| ancora| altro)/,
  ru: /^(?: только| менее| более| сколько| раз| позднее| позже| считая| менее| столько| просто| один)/,
  uk: /^(?: тільки| лише| менше| більше| раз| пізніше| просто| один)/,
  el: /^(?: μόνο| λιγότερ| περισσότερ| απλώς| μόνον)/,
  pl: /^(?: tylko| mniej| więcej| później| raz| jedynie| licząc| lada)/,
  cs: /^(?: jen| pouze| méně| více)/,
  ar: /^(?: فقط| سيما| يزال| تزال| يقل| زال)/,
};

const IDLE_BEFORE: Readonly<Record<string, RegExp>> = {
  en: /(?:why|whether or|if|or) $/,
  fr: /(?:à moins que |avant que |craindre que |que [\p{L}]+ )$/u,
  ru: /(?:что бы ни |пока |едва ли |чуть ли |как бы )$/,
  pl: /(?:póki |dopóki |o mało |czyż )$/,
};

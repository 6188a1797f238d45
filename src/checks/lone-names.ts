/** Names of a copy parted into those given in full and those that stand alone, openers of sentences and titles left off. */

import { dateNames } from './month-names.ts';
import type { Name } from './names.ts';
import type { TextReading } from './reading.ts';
import { speechWords } from './speech-words.ts';
import type { Word } from './words.ts';

/** Words that open a sentence with a capital and are no part of the name behind them. */
const openers = new Set(
  (
    'the a an and but for nor yet so as at by in on of to with from after before when while where if although though since because once only even both like unlike under over until during about against among between per says said asked meanwhile however still then now later earlier today yesterday here there that this these those it he she they we his her their our its no not ' +
    'el la los más tarde hoy mañana solo sólo incluso salvo durante entre contra allí aquí fuentes las un una y pero según para por con sin desde hasta cuando como tras ante aunque mientras ayer hoy luego además también así entonces su sus ' +
    'le les des du un une et mais selon pour par avec sans depuis quand comme après avant chez si puis alors hier son sa ses ce cet cette aujourd’hui demain seul même durant entre contre là ici plus tard ' +
    'der die das den dem des ein eine einem einen einer und aber auch nach vor mit von für bei seit als wenn wie doch so nun dann laut gegen ohne unter über dass weil während zudem dagegen dabei schon später heute gestern morgen früher nur ihr sein seine ihre diese dieser dieses diesem diesen jede jeder jedes alle viele beide mehrere einige keine kein unsere manche ' +
    'il lo gli i uno e ma secondo per con senza da quando come dopo prima anche se poi ieri oggi però così mentre più tardi solo persino durante tra fra contro domani lì qui intanto nel nella dal dalla al alla suo sua ' +
    'ο η το οι τα του της των τον την τους τις και αλλά όμως ενώ αν όταν με για από προς κατά στον στην στο στους μετά πριν όπως έτσι τότε αργότερα νωρίτερα τώρα αύριο μόνο ακόμη εκεί εδώ χθες σήμερα ' +
    'и а но в во на с со по за к от из для о об у при как что когда если после до перед также тогда потом затем сам сама его её их позже ранее теперь сейчас сегодня завтра вчера вечером утром ночью лично лишь только именно даже ведь там здесь вместо кроме против между однако ' +
    'і й та але у в на з із зі за до від для про при як що коли якщо після перед також тоді потім сам сама його її їх пізніше раніше тепер зараз сьогодні завтра вчора ввечері вранці навіть лише тільки саме там тут замість крім проти між однак проте'
  ).split(' '),
);

/** Titles that stand before a surname alone. */
const titles =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Mme|Mlle|Herrn?|Frau|Sr|Sra|Don|Doña|Sig|President|Vice|Minister|Mayor|Senator|Sen|Rep|Gov|Governor|Judge|Justice|Captain|Capt|Sgt|Sergeant|Lt|Colonel|Col|General|Gen|Professor|Prof|Bishop|Rev|Father|Sister|Chief|Inspector|Präsident|Präsidentin|Minister(?:in|präsident|präsidentin)?|Kanzler(?:in)?|Richter(?:in)?|Bürgermeister(?:in)?|Professorin|Kommissar(?:in)?|Ministre|Monsieur|Madame|Maître|Ministro|Ministra|Presidente|Presidenta|Señora?|Signora?|Президент|Министр|Міністр|Пан|Пані|Господин|Госпожа|Πρόεδρος|Υπουργός|Κύριος|Κυρία|Δήμαρχος)$/u;

export interface NameWithin {
  words: Word[];
  /** Whether its last word may stand alone: only the head of a sentence, a noun or a small word joins it to the first. */
  isLoose: boolean;
}

/** What of a run of capitals is the name. */
export function nameWithin({ words, leads }: Name, { text, language }: TextReading): NameWithin {
  let at = 0;
  const { weekdays } = dateNames(language) ?? { weekdays: new Map<string, number>() };
  const isOpener = (word: Word | undefined) =>
    word !== undefined &&
    (openers.has(word.text.toLowerCase()) || word.text.length < 2 || weekdays.has(word.text.toLowerCase()));
  while (at < words.length - 1 && isOpener(words[at])) at += 1;
  const noun = words[at];
  const isNoun = language === 'de' && noun !== undefined && (at > 0 || isGermanNoun(text, noun));
  while (at < words.length - 1 && titles.test(words[at]?.text ?? '')) at += 1;
  const kept = words.slice(at);
  const isAfterSmall = isLower(kept.at(-2)?.text ?? '') && !isLower(kept.at(-1)?.text ?? '');
  const isPair = kept.length === 2 && ((leads && at === 0 && language !== 'en') || isNoun);
  return { words: kept, isLoose: isPair || isAfterSmall };
}

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

const nounsBefore =
  /(?:^|\s)(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein\p{L}*|ihr\p{L}{0,2}|sein\p{L}{0,2}|unser\p{L}{0,2}|dies\p{L}{1,2}|jed\p{L}{1,2}|alle\p{L}?|viele\p{L}?|mehr|zum|zur|im|am|vom|beim|ins|\p{Ll}{3,}(?:e|en|er|es|em))\s$/u;

/** A German noun has a capital too; an article or an adjective before it gives it away. */
export function isGermanNoun(text: string, { start }: Word): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return nounsBefore.test(before) && !saysSo.has(/(\p{Ll}+)\s$/u.exec(before)?.[1] ?? '');
}

/** ‘…“, sagte Brinkhaus’: a verb that ends as adjectives do. */
const saysSo = new Set((speechWords.de?.said ?? '').split(' '));

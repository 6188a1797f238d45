/** A quotation that stands alone, and whose speaker only the sentence behind it names: «…». Так описал ночь Павел Ригас. */
import type { QuoteMarks } from '../../checks/quote-marks.ts';
import type { Span } from '../../kit/paragraphs.ts';
import type { RawStatement } from './found.ts';
import { personIn } from './person-in.ts';

const SENTENCE = 160; // characters of the sentence behind it in which the name stands
const SURE = 0.8;

/** How such a sentence begins, its verb with it; behind that the name stands. */
const leads: Record<string, RegExp> = {
  en: /^(?:(?:That|This|It)(?:['’]s|\sis|\swas)\show\s(?=[^.]*\s(?:describ|put|recall|remember|sum|explain|recount|told|tells|saw|sees))|(?:The|Those|These)\s(?:words|were\sthe\swords|are\sthe\swords)\s(?:(?:are|were)\sthose\s)?(?:of|belong\sto|came\sfrom|come\sfrom)\s|(?:So|Thus)\s(?:said|says|spoke|speaks)\s)/u,
  el: /^(?:(?:Έτσι|Με\sαυτά\sτα\sλόγια|Με\sαυτόν\sτον\sτρόπο|Αυτά|Αυτό)\s(?:περι|θυμ|εξηγ|διηγ|αφηγ|λέει|είπε|σχολ|συνοψ|μας\sλ)\p{L}*|Τα\sλόγια\s(?:αυτά\s)?(?:είναι|ανήκουν))/u,
  es: /^(?:(?:Así|De\seste\smodo|Con\sestas\spalabras)\s(?:lo\s|la\s)?(?:describ|recuerd|record|resum|cuent|cont|explic|relat|defin)\p{L}*|(?:Son|Eran)\s(?:las\s)?palabras\sde|Lo\s(?:cuenta|dice|explica|relata|afirma|asegura|recuerda|contó|dijo)|(?:Quien|El\sque|La\sque)\s(?:lo\s)?(?:cuenta|dice|habla|recuerda|explica)\p{L}*(?:\sasí)?\ses)/u,
  de: /^(?:(?:So|Mit\sdiesen\sWorten)\s(?:be?schr|erinner|fass|erklär|erzähl|schilder|kommentier|formulier|umschr)\p{L}*|Das\s(?:sagt|sagte|erzählt|erzählte|berichtet|erklärt|erklärte)|Die\sWorte\s(?:sind\svon|stammen\svon)|(?:Es\ssind|Das\ssind)\s(?:die\s)?Worte\svon)/u,
  fr: /^(?:(?:C['’]est\sainsi\sque|Voilà\scomment|Ainsi|C['’]est\sen\sces\stermes\sque)\s(?=[^.]*(?:décri|racont|résum|souvien|expliqu|relat|témoign|parl))|Ces\smots\ssont\s(?:de\s|d['’])|(?:Celui|Celle)\squi\s(?:parle|raconte|témoigne)\p{L}*,?\s(?:ainsi,?\s)?c['’]est)/u,
  ru: /^(?:(?:Так|Такими\sсловами|С\sтакими\sсловами)\s(?:опис|вспомин|рассказ|объясн|прокоммент|охарактер)\p{L}*|(?:Об\sэтом|Это)\s(?:говор|сказал|рассказ|вспомин|заяв|сообщ)\p{L}*|Это\sслова|Эти\sслова\sпринадлежат)/u,
  uk: /^(?:(?:Так|Такими\sсловами|З\sтакими\sсловами)\s(?:опис|згад|розпов|поясн|прокоммент|прокомент|охарактер)\p{L}*|(?:Про\sце|Це)\s(?:каже|говор|сказа|розпов|згад|заяв|повідом)\p{L}*|Це\sслова|Ці\sслова\sналежать)/u,
  ar: /^(?:(?:هكذا|بهذه\sالكلمات|بهذه\sالعبارات)\s(?:وصفت?|يصف|تصف|روت|روى|يروي|تروي|لخصت?|يلخص|تلخص|شرحت?)|هذه\sكلمات|هذا\sما\s(?:قاله|قالته|يقوله|تقوله|روته|رواه))/u,
  it: /^(?:(?:Così|Con\squeste\sparole)\s(?=[^.]*\s(?:descri|ricord|riassum|raccont|spieg|comment))|(?:Sono|Queste)\s(?:le\s)?parole\s(?:di|del|della)|A\s(?:dirlo|raccontarlo|parlare|spiegarlo|ricordarlo|riferirlo|sostenerlo)\s(?:è|sono|era)|Lo\s(?:dice|racconta|spiega|ricorda|ha\sdetto|ha\sraccontato))/u,
};

/** The statements with what such sentences say; those that the rules have read into these sentences are left out. */
export function withNamedBehind(
  text: string,
  language: string,
  { pairs }: QuoteMarks,
  statements: RawStatement[],
): RawStatement[] {
  const lead = leads[language.slice(0, 2).toLowerCase()];
  if (!lead) return statements;
  let all = statements;
  for (const { level, open, openEnd, close, closeEnd } of pairs) {
    if (level !== 1 || !standsAlone(text, open)) continue;
    const behind = behindIt(text, language, lead, closeEnd);
    if (behind) all = [...without(all, { start: openEnd, end: close }, behind), said(openEnd, close, behind)];
  }
  return all;
}

interface NamingSentence extends Span {
  cue: Span;
  source: Span;
}

/** Whether nothing but the end of a sentence stands before an opening mark. */
function standsAlone(text: string, open: number): boolean {
  return /(?:^|\n|[.!?…»”“"]\s)\s*$/u.test(text.slice(Math.max(0, open - 4), open));
}

function behindIt(text: string, language: string, lead: RegExp, end: number): NamingSentence | null {
  const gap = /^[.!?…]*[ \t\u00a0\u202f]+/u.exec(text.slice(end, end + 6))?.[0].length ?? -1;
  if (gap < 0) return null;
  const start = end + gap;
  const sentence = /^[^\n]*?(?=[.!?](?:\s|$)|\n|$)/u.exec(text.slice(start, start + SENTENCE))?.[0] ?? '';
  const found = lead.exec(sentence)?.[0];
  if (found === undefined) return null;
  const until = start + sentence.length;
  const source = personIn(text, { start: start + found.length, end: until }, language);
  return source && { start, end: until, cue: { start, end: start + found.trimEnd().length }, source };
}

function without(all: RawStatement[], quote: Span, behind: NamingSentence): RawStatement[] {
  const isIn = (span: Span | undefined, place: Span) =>
    span !== undefined && span.start >= place.start - 2 && span.end <= place.end + 2;
  return all.filter(
    ({ cue, content }) =>
      !(cue !== null && isIn(cue, behind)) &&
      !(cue === null && isIn(content[0], quote) && content.length === 1),
  );
}

function said(start: number, end: number, { cue, source }: NamingSentence): RawStatement {
  return { content: [{ start, end }], cue, source, confidence: SURE, quoted: true, form: 'direct' };
}

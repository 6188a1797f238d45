/**
 * Someone who speaks under a post and a surname, and whose full name the story never gives: Inspector Clancy, el concejal
 * Iturbe. Heads of state and ministers are known by a surname; of other posts news gives the whole name once.
 */

import { eachOnce } from '../kit/once.ts';
import type { Span } from '../kit/paragraphs.ts';
import { byLanguage } from '../language/languages.ts';
import type { Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { Reading, TextReading } from './reading.ts';
import { speechWords } from './speech-words.ts';

const before = byLanguage('speakerPosts');

/** What a surname ends in where a place in the genitive may follow the post too: мэр Москвы, δήμαρχος Λάρισας. */
const endings = byLanguage('surnameEndings');

/** Known by one name everywhere, and words that stand behind a post and are none. */
const known =
  /^(?:Trump|Obama|Biden|Bush|Clinton|Harris|Putin|Zelensk\p{L}+|Selensk\p{L}+|Macron|Merkel|Scholz|Merz|Netanyahu|Erdo[gğ]an|Modi|Xi|Starmer|Johnson|Meloni|Sánchez|Sanders|Musk|King|General|Generale|Nacional|Municipal|Regional|Ejecutiv[oa]|Principal|Popular|Socialista|Speaker|Chair(?:man|woman)?|Secretary|Justice|President|Attorney|Путин|Зеленск\p{L}+|Трамп|Байден|Святейший|Президент)$/u;

const patterns = eachOnce(
  before,
  (posts) =>
    new RegExp(
      `(?<![\\p{L}\\p{M}’'.-])(?:${posts}) (\\p{Lu}[\\p{L}’'-]*\\p{Ll}[\\p{L}-]*)(?![\\p{L}’'-]| (?:\\p{Lu}|(?:de|del|von|van|di|da)(?!\\p{L})))`,
      'gu',
    ),
);
const more = byLanguage('furtherSaid');

/** Each such person at first mention, one finding a surname. */
export function surnameOnly(reading: Reading): Finding[] {
  const { body, headline, dek, language } = reading;
  const pattern = patterns[language];
  if (!pattern || body.isRollingLog || body.sentences.length < 2) return []; // a lone sentence is no whole story
  const above = `${headline.text} ${dek.text}`;
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const match of body.matches(pattern)) {
    const [whole, surname = ''] = match;
    const stem = stemOf(surname);
    if (seen.has(stem)) continue;
    seen.add(stem);
    if (!isSurname(surname, language) || above.includes(stem) || body.isQuoted(match.index)) continue;
    if (!speaksIn(body, match.index, language) || isNamedInFull(body, surname, stem)) continue;
    const span = { start: match.index, end: match.index + whole.length };
    const because = reason('neverNamedInFull', { name: surname });
    findings.push(body.finding(span, { check: 'no-full-name', severity: 'minor', because }));
  }
  return [...findings, ...loneSpeakers(reading, findings)];
}

/** What only surnames end in, in the alphabets of the house. */
const surnameEnding =
  /(?:akis|opoulos|oulos|iadis|idis|ellis|enko|[eo]vich|[eo]vi[cć]|[eo]v|escu|sson|dóttir|etti|elli|ucci|shvili|adze|o[gğ]lu|άκης|όπουλος|ίδης|άδης|ούδης|ώτης|акис|акіс|енко|ов|ев|ёв|ский|цкий|ський|цький|швили|швілі|дзе|чук)$/u;
/** Places and peoples that end so too, and whom one name is enough for. */
const noSurname =
  /^(?:Kiev|Kharkov|Rostov|Pskov|Tambov|Saratov|Azov|Lvov|Gov|Киев|Харьков|Ростов|Псков|Тамбов|Саратов|Азов|Львов|.*(?:ярский|польский|русский|инский|овский)|Верховный)$/u;
const LONE = 5; // letters of a surname that is told by its ending
const BESIDE = 24; // units in which its verb stands

/** A surname all by itself with a verb of speech at its side, in a story that never says whose. */
function loneSpeakers({ body, headline, dek, language }: Reading, told: Finding[]): Finding[] {
  const said = saidBy(language);
  const above = `${headline.text} ${dek.text}`;
  const seen = new Set(told.map(({ text }) => stemOf(text.split(' ').at(-1) ?? '')));
  return body.names.flatMap(({ words }): Finding[] => {
    const only = words.at(-1);
    const isAlone = words.length === 1 || (words.length === 2 && (words[0]?.text.length ?? 0) < 4);
    if (!only || !isAlone || only.text.length < LONE || !isSurnameAlone(only.text)) return [];
    const stem = stemOf(only.text);
    if (seen.has(stem) || above.includes(stem) || body.isQuoted(only.start)) return [];
    seen.add(stem);
    if (!speaksBeside(body, only, said) || isNamedInFull(body, only.text, stem)) return [];
    const because = reason('neverNamedInFull', { name: only.text });
    return [body.finding(only, { check: 'no-full-name', severity: 'minor', because })];
  });
}

function isSurnameAlone(word: string): boolean {
  return surnameEnding.test(word) && !noSurname.test(word) && !known.test(word);
}

function speaksBeside(body: TextReading, { start, end }: Span, said: Set<string>): boolean {
  const after = /^ (?:ha |a |avait |hat )?(\p{Ll}+)/u.exec(body.text.slice(end, end + BESIDE))?.[1] ?? '';
  const before =
    /(\p{Ll}+) (?:ο |η )?$/u.exec(body.text.slice(Math.max(0, start - BESIDE), start))?.[1] ?? '';
  return said.has(after) || said.has(before);
}

function stemOf(surname: string): string {
  return surname.slice(0, Math.max(STEM, surname.length - 2));
}

function saidBy(language: string): Set<string> {
  return new Set(`${speechWords[language]?.said ?? ''} ${more[language] ?? ''}`.trim().split(/ +/u));
}

const STEM = 4; // letters of a surname that every case of it keeps

function isSurname(word: string, language: string): boolean {
  return word.length >= STEM && !known.test(word) && (endings[language]?.test(word) ?? true);
}

function speaksIn(body: TextReading, at: number, language: string): boolean {
  const sentence = body.sentences.find(({ start, end }) => start <= at && at < end);
  if (!sentence) return false;
  const said = saidBy(language);
  return (body.slice(sentence).match(/[\p{L}\p{M}-]+/gu) ?? []).some((word) => said.has(word.toLowerCase()));
}

/** Somewhere with a name before it, in whatever case of grammar; or alone, as everyone knows it. */
function isNamedInFull(body: TextReading, surname: string, stem: string): boolean {
  const full = new RegExp(
    `\\p{Lu}[\\p{L}’'-]*\\.?[ -](?:\\p{Lu}\\.? ?|(?:de|del|von|van|di|da) )*${stem}`,
    'gu',
  );
  for (const { 0: text } of body.text.matchAll(full)) {
    const first = text.split(/[ -]/u)[0] ?? '';
    if (!isPost(first, body.language)) return true;
  }
  return surname === '';
}

function isPost(word: string, language: string): boolean {
  const posts = (before[language] ?? '').replace('[Οο] ', '');
  return new RegExp(`^(?:${posts}|[Тт]he|President|Chief|Ο|Η)$`, 'u').test(word);
}

/** Which words are English: the vocabulary of a tagger's model. */
import { once } from '../../kit/once.ts';
import { englishModel } from '../english-model.ts';

/** Those of the words that are no English, in any of its usual forms. Words are lower case letters. */
export function notEnglish(words: string[]): Set<string> {
  const asked = [...new Set(words)].filter((word) => word.length < 40);
  const forms = new Map(asked.map((word) => [word, [word, ...rootsOf(word)]]));
  const halves = asked.flatMap((word) => halvesOf(word).flat());
  const known = knownAmong([...new Set([...[...forms.values()].flat(), ...halves])]);
  const isKnown = (word: string) =>
    (forms.get(word) ?? []).some((form) => known.has(form)) || NEWER.has(word);
  const isCompound = (word: string) =>
    halvesOf(word).some(([first, second]) => known.has(first) && known.has(second) && !ADVERB.test(second));
  return new Set(asked.filter((word) => !isKnown(word) && !isCompound(word)));
}

/** Whether one of the words stands in the vocabulary as it is, put together of nothing. */
export function anyEnglish(words: string[]): boolean {
  return knownAmong(words).size > 0;
}

const MOST_KEPT = 50_000; // words looked up before, so that a page of sentences is not read word by word again

/** Words looked up before: a fact of the vocabulary, kept for the process like the vocabulary itself. */
const lookedUp = once(() => new Map<string, boolean>());

function knownAmong(words: string[]): Set<string> {
  const kept = lookedUp();
  if (kept.size > MOST_KEPT) kept.clear();
  const fresh = words.filter((word) => !kept.has(word));
  if (fresh.length > 0) {
    const model = englishModel();
    const tokens = model.readDoc(fresh.join(' ')).tokens();
    const ids = tokens.out(model.its.uniqueId);
    const known = new Set(
      tokens
        .out(model.its.value)
        .map(String)
        .filter((_value, index) => Number(ids[index]) < model.forms),
    );
    for (const word of fresh) kept.set(word, known.has(word));
  }
  return new Set(words.filter((word) => kept.get(word)));
}

/** How French, Spanish and Italian make an adverb; no half of an English compound. */
const ADVERB = /^mente?$/;

const HALF = 4; // letters of either half of a compound: 'goalscorer', 'storytelling'

function halvesOf(word: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = HALF; at <= word.length - HALF; at += 1) pairs.push([word.slice(0, at), word.slice(at)]);
  return pairs;
}

/** What the vocabulary lacks: what it reads as two words, what is newer than it, and money. */
const NEWER = new Set(
  (
    'reais leva levas forint forints zloty zlotys kronor kroner lira liras hryvnias shekel shekels emoji emojis infill pharaoh pharaohs dpa cannot onboard everything ceasefire ceasefires tiebreak tiebreaks gonna wanna gotta coronavirus covid lockdown lockdowns yuan renminbi rouble roubles hryvnia rupee ' +
    'rupees dirham dinar ruble rubles selfie selfies hashtag livestream podcast podcasts blogger bloggers crypto ' +
    'cryptocurrency bitcoin biometric drone drones smartphone smartphones wifi vaccinate vaccinated unvaccinated cassation ' +
    'geopolitical onsite offsite protestor protestors denuclearization gigawatt gigawatts megawatt borealis corniche secretariat secretariats oblast rada bundestag bundesrat bundeswehr bundesliga bundesbank landtag reichstag autobahn wehrmacht luftwaffe islam sharia hijab burqa jihadist jihadists imam ayatollah'
  ).split(' '),
);

const PREFIXES =
  /^(?:un|re|de|non|pre|anti|over|under|out|mis|dis|inter|multi|micro|mega|super|sub|semi|co|ultra|counter|cyber|bio|eco|geo|neuro|post|trans|hyper|e)(?=\p{L}{4})/u;
const COMPOUND_ENDS =
  /(?:like|wide|based|free|time|work|man|men|woman|women|person|people|side|line|house|land|ship|board|book|way|day|night|field|yard|mate|goer|goers|maker|makers|making|holder|holders)$/u;

/** The word without the endings and beginnings that any English word may take. British spellings count as their other form. */
function rootsOf(word: string): string[] {
  const roots = new Set<string>();
  const endings: [RegExp, string[]][] = [
    [/ies$/, ['y']],
    [/(?:es|ed|er|ers|est|ing|ings)$/, ['', 'e']],
    [/s$/, ['']],
    [/(?:ly|ness|less|ful|ish|hood|ship|ism|ist|ists|able|ity|ize|ized|izing)$/, ['', 'e', 'y']],
    [/ise([ds]?)$/, ['ize$1']],
    [/ising$/, ['izing']],
    [/isation(s?)$/, ['ization$1']],
    [/our/, ['or']],
    [/tre(s?)$/, ['ter$1']],
    [/ogue/, ['og']],
    [/ll/, ['l']],
    [/(?:ae|oe)/, ['e']],
    [/ce$/, ['se']],
    [/mm(?:e|es)$/, ['m']],
  ];
  for (const [ending, others] of endings) {
    if (ending.test(word)) for (const other of others) roots.add(word.replace(ending, other));
  }
  const doubled = /^(.+?)([bdgklmnprt])\2(?:ed|ing|er|ers)$/.exec(word);
  if (doubled) roots.add(`${doubled[1]}${doubled[2]}`);
  if (PREFIXES.test(word)) roots.add(word.replace(PREFIXES, ''));
  if (COMPOUND_ENDS.test(word)) roots.add(word.replace(COMPOUND_ENDS, ''));
  return [...roots].filter((root) => root.length > 2);
}

/** The checks between original and translation, as rows of `npm run bench -- checks`. */
import { checkPair } from '../src/checks/bilingual/check-translation.ts';
import { readShutPairs } from '../tests/support/shut-pairs.ts';
import { type BilingualFigures, measureBilingual } from './checks-bilingual.ts';
import { type Result, resultOf, say } from './result.ts';

const ALLOWED = 5; // % of clean pairs
const SET_OF_NINE = 29.5; // %, macro, measured before Crier had any check
const POFILTER = 29; // %, Translate Toolkit 3.8.4
/** What each kind should reach, in %: issue and facts name them. */
const goals: Record<string, number> = { numbers_replaced: 90, codemix: 90 };
const MISSING_GOAL = 80; // % of the sentences and paragraphs taken out of whole texts

export function measureWithOriginal(): Result[] {
  const figures = measureBilingual();
  if (!figures) throw new Error('This bench needs ../shared/corpora beside the checkout.');
  for (const { kind, detection, byLanguage } of figures.kinds)
    say(`DEMETR with its original, ${kind}: ${detection} % ${JSON.stringify(byLanguage)}`);
  say(`machine translations told of, percent: ${JSON.stringify(figures.falseAlarms.byLanguage)}`);
  say(`in texts of nine sentences, percent: ${JSON.stringify(figures.missing)}`);
  return [...alarms(figures), ...detection(figures)];
}

/** The pairs that no rule is tuned to: what is told of the sound ones, and found of the broken ones whose sound twin is silent. */
export function sayShutPairs(): void {
  const pairs = readShutPairs().map(({ name, from, to, source, sound, broken }) => ({
    name: `${from}-${to} ${name}`,
    told: checkPair({ source, target: sound, from, to }).length > 0,
    found: checkPair({ source, target: broken, from, to }).length > 0,
  }));
  const names = (list: typeof pairs) => list.map(({ name }) => name).join('; ');
  const told = pairs.filter((pair) => pair.told);
  const missed = pairs.filter((pair) => pair.told || !pair.found);
  say(`shut pairs: ${pairs.length}; sound ones told of: ${told.length} (${names(told)})`);
  say(`shut pairs: broken ones found: ${pairs.length - missed.length}; missed: ${names(missed)}`);
}

function alarms({ falseAlarms }: BilingualFigures): Result[] {
  const row = (name: string, value: number) =>
    resultOf({
      ...{ name: `with the original, ${name}`, value, unit: '%', better: 'less' },
      ...{ peer: 'allowed', peerVersion: '', peerValue: ALLOWED },
    });
  return [
    row('machine translations told of', falseAlarms.machine),
    row('human references told of', falseAlarms.human),
  ];
}

function detection({ macro, kinds, missing }: BilingualFigures): Result[] {
  const row = (name: string, value: number, peer: string, peerValue: number) =>
    resultOf({
      ...{ name: `with the original, ${name}`, value, unit: '%', better: 'more' },
      ...{ peer, peerVersion: '', peerValue },
    });
  const named = kinds.flatMap(({ kind, detection: value }) => {
    const goal = Object.entries(goals).find(([word]) => kind.includes(word))?.[1];
    return goal === undefined ? [] : [row(kind, value, 'the goal', goal)];
  });
  return [
    row('macro', macro, 'a set of nine checks', SET_OF_NINE),
    row('macro', macro, 'pofilter', POFILTER),
    ...named,
    row('a missing sentence', missing.sentence, 'the goal', MISSING_GOAL),
    row('a missing paragraph', missing.paragraph, 'the goal', MISSING_GOAL),
  ];
}

/**
 * The checks on copy alone: false alarms on clean copy first, then what they find of the errors planted in DEMETR, then
 * speed. Peers are the figures measured before the first line was written: another nine-check set, and pofilter 3.8.4.
 */
import { checkCopy } from '../src/checks/check-copy.ts';
import { readCopyPieces } from '../tests/support/copy-pieces.ts';
import {
  bare,
  cleanSentences,
  hasCorpora,
  listPerturbed,
  newsStories,
  type Piece,
  wildItems,
} from './checks-copy.ts';
import { sayHouseStyles } from './checks-house-styles.ts';
import { measureWithOriginal, sayShutPairs } from './checks-with-original.ts';
import { medianOf, type Result, resultOf, say } from './result.ts';

const WILD = 900; // items of real feeds
const RUNS = 15; // of one story, for its time
const ALLOWED = 5; // % of stories with a false alarm: one in twenty
const THOUSAND = 1_000; // words of the story that is timed

export async function measureChecks(): Promise<Result[]> {
  if (!hasCorpora()) throw new Error('This bench needs ../shared/corpora beside the checkout.');
  const sets: [string, Piece[]][] = [
    ['DEMETR references', cleanSentences('eng_sent')],
    ['DEMETR translations', cleanSentences('mt_sent')],
    ['PolNeAR dev stories', newsStories()],
    ['our clean set', readCopyPieces().map(({ name, clean }) => ({ name, copy: clean }))],
  ];
  sayShut('copy-shut');
  sayShut('copy-figures-shut');
  sayShutPairs();
  await sayHouseStyles();
  const results = sets.flatMap(([name, pieces]) => alarmsOn(name, pieces));
  sayWild(await wildItems(WILD));
  return [...results, ...detection(), ...ours(), speed(), ...measureWithOriginal()];
}

/** The set that no rule is tuned to: what is told of its clean twins, and found of its broken ones at their place. */
function sayShut(set: 'copy-shut' | 'copy-figures-shut'): void {
  const pieces = readCopyPieces(set);
  const told = pieces.filter(({ clean }) => checkCopy(clean).length > 0);
  const missed = pieces.filter(({ broken, defects }) => {
    const findings = checkCopy(broken);
    return !defects.every(({ start, end }) =>
      findings.some((finding) => finding.start < end + NEAR && finding.end > start - NEAR),
    );
  });
  const names = (list: typeof pieces) => list.map(({ name }) => name).join('; ');
  say(`${set}: ${pieces.length} pieces; clean ones told of: ${told.length} (${names(told)})`);
  say(`${set}: broken ones found: ${pieces.length - missed.length}; missed: ${names(missed)}`);
}

const NEAR = 3; // units beside a place where something was taken away or put in

/** Whatever is told of clean copy counts, also where the copy is not as clean as it is held to be. */
function alarmsOn(name: string, pieces: Piece[]): Result[] {
  const { flagged, found, critical, words, by } = countOn(pieces);
  say(`${name}: ${pieces.length} pieces, ${words} words; ${JSON.stringify(by)}`);
  const peer = { peer: 'allowed', peerVersion: '', better: 'less' } as const;
  return [
    resultOf({
      ...peer,
      name: `${name}: pieces told of`,
      value: (100 * flagged) / pieces.length,
      unit: '%',
      peerValue: ALLOWED,
    }),
    resultOf({
      ...peer,
      name: `${name}: findings`,
      value: (1_000 * found) / words,
      unit: 'per 1,000 words',
      peerValue: 1,
    }),
    resultOf({
      ...peer,
      name: `${name}: critical`,
      value: (1_000 * critical) / pieces.length,
      unit: 'per 1,000 pieces',
      peerValue: 1,
    }),
  ].map((result) => ({ ...result, ratio: Number.isFinite(result.ratio) ? result.ratio : 999 }));
}

function countOn(pieces: Piece[]) {
  const by: Record<string, number> = {};
  let [flagged, found, critical, words] = [0, 0, 0, 0];
  for (const { copy } of pieces) {
    const findings = checkCopy(copy);
    words += copy.bodyText.split(/\s+/u).length;
    found += findings.length;
    flagged += findings.length > 0 ? 1 : 0;
    critical += findings.some(({ severity }) => severity === 'critical') ? 1 : 0;
    for (const { check } of findings) by[check] = (by[check] ?? 0) + 1;
  }
  return { flagged, found, critical, words, by };
}

/** Feeds as they are: blogs, code, furniture. No figure of false alarms, since much of it is wrong; told on the way. */
function sayWild(pieces: Piece[]): void {
  const { flagged, words, by } = countOn(pieces);
  say(
    `wild feeds: ${pieces.length} items, ${words} words, ${((100 * flagged) / pieces.length).toFixed(1)} % told of; ${JSON.stringify(by)}`,
  );
}

/** Detection of the nine-check set with the original beside it, in %, from the facts; the copy alone knows less. */
const nineChecks: Record<string, number> = {
  ...{
    critical_id22_verb_removed: 0,
    critical_id23_noun_removed: 3,
    critical_id24_subj_removed: 2,
    critical_id21_adj_adv_removed: 2,
  },
  ...{
    critical_id20_shuffled: 23,
    minor_id1_repeat2: 98,
    minor_id2_repeat4: 99,
    minor_id30_tokenized: 100,
    minor_id31_full_lower: 100,
  },
  ...{
    minor_id14_word_swap: 1,
    minor_id16_function_word: 2,
    minor_id29_punc_addition: 18,
    critical_id25_ne_removed: 17,
  },
};

function detection(): Result[] {
  const rates = listPerturbed().map(({ kind, items }) => {
    const planted = items.filter(({ pert_check }) => pert_check);
    const hits = planted.filter(({ mt_sent, pert_sent }) => isNewlyTold(mt_sent, pert_sent)).length;
    return { kind, rate: (100 * hits) / planted.length };
  });
  for (const { kind, rate } of rates) say(`DEMETR ${kind}: ${rate.toFixed(1)} %`);
  const macro = rates.reduce((sum, { rate }) => sum + rate, 0) / rates.length;
  const peer = {
    peer: 'nine checks, with the original',
    peerVersion: '',
    better: 'more',
    unit: '%',
  } as const;
  return [
    resultOf({ ...peer, name: 'DEMETR, macro, copy alone', value: macro, peerValue: 29.5 }),
    ...rates
      .filter(({ kind }) => (nineChecks[kind] ?? 0) > 0)
      .map(({ kind, rate }) =>
        resultOf({ ...peer, name: `DEMETR ${kind}`, value: rate, peerValue: nineChecks[kind] ?? 1 }),
      ),
  ];
}

/** Something is told of the broken sentence that was not told of the clean one. */
function isNewlyTold(clean: string, broken: string): boolean {
  const before = new Set(checkCopy(bare(clean, 'en')).map(({ check, text }) => `${check} ${text}`));
  return checkCopy(bare(broken, 'en')).some(({ check, text }) => !before.has(`${check} ${text}`));
}

function ours(): Result[] {
  const pieces = readCopyPieces();
  const found = pieces.filter(({ broken, defects }) =>
    defects.every(({ check }) => checkCopy(broken).some((finding) => finding.check === check)),
  );
  return [
    resultOf({
      name: 'our broken set, found',
      value: (100 * found.length) / pieces.length,
      unit: '%',
      peer: 'all',
      peerVersion: '',
      peerValue: 100,
      better: 'more',
    }),
  ];
}

function speed(): Result {
  const story = newsStories()
    .map(({ copy }) => copy)
    .find(({ bodyText }) => bodyText.split(/\s+/u).length > THOUSAND);
  if (!story) throw new Error('no story is long enough');
  const words = story.bodyText.split(/\s+/u).length;
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    checkCopy({ ...story });
    return performance.now() - began;
  });
  const value = (medianOf(times) * THOUSAND) / words;
  return resultOf({
    name: '1,000 words, all checks',
    value,
    unit: 'ms',
    peer: 'allowed',
    peerVersion: '',
    peerValue: 50,
    better: 'less',
  });
}

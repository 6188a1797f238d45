/**
 * How well the quotation finder does on the attribution corpus beside the checkout: found, speaker right and both, by form,
 * and the overlap of what is said. Half of the documents were looked at while the rules were written (tuning); the other
 * half was only counted (check). Found: half of the words that are said are covered by one statement. Speaker right: half
 * of the speaker's words, or nothing but words of the speaker.
 */
import { findQuotations } from '../src/sourcing/find-quotations.ts';
import {
  countShown,
  emptyScore,
  type Form,
  type Marked,
  ratesOf,
  readPolnear,
  scoreDocument,
} from './polnear.ts';
import { type Result, resultOf, say } from './result.ts';

const SPEED_ROUNDS = 5;
const SHOWN = 0.7; // what the desk is shown is at least as sure

/** What was reached by rules over parts of speech before this one was written: the floor. */
const floor = { direct: 76, mixed: 71, indirect: 37.1, content: 75.9 };

export async function measureQuotations(): Promise<Result[]> {
  const corpus = readPolnear();
  if (!corpus) {
    say('The corpus ../shared/corpora/polnear is not beside this checkout: nothing to measure.');
    return [];
  }
  findQuotations('Warm, he said.');
  return [
    ...resultsOf('check', corpus.check),
    ...resultsOf('tuning', corpus.tuning),
    speedOf([...corpus.check, ...corpus.tuning]),
  ];
}

function resultsOf(half: string, docs: Marked[]): Result[] {
  const score = emptyScore();
  const shown = { direct: { all: 0, right: 0 }, mixed: { all: 0, right: 0 }, indirect: { all: 0, right: 0 } };
  for (const doc of docs) {
    const { statements } = findQuotations(doc.text, { language: 'en' });
    const said = statements.map(({ content, speakerAt, cueAt }) => ({
      content,
      source: speakerAt ? [speakerAt] : [],
      cue: cueAt ? [cueAt] : [],
    }));
    scoreDocument(score, doc, said);
    const sure = statements.flatMap(({ confidence, form }, at) => {
      const one = said[at];
      return confidence >= SHOWN && one ? [{ ...one, form }] : [];
    });
    for (const [form, { all, right }] of Object.entries(countShown(doc, sure)) as [
      Form,
      (typeof shown)[Form],
    ][]) {
      shown[form].all += all;
      shown[form].right += right;
    }
  }
  const peer = {
    peer: 'rules over parts of speech (measured elsewhere)',
    peerVersion: '',
    unit: '%',
    better: 'more' as const,
  };
  const forms: Form[] = ['direct', 'mixed', 'indirect'];
  return [
    ...forms.flatMap((form) => {
      const { gold, found, joint } = score.forms[form];
      say(`${half}, ${form}: ${gold} marked, ${found} found, ${joint} with the right speaker`);
      const { all, right } = shown[form];
      say(
        `${half}, ${form}: ${all} shown at the desk, ${right} of them right (${Math.round((1_000 * right) / all) / 10} %)`,
      );
      const name = `${half}: ${form}, words and speaker right`;
      return [resultOf({ ...peer, name, value: (100 * joint) / gold, peerValue: floor[form] })];
    }),
    resultOf({
      ...peer,
      name: `${half}: words said, F1`,
      value: ratesOf(score.content).f1,
      peerValue: floor.content,
    }),
  ];
}

function speedOf(docs: Marked[]): Result {
  const words = docs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < SPEED_ROUNDS; round += 1) {
    const start = performance.now();
    for (const { text } of docs) findQuotations(text, { language: 'en' });
    best = Math.min(best, performance.now() - start);
  }
  const value = (best / words) * 1_000;
  return resultOf({
    name: '1,000 words',
    value,
    unit: 'ms',
    peer: 'the goal',
    peerVersion: '',
    peerValue: 30,
    better: 'less',
  });
}

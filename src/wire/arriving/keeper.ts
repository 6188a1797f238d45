/**
 * Keeper: sources are waited for together, and what they answered is kept together, a few in one transaction, so that the
 * disk is waited for once for all of them. What was read first waits a moment for the next: they come out of the reading
 * thread one by one. A page that is asked for meanwhile waits for one such transaction.
 */
import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import type { Newsroom } from '../../newsroom.ts';
import { type AnsweredPoll, keepAnswers, type PollOutcome } from './keep-answers.ts';

const ANSWERS = 24; // in one transaction
const ITEMS = 16; // read in them; a feed of more has transactions of its own
const LINGERS = 50; // ms for which the first waits for others; a dozen are read meanwhile
const LOOKS = 5; // ms between two looks whether enough have come

export interface Keeper {
  /** Keeps an answer, with others that wait at the same time. */
  keep(answered: AnsweredPoll): Promise<PollOutcome>;
}

interface Waiting {
  answered: AnsweredPoll;
  settle(polled: PollOutcome): void;
  fail(error: unknown): void;
}

/** `lingers` is for how long (ms) an answer waits for others. */
export function openKeeper(newsroom: Newsroom, lingers = LINGERS): Keeper {
  const waiting: Waiting[] = [];
  let isAtWork = false;
  const work = async (): Promise<void> => {
    isAtWork = true;
    while (waiting.length > 0) {
      for (let waited = 0; waited < lingers && !areEnough(waiting); waited += LOOKS) await pause(LOOKS);
      await keepTogether(newsroom, waiting.splice(0, countTogether(waiting)));
      await setImmediate(); // what has arrived meanwhile is answered
    }
    isAtWork = false;
  };
  return {
    keep: (answered) =>
      new Promise((settle, fail) => {
        waiting.push({ answered, settle, fail });
        if (!isAtWork) void work();
      }),
  };
}

function areEnough(waiting: Waiting[]): boolean {
  return waiting.length >= ANSWERS || waiting.reduce((items, one) => items + itemsOf(one), 0) >= ITEMS;
}

function itemsOf({ answered: { answer } }: Waiting): number {
  return answer.verdict === 'ok' ? (answer.prepared?.items.length ?? 0) : 0;
}

function countTogether(waiting: Waiting[]): number {
  let items = 0;
  for (const [at, one] of waiting.entries()) {
    items += itemsOf(one);
    if (at > 0 && (at === ANSWERS || items > ITEMS)) return at;
  }
  return waiting.length;
}

async function keepTogether(newsroom: Newsroom, batch: Waiting[]): Promise<void> {
  try {
    const polled = await keepAnswers(
      newsroom,
      batch.map(({ answered }) => answered),
    );
    for (const [at, one] of polled.entries()) batch[at]?.settle(one);
  } catch (error) {
    // What one of them brought about must not be the others' loss: each again by itself.
    if (batch.length > 1) for (const one of batch) await keepTogether(newsroom, [one]);
    else for (const { fail } of batch) fail(error);
  }
}

/** Who said it, and how strongly: a denial that became a statement, a claim that became a finding. */

import type { Voice } from '../../language/pair-words.ts';
import { type FindingReason, reason } from '../finding-reason.ts';
import type { Pair, PairCheck, PairDraft, Span } from './translation.ts';
import { voices } from './voice-words.ts';
import { lowerWords, wordList } from './word-list.ts';

export const voiceCheck: PairCheck = {
  name: 'translation-voice',
  says: 'A statement is put more or less strongly than in the original: denied, alleged, admitted, confirmed.',
  knows: (from, to) => from !== to && from in voices && to in voices,
  find: findVoice,
};

type Kind = keyof Voice;

const KINDS: readonly Kind[] = ['denied', 'alleged', 'admitted', 'confirmed'];

/** A kind that one side has and the other has not; asked only where the other side speaks in another marked way, or loses a denial. */
function findVoice({ source, target, from, to }: Pair): PairDraft[] {
  const [there, here] = [voices[from], voices[to]];
  if (!there || !here) return [];
  const was = kindsIn(source, there);
  const is = kindsIn(target, here);
  for (const kind of KINDS) {
    const [before, after] = [was.get(kind), is.get(kind)];
    const others = KINDS.filter((other) => other !== kind);
    if (before && !after && others.some((other) => is.has(other) && !was.has(other)))
      return [
        told(
          reason('saidOtherwise', { kind }),
          before,
          is.get(others.find((other) => is.has(other)) ?? kind),
        ),
      ];
  }
  return [];
}

function told(because: FindingReason, source: Span, target: Span | undefined): PairDraft {
  return { check: voiceCheck.name, severity: 'major', because, source, ...(target ? { target } : {}) };
}

function kindsIn(text: string, voice: Voice): Map<Kind, Span> {
  const found = new Map<Kind, Span>();
  const lists = KINDS.map((kind) => [kind, wordList(voice[kind])] as const);
  for (const { text: word, start, end } of lowerWords(text)) {
    for (const [kind, list] of lists) if (!found.has(kind) && list.has(word)) found.set(kind, { start, end });
  }
  return found;
}

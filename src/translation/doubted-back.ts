/**
 * A sentence of which a rule says that a “not” came or went is translated back, where an engine goes the other way, and compared
 * with its original in one language: two languages deny in ways that no list holds in full.
 */
import { checkPair } from '../checks/bilingual/check-translation.ts';
import { negationCheck } from '../checks/bilingual/negation.ts';
import { primaryOf } from '../checks/bilingual/translation.ts';
import type { Newsroom } from '../newsroom.ts';
import { enginesFor, noteFailure, noteUse } from './engines.ts';
import { engineOf } from './open-engines.ts';
import { keepReading, listPairReadingRows } from './pair-reading-queries.ts';
import { holds } from './pair-readings.ts';
import { ringStoryOf } from './queries.ts';
import { findTranslation } from './read-translation.ts';
import { wayOf } from './translate-pairs.ts';

/** Follows `translation-filled`. Without an engine the other way nothing is done, and the finding stands as it is. */
export async function translateDoubtedBack(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  const translation = await findTranslation(newsroom, editionId);
  const rows = (await listPairReadingRows(newsroom, editionId)).filter(({ way }) => way === 'back');
  const doubted = (translation?.pairs ?? []).filter(
    ({ id, sourceText, targetText, findings }) =>
      findings.some(({ check, settled }) => check === negationCheck.name && settled === null) &&
      !rows.some((row) => row.pair_id === id && holds(row, { source: sourceText, target: targetText })),
  );
  if (doubted.length === 0) return;
  const { from, to, mayLeave } = await wayOf(newsroom, editionId);
  const sentences = doubted.map(({ targetText }) => targetText);
  const characters = sentences.join('').length;
  const [engine] = await enginesFor(newsroom, { from: to, to: from, mayLeave, characters });
  if (!engine) return;
  const around = { before: '', after: '', glossary: [], register: null };
  const answer = await (await engineOf(newsroom, engine.id)).translate({
    sentences,
    from: to,
    to: from,
    ...around,
  });
  if (!answer.ok) return noteFailure(newsroom, engine.id, answer);
  await noteUse(newsroom, engine, answer.characters);
  for (const [at, pair] of doubted.entries()) {
    const text = answer.sentences[at]?.text.trim() ?? '';
    if (text === '') continue;
    const { id: pairId, sourceText: source, targetText: target } = pair;
    const agrees = deniesTheSame(source, text, primaryOf(from));
    const { name: engineName } = engine;
    const { version } = answer;
    await keepReading(newsroom, {
      pairId,
      editionId,
      way: 'back',
      source,
      target,
      answer: { text, agrees },
      engineName,
      version,
    });
  }
  await newsroom.transact((inner) => ringStoryOf(inner, editionId));
}

function deniesTheSame(source: string, back: string, language: string): boolean {
  const found = checkPair({ source, target: back, from: language, to: language });
  return found.every(({ check }) => check !== negationCheck.name);
}

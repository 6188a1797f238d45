/**
 * Translates sentences: what we published before comes first, then what an engine said before, then the engines in order.
 * Each answer is looked at before anyone sees it; a sentence that one engine failed at is given to the next. What none can do
 * stays untranslated, with words for the desk: a draft is never lost.
 */

import { primaryLanguage } from '../kit/language-tag.ts';
import type { Newsroom } from '../newsroom.ts';
import { readWords } from '../store/json-column.ts';
import { askInTurn } from './ask-in-turn.ts';
import { findInMemory, listCached } from './engine-queries.ts';
import { termsIn } from './glossary.ts';
import { hash, SentenceWork, type ToTranslate, type TranslatedSentence } from './sentence-work.ts';

export type { ToTranslate, TranslatedSentence };

export interface TranslationOutcome {
  sentences: TranslatedSentence[];
  /** What went wrong, for the desk; null when every sentence is translated. */
  words: string | null;
}

/** The language, and its letters where they are not the usual ones: nobody is offered Simplified words for Traditional ones. */
function lettersOf(tag: string): string {
  const language = primaryLanguage(tag);
  try {
    const script = new Intl.Locale(tag).maximize().script;
    return script === new Intl.Locale(language).maximize().script ? language : `${language}-${script}`;
  } catch {
    return language; // no tag: nothing more is known of it
  }
}

/** A sentence and its pair of languages, by which a published translation of it is found again. */
export function sourceKey(text: string, from: string, to: string): string {
  return hash([lettersOf(from), lettersOf(to), text.normalize('NFC').replace(/\s+/g, ' ').trim()]);
}

export async function translateSentences(
  newsroom: Newsroom,
  asked: ToTranslate,
): Promise<TranslationOutcome> {
  const all = asked.sentences.map((runs) => runs.map((run) => run.text).join('')).join('\n');
  const work = new SentenceWork(asked, await termsIn(newsroom, all, primaries(asked)));
  if (!asked.engineId) {
    await fromMemory(newsroom, work);
    await fromCache(newsroom, work);
  }
  const words = await askInTurn(newsroom, work);
  return { sentences: work.outcome(), words };
}

const primaries = ({ from, to }: ToTranslate) => ({ from: primaryLanguage(from), to: primaryLanguage(to) });

/** Exact matches among what we have published, the newest first. */
async function fromMemory(newsroom: Newsroom, work: SentenceWork): Promise<void> {
  const { from, to } = work.asked;
  for (const at of work.open()) {
    const found = await findInMemory(newsroom, sourceKey(work.plain[at] ?? '', from, to));
    const marks = work.marked[at]?.marks.size ?? 0;
    if (!found || marks > 0) continue;
    const nobody = { name: null, version: null, score: null, unknown: [] };
    work.put(at, { ...nobody, text: escapeTags(found.target_text), state: 'memory' });
  }
}

const escapeTags = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

async function fromCache(newsroom: Newsroom, work: SentenceWork): Promise<void> {
  const keys = new Map(work.open().map((at) => [work.cacheKey(at), at]));
  if (keys.size === 0) return;
  const rows = await listCached(newsroom, [...keys.keys()]);
  for (const { key, text, engine_name: name, version, score, unknown_json } of rows) {
    const at = keys.get(key);
    const unknown = readWords('translation_cache.unknown_json', key, unknown_json);
    if (at !== undefined) work.put(at, { text, name, version, score, unknown, state: 'machine' });
  }
}

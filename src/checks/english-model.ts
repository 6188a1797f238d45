/**
 * The tagger of English and the vocabulary of its model, some 87,000 forms: loaded when first needed, and once for all who
 * ask. Data of a package, not state of ours.
 */
import { createRequire } from 'node:module';
import { once } from '../kit/once.ts';
import { partsForTagging } from './english-model-parts.ts';

interface Wink {
  its: { value: unknown; pos: unknown; uniqueId: unknown };
  readDoc(text: string): { tokens(): { out(what: unknown): (string | number)[] } };
}

export interface EnglishModel extends Wink {
  /** How many forms it knows: the ids of words that it met later are higher. */
  forms: number;
}

export const englishModel = once((): EnglishModel => {
  const load = createRequire(import.meta.url);
  const wink = load('wink-nlp')(partsForTagging(load), ['pos']) as Wink;
  // The first word that it does not know comes after all it knows: so this is asked before anything else is read.
  const [forms] = wink.readDoc('zqxvzzq').tokens().out(wink.its.uniqueId);
  return { its: wink.its, readDoc: (text) => wink.readDoc(text), forms: Number(forms) };
});

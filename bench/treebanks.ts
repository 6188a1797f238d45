/**
 * Clean prose in the other languages of the house: the texts of treebanks, which linguists have read word by word. CoNLL-U
 * files in the folder that CRIER_BENCH_TREEBANKS names; nothing of them is kept here. Of each two documents one may be looked at
 * while rules are written, the other is only counted.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bare, type Piece } from './checks-copy.ts';

export interface TreebankText extends Piece {
  language: string;
  isShut: boolean;
}

const LEAST = 60; // units of a document that is more than a heading

/** Every document of every file; none where the folder is not named. */
export function treebankTexts(): TreebankText[] {
  const folder = process.env.CRIER_BENCH_TREEBANKS;
  if (!folder) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.conllu'))
    .flatMap((name) => documentsIn(readFileSync(join(folder, name), 'utf8'), name));
}

/** A parallel treebank says in a sentence's number which document it is of; another marks where one begins. */
function documentsIn(text: string, file: string): TreebankText[] {
  const language = file.split('_')[0] ?? '';
  const documents = new Map<string, string[]>();
  let current = file;
  let paragraph = false;
  for (const block of text.split(/\n\n+/u)) {
    current = /^# newdoc(?: id)? = (.+)$/mu.exec(block)?.[1] ?? current;
    paragraph = /^# newpar/mu.test(block);
    const said = /^# text = (.+)$/mu.exec(block)?.[1];
    const numbered = /^# sent_id = ([nw]\d{5})\d{3}$/mu.exec(block)?.[1];
    if (said === undefined) continue;
    const sentences = documents.get(numbered ?? current) ?? [];
    sentences.push(sentences.length === 0 ? said : `${paragraph ? '\n\n' : ' '}${said}`);
    documents.set(numbered ?? current, sentences);
  }
  return [...documents].flatMap(([id, sentences]) => {
    const body = sentences.join('');
    if (body.length < LEAST || /-ep-sessions/u.test(id)) return []; // minutes of a parliament are no news
    return [{ name: `${file} ${id}`, copy: bare(body, language), language, isShut: isShutDocument(id) }];
  });
}

/** Whether a document is of the half that is only counted: by its name, so that it is the same half in every language. */
export function isShutDocument(id: string): boolean {
  return (createHash('md5').update(id).digest()[0] ?? 0) % 2 === 0;
}

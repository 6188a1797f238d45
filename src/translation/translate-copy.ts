/** The words of an entry in another language, with who says what in it, as the engines give them. */
import type { EntryCopy, LiveEntry } from '../entries/entry.ts';
import { htmlToText } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EntrySaying } from '../sourcing/entry-statements.ts';
import type { Statement } from '../sourcing/statement.ts';
import { oneLine } from '../stories/story.ts';
import type { EntryPair } from './entry-pairs.ts';
import {
  copyOfSentences,
  gapIn,
  plainRuns,
  runsToHtml,
  type SentenceUnit,
  sentencesOf,
  textOfRuns,
} from './sentence-units.ts';
import { type TranslatedSentence, translateSentences } from './translate.ts';

export interface TranslatedCopy {
  copy: EntryCopy;
  sayings: EntrySaying[];
  /** Each sentence beside its original, with what translated it. */
  pairs: EntryPair[];
  /** What went wrong, for the desk; null where every sentence is translated. */
  failure: string | null;
}

interface Asked {
  entry: LiveEntry;
  from: string;
  to: string;
  mayLeave: boolean;
  /** Only this engine, and not what is remembered. */
  engineId?: string;
}

/** What no engine could do stands in the language of the original: the gate lets no such sentence out. */
export async function translateCopy(newsroom: Newsroom, asked: Asked): Promise<TranslatedCopy> {
  const { entry, from, to, mayLeave, engineId } = asked;
  const units = sentencesOf({ headline: entry.headline, dek: '', bodyHtml: entry.bodyHtml }, from);
  const way = { from, to, mayLeave };
  const { sentences, words: failure } = await translateSentences(newsroom, {
    ...way,
    ...(engineId && { engineId }),
    sentences: units.map(({ runs }) => runs),
  });
  const runsAt = units.map((unit, at) => {
    const answer = sentences[at];
    return answer && answer.state !== 'untranslated' ? answer.runs : unit.runs;
  });
  const written = units.map(({ block, kind }, at) => ({ block, kind, html: runsToHtml(runsAt[at] ?? []) }));
  const { headline, bodyHtml } = copyOfSentences(written, to);
  const texts = runsAt.map(textOfRuns);
  const whole = oneLine(htmlToText(bodyHtml));
  const sayings: EntrySaying[] = [];
  for (const statement of entry.statements) {
    const words = wordsIn(units, { texts, to, words: statement.words });
    if (words !== '' && whole.includes(oneLine(words)))
      sayings.push(await sayingIn(newsroom, { statement, words, ...way }));
  }
  const { byline, picture } = entry;
  const pairs = units.map((unit, at) => pairOf(textOfRuns(unit.runs), sentences[at]));
  return { copy: { headline, byline, bodyHtml, pictureId: picture?.id ?? null }, sayings, pairs, failure };
}

function pairOf(source_text: string, answer: TranslatedSentence | undefined): EntryPair {
  if (!answer || answer.state === 'untranslated')
    return { source_text, target_text: '', state: 'untranslated', engine_name: null, version: null };
  const { state, engineName: engine_name, version } = answer;
  return { source_text, target_text: textOfRuns(answer.runs), state, engine_name, version };
}

/** The sentences of one paragraph that stand for these words; empty where they are not to be told. */
function wordsIn(
  units: readonly SentenceUnit[],
  { texts, to, words }: { texts: readonly string[]; to: string; words: string },
): string {
  const sought = oneLine(words);
  const blocks = new Set(units.map(({ block }) => block));
  for (const block of blocks) {
    const own = units.flatMap((unit, at) => (unit.block === block && unit.kind !== 'headline' ? [at] : []));
    const said = own.filter((at) => {
      const sentence = oneLine(textOfRuns(units[at]?.runs ?? []));
      return sentence !== '' && (sought.includes(sentence) || sentence.includes(sought));
    });
    const [first, last] = [said[0], said.at(-1)];
    if (first !== undefined && last !== undefined) return texts.slice(first, last + 1).join(gapIn(to));
  }
  return '';
}

const QUOTES = /["“”„«»‘’「」]/u;

/** Who says it stays who they are; what is said of it goes into the other language too, for whoever reads it before it goes out. */
async function sayingIn(
  newsroom: Newsroom,
  asked: { statement: Statement; words: string } & Omit<Asked, 'entry'>,
): Promise<EntrySaying> {
  const { statement, words, from, to, mayLeave } = asked;
  const { speaker, speakerRole, occasion, hops, standing, standingNote } = statement;
  const lines = [speakerRole, occasion, standingNote];
  const told = lines.map(plainRuns).filter((runs) => runs.length > 0);
  const { sentences } = await translateSentences(newsroom, { sentences: told, from, to, mayLeave });
  const [role = '', when = '', note = ''] = lines.map((line) => {
    const answer = line === '' ? undefined : sentences.shift();
    return answer && answer.state !== 'untranslated' ? textOfRuns(answer.runs) : line;
  });
  return {
    speakerName: speaker.name,
    speakerRole: role,
    form: QUOTES.test(words) ? 'mixed' : 'indirect',
    words,
    occasion: when,
    hops,
    standing,
    standingNote: note,
  };
}

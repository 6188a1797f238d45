/** What is told of clean copy in house styles that no rule was tuned to, and whether the desk is shown the right speakers there. */
import { checkPair } from '../src/checks/bilingual/check-translation.ts';
import { checkText } from '../src/cli/check/run-check.ts';
import { readSoundPairs, readStyledPieces, type StyledPiece } from '../tests/support/house-styles.ts';
import { say } from './result.ts';

const SHOWN = 0.7; // what the desk is shown is at least as sure
const publishedAt = Date.UTC(2026, 10, 26); // the day after the pieces'

/** Sums, and names of pieces; nothing of what stands in them. */
export async function sayHouseStyles(): Promise<void> {
  const read = await Promise.all(readStyledPieces('shut').map(readPiece));
  const told = read.filter(({ checks }) => checks.length > 0);
  const names = told.map(({ name, checks }) => `${name} (${checks.join(', ')})`);
  say(`house styles, shut: ${read.length} clean pieces; told of: ${told.length} (${names.join('; ')})`);
  const sum = (count: (one: (typeof read)[number]) => number) =>
    read.reduce((all, one) => all + count(one), 0);
  say(
    `house styles, shut: ${sum(({ said }) => said)} statements; shown with the right speaker: ${sum(({ right }) => right)}, with another: ${sum(({ wrong }) => wrong)}`,
  );
  const pairs = readSoundPairs('shut');
  const blamed = pairs.filter(
    ({ source, target, from, to }) => checkPair({ source, target, from, to }).length > 0,
  );
  const which = blamed.map(({ name }) => name).join('; ');
  say(`house styles, shut: ${pairs.length} sound pairs; told of: ${blamed.length} (${which})`);
}

async function readPiece({ name, language, text, said }: StyledPiece) {
  const checked = await checkText(text, 'piece.txt', { language, publishedAt, source: null });
  const shown = said.flatMap(({ speaker, words }) => {
    const at = text.indexOf(words);
    const found = checked?.answer.statements.find(
      ({ content, confidence }) =>
        confidence >= SHOWN && content.some(({ start, end }) => start <= at && at < end),
    );
    return found?.speaker ? [found.speaker.includes(speaker) || speaker.includes(found.speaker)] : [];
  });
  return {
    name,
    checks: checked?.answer.findings.map(({ check }) => check) ?? [],
    said: said.length,
    right: shown.filter(Boolean).length,
    wrong: shown.filter((isRight) => !isRight).length,
  };
}

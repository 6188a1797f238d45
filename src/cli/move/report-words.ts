/** What a move, or its rehearsal, has to say: numbers, then what a person should look at, each with its address. */

import { countName } from '../../moving/count-words.ts';
import { doubtNames } from '../../moving/doubt-names.ts';
import type { DoubtList } from '../../moving/in/doubt-list.ts';
import type { MoveReport } from '../../moving/in/move.ts';
import type { FolderReport } from '../../moving/in/take-folder.ts';
import { STAYS_BEHIND, tableWords } from '../../moving/table-words.ts';

const SHOWN = 10; // of each kind of doubt, on the screen

/** `isWhole` lists every doubt. */
export function reportWords(report: MoveReport, isWhole = false): string {
  const { survey, counts, doubts } = report;
  const lines = [
    titleOf(report),
    ...(report.stopped === null ? [] : [report.stopped]),
    '',
    'There:',
    ...numbers(survey.counts),
    '',
    report.isReal ? 'Here:' : 'What would be done:',
    ...numbers(new Map([...counts].filter(([name]) => !name.startsWith('doubt ')))),
    ...sectionLines(report),
    ...doubtLines(doubts, isWhole),
    '',
    lastLine(report),
  ];
  return `${lines.join('\n')}\n`;
}

function lastLine({ isReal, survey }: MoveReport): string {
  if (survey.counts.size === 0) return 'There is nothing to move.';
  return isReal
    ? 'What is doubtful stands at the desk, one by one, under /desk/moving. Old addresses lead to the new ones.'
    : 'Run it again with --go to move.';
}

/** Where nothing could be read, nobody is told that it came. */
function titleOf({ isReal, from, survey }: MoveReport): string {
  if (survey.counts.size === 0 && survey.broken.length > 0)
    return `Nothing could be read${isReal ? ', and nothing was moved in' : ''}:`;
  return isReal ? `Moved in from ${from}.` : `A rehearsal: nothing was written. From ${from}:`;
}

function numbers(counts: ReadonlyMap<string, number>): string[] {
  const shown = [...counts].filter(([, count]) => count > 0);
  if (shown.length === 0) return ['  nothing'];
  const widest = Math.max(...shown.map(([, count]) => count.toLocaleString('en').length));
  return shown.map(
    ([name, count]) => `  ${count.toLocaleString('en').padStart(widest)} ${countName(name, count)}`,
  );
}

function sectionLines({ survey }: MoveReport): string[] {
  const sections = [...survey.filing.sections().values()];
  if (sections.length === 0) return [];
  const more = survey.filing.candidates - sections.length;
  return [
    '',
    `Sections: ${sections.map(({ name }) => name).join(', ')}.`,
    ...(more > 0
      ? [`${more} more categories become topics. Name the sections you want with --sections.`]
      : []),
  ];
}

function doubtLines(doubts: DoubtList, isWhole: boolean): string[] {
  return [...doubts.counts].flatMap(([code, count]) => {
    const shown: string[] = [];
    for (const { words, address, foreignId } of doubts.of(code)) {
      if (!isWhole && shown.length >= SHOWN) break;
      shown.push(`  ${address ?? foreignId}\n    ${words}`);
    }
    const rest = count - shown.length;
    return [
      '',
      `${doubtNames(code).list} (${count.toLocaleString('en')}):`,
      ...shown,
      ...(rest > 0 ? [`  … and ${rest.toLocaleString('en')} more: --report FILE has them all.`] : []),
    ];
  });
}

export function reportJson({ isReal, from, survey, counts, doubts, stopped }: MoveReport): string {
  const report = {
    isReal,
    from,
    stopped,
    there: Object.fromEntries(survey.counts),
    here: Object.fromEntries(counts),
    sections: [...survey.filing.sections().values()],
    broken: survey.broken,
    doubts: [...doubts],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** What came, or would, of a folder that crier move-out made. */
export function folderWords({ isReal, counts, problems }: FolderReport): string {
  const lines = [
    isReal ? 'Moved in:' : 'A rehearsal: nothing was written. The folder holds:',
    ...numbers(new Map([...counts].map(([name, count]) => [tableWords(name), count]))),
    ...problems.map((words) => `! ${words}`),
    STAYS_BEHIND,
    isReal
      ? 'Staff have no way in yet: crier add-editor makes the first, who takes the others back at the desk.'
      : 'Run it again with --go to move.',
  ];
  return `${lines.join('\n')}\n`;
}

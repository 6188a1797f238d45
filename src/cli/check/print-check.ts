/** What was found in a file, as an editor wants it in a terminal: the place, the line, what may stand there instead. */
import type { CheckAnswer, CheckReport } from './run-check.ts';

const AROUND = 40; // units shown on either side of the place
const LONGEST = 160; // units of the place itself

export interface CheckPrint {
  file: string;
  text: string;
  answer: CheckAnswer;
  /** Checks that have no rule for the language. */
  silent: string[];
  language: string;
  isColour: boolean;
}

export function asWords({ file, text, answer, silent, language, isColour }: CheckPrint): string {
  const paint = painter(isColour);
  const lines = lineStarts(text);
  const found = answer.findings.map((each) => inWords(each, text, lines, paint)).join('');
  const count = counted(answer.findings);
  const head = `${paint.bold(file)}  ${count}${answer.statements.length > 0 ? ` · ${answer.statements.length} ${answer.statements.length === 1 ? 'statement' : 'statements'}` : ''}\n`;
  const quiet =
    silent.length > 0
      ? paint.dim(`  No rule ${language ? `for ${language}` : 'without a language'}: ${silent.join(', ')}.\n`)
      : '';
  return `${head}${found}${quiet}`;
}

function counted(findings: CheckReport[]): string {
  if (findings.length === 0) return 'nothing found';
  const of = (severity: string) => findings.filter((each) => each.severity === severity).length;
  return ['critical', 'major', 'minor']
    .map((severity) => [of(severity), severity])
    .filter(([count]) => count !== 0)
    .map((pair) => pair.join(' '))
    .join(', ');
}

function inWords(found: CheckReport, text: string, lines: number[], paint: Painter): string {
  const place = found.end > 0 ? where(found.start, lines) : '–';
  const head = `  ${place.padEnd(8)} ${paint[found.severity](found.severity.padEnd(8))} ${plain(found.message)} ${paint.dim(found.check)}\n`;
  if (found.end === 0) return head;
  const instead =
    found.suggestion === null
      ? ''
      : `           ${paint.dim('→')} ${found.suggestion === '' ? paint.dim('take it away') : plain(found.suggestion)}\n`;
  return `${head}           ${excerpt(found, text, paint)}\n${instead}`;
}

function excerpt({ start, end }: CheckReport, text: string, paint: Painter): string {
  const before = plain(text.slice(Math.max(0, start - AROUND), start).replace(/^[\s\S]*\n/u, ''));
  const after = plain(text.slice(end, end + AROUND).replace(/\n[\s\S]*$/u, ''));
  const place = text.slice(start, end);
  return `${before}${paint.mark(plain(place.length > LONGEST ? `${place.slice(0, LONGEST)}…` : place))}${after}`;
}

/** Nothing in a file may speak to the terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column, both from 1. */
function where(offset: number, lines: number[]): string {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return `${low + 1}:${offset - (lines[low] as number) + 1}`;
}

type Painter = Record<'bold' | 'dim' | 'mark' | 'critical' | 'major' | 'minor', (text: string) => string>;

function painter(isColour: boolean): Painter {
  const with_ = (code: string) => (text: string) => (isColour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const mark = (text: string) => (isColour ? `\u001b[7m${text}\u001b[0m` : `>>${text}<<`);
  return {
    bold: with_('1'),
    dim: with_('2'),
    mark,
    critical: with_('1;31'),
    major: with_('33'),
    minor: with_('36'),
  };
}

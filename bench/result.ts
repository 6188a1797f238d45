/** What a bench gives back, and how it is told: a table for people, one object for programs. */
import { cpus } from 'node:os';

/** One number of ours beside the same number of a peer. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  peer: string;
  peerVersion: string;
  peerValue: number;
  /** Above 1: Crier is ahead, whichever way the unit runs. */
  ratio: number;
}

/** A bench: measures, and tells what it is doing on standard error. */
export type Bench = () => Promise<Result[]>;

export interface Measured {
  name: string;
  value: number;
  unit: string;
  peer: string;
  peerVersion: string;
  peerValue: number;
  /** Which way is ahead: 'more' for things a second, 'less' for time, memory and disk. */
  better: 'more' | 'less';
}

export function resultOf({ better, ...measured }: Measured): Result {
  const { value, peerValue } = measured;
  const ratio = better === 'more' ? value / peerValue : peerValue / value;
  return { ...measured, value: rounded(value), peerValue: rounded(peerValue), ratio: rounded(ratio) };
}

export function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('a median of nothing');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Progress, out of the way of the result. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`);
}

export function asJson(bench: string, results: Result[]): string {
  return `${JSON.stringify({ bench, node: process.version, cpus: cpus().length, results })}\n`;
}

export function asTable(bench: string, results: Result[]): string {
  const rows = results.map((each) => [
    each.name,
    `${inWords(each.value)} ${each.unit}`,
    `${inWords(each.peerValue)} ${each.unit}`,
    `${each.peer} ${each.peerVersion}`.trim(),
    `${each.ratio}`,
  ]);
  const all = [['', 'Crier', 'peer', 'which', 'ratio'], ...rows];
  const widths = all[0]?.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0))) ?? [];
  const lines = all.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const where = `${bench} · Node ${process.version} · ${cpus().length} cores · a ratio above 1: Crier is ahead`;
  return `\n${where}\n\n${lines.join('\n')}\n`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1000 ? 4 : 3));
}

const inWords = (value: number): string => value.toLocaleString('en');

/** What a process has had of the processors: it means the same on a machine that does other work, almost. */
import { readFileSync } from 'node:fs';

const TICK = 10; // ms; what /proc counts in

/** Milliseconds of all its threads, since it began. */
export function workOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** How far a move is, in one line that is written over: what is done, a bar, how long it will take. On a terminal only. */
import type { WriteStream } from 'node:tty';
import { systemClock } from '../../kit/clock.ts';
import type { MoveProgress } from '../../moving/in/move-order.ts';

const WIDTH = 30; // signs of the bar
const EVERY = 100; // ms between two lines

export interface ProgressBar {
  hear(at: MoveProgress): void;
  /** Takes the line away. */
  end(): void;
}

export function progressBar(out: WriteStream | NodeJS.WriteStream): ProgressBar {
  let shown = 0;
  let stage = '';
  let begun = 0;
  let isThere = false;
  return {
    hear(at) {
      if (!out.isTTY) return;
      const now = systemClock.now();
      if (at.stage !== stage) {
        stage = at.stage;
        begun = now;
        shown = 0;
      }
      if (now - shown < EVERY) return;
      shown = now;
      isThere = true;
      out.write(`\r\x1b[2K${barLine(at, now - begun)}`);
    },
    end() {
      if (isThere) out.write('\r\x1b[2K');
      isThere = false;
    },
  };
}

export function barLine({ stage, done, total }: MoveProgress, ms: number): string {
  const amount =
    stage === 'looking through' ? `${Math.round(done / 1_000_000)} MB` : done.toLocaleString('en');
  if (total === 0) return `${stage.padEnd(16)} ${amount}`;
  const part = Math.min(1, done / total);
  const full = Math.round(part * WIDTH);
  const left = part > 0.02 ? ` ${durationWords((ms / part) * (1 - part))} left` : '';
  return `${stage.padEnd(16)} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(part * 100)} % · ${amount}${left}`;
}

function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

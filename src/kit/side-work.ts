/** The side of a helper (side-process.ts): what its process answers to what it is asked, one question after the other. */
import { Refusal, type RefusalCode } from './refusal.ts';

export interface HelperQuestion {
  work: string;
  /** Copied (structured clone). */
  argument: unknown;
}

export type HelperReply =
  | { kind: 'part'; name: string; bytes: Uint8Array }
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; code: RefusalCode; words: string; fields: Record<string, string> }
  | { kind: 'broken'; words: string };

/** What a work is handed: its argument, the bytes beside it, and where what it makes on the way goes. */
export interface HelperTask {
  argument: unknown;
  bytes: Buffer;
  /** Waits until the part before it is kept. */
  give(name: string, bytes: Uint8Array): Promise<void>;
}

export type HelperWork = (task: HelperTask) => Promise<unknown>;

/** Serves until the newsroom lets go of it or is gone. */
export function serveHelper(works: Record<string, HelperWork>): void {
  const reply = (said: HelperReply) => process.send?.(said);
  let kept: (() => void) | null = null;
  let before = Promise.resolve();
  const give: HelperTask['give'] = async (name, bytes) => {
    await before;
    before = new Promise((done) => {
      kept = done;
    });
    reply({ kind: 'part', name, bytes });
    globalThis.gc?.({ type: 'minor' }); // the pixels that it was made of, in a millisecond
  };
  process.on('disconnect', () => process.exit());
  process.on('message', (said: { kept: true } | (HelperQuestion & { size: number })) => {
    if ('kept' in said) return kept?.();
    if (said.size > 0) globalThis.gc?.(); // of the file before nothing is kept while the next is read
    void bytesOf(said.size)
      .then(async (bytes) => {
        const value = await works[said.work]?.({ argument: said.argument, bytes, give });
        await before; // of what it made nothing is on its way
        reply({ kind: 'done', value });
      })
      .catch((error: unknown) => {
        if (error instanceof Refusal)
          reply({ kind: 'refused', code: error.code, words: error.words, fields: error.fields });
        else reply({ kind: 'broken', words: String(error) });
      });
  });
}

/** As many as were announced, in one piece. */
async function bytesOf(size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let at = 0;
  while (at < size) {
    const piece = process.stdin.read(Math.min(size - at, process.stdin.readableLength || 1)) as Buffer | null;
    if (piece === null) await new Promise<void>((ready) => process.stdin.once('readable', ready));
    else at += piece.copy(bytes, at);
  }
  return bytes;
}

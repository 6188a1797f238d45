/** Reading once more what broke off: what was said of it once need not be said again. */
import { type MoveRecord, UnreadableSource } from './records.ts';

export async function* untilBroken(records: AsyncIterable<MoveRecord>): AsyncGenerator<MoveRecord> {
  try {
    yield* records;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
  }
}

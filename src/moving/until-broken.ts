/** Reading once more what broke off: what was said of it once need not be said again. */
import { UnreadableSource } from './records.ts';

export async function* untilBroken<Read>(records: AsyncIterable<Read>): AsyncGenerator<Read> {
  try {
    yield* records;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
  }
}

/**
 * A query that is put together and made SQL once, and asked with other values each time: for those that a reader's page, an open story
 * and a save ask. Making them costs more than running them.
 */
import type { CompiledQuery } from 'kysely';
import type { Store, StoreEngine } from './engine.ts';

interface Query<Row> {
  compile(): CompiledQuery<Row>;
  execute(): Promise<Row[]>;
}

/** What it is asked at. Questions that are asked together are written otherwise, see gather.ts. */
interface Asked {
  readonly store: Store;
  readonly engine: StoreEngine;
  readonly asksTogether?: true;
}

const PLACE = '\0place '; // no value that a column holds begins so
const MOST = 40; // values; a statement for each number of them is kept

/** `make` may use its values as values alone: what it makes must not depend on what they are, only on how many. */
export function keptQuery<Row>(make: (at: Asked, values: string[]) => Query<Row>) {
  const kept = new Map<string, CompiledQuery<Row>>(); // by how they are written, which no store of an engine does otherwise
  return async (at: Asked, values: string[]): Promise<Row[]> => {
    if (values.length > MOST) return make(at, values).execute();
    const key = `${at.engine} ${at.asksTogether ? 'together' : 'alone'} ${values.length}`;
    const query =
      kept.get(key) ??
      make(
        at,
        values.map((_, place) => `${PLACE}${place}`),
      ).compile();
    kept.set(key, query);
    const parameters = query.parameters.map((each) => valueAt(each, values));
    return (await at.store.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function valueAt(parameter: unknown, values: string[]): unknown {
  const isPlace = typeof parameter === 'string' && parameter.startsWith(PLACE);
  return isPlace ? values[Number(parameter.slice(PLACE.length))] : parameter;
}

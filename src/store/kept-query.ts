/**
 * A query that is put together and made SQL once for each store, and asked with other values each time. For the few long ones that
 * readers' pages ask: making them costs more than running them.
 */
import type { CompiledQuery } from 'kysely';
import type { Store } from './engine.ts';

interface Query<Row> {
  compile(): CompiledQuery<Row>;
  execute(): Promise<Row[]>;
}

/** What it is asked at; questions that are asked together are joined before they are SQL, see gather.ts. */
interface Asked {
  readonly store: Store;
  readonly asksTogether?: true;
}

const PLACE = '\0place '; // no value that a column holds begins so
const MOST = 40; // values; a statement for each number of them is kept

/** `make` may use its values as values alone: what it makes must not depend on what they are, only on how many. */
export function keptQuery<Row>(make: (at: Asked, values: string[]) => Query<Row>) {
  const kept = new WeakMap<Store, Map<number, CompiledQuery<Row>>>();
  return async (at: Asked, values: string[]): Promise<Row[]> => {
    if (at.asksTogether || values.length > MOST) return make(at, values).execute();
    const known = kept.get(at.store) ?? new Map<number, CompiledQuery<Row>>();
    kept.set(at.store, known);
    const query =
      known.get(values.length) ??
      make(
        at,
        values.map((_, place) => `${PLACE}${place}`),
      ).compile();
    known.set(values.length, query);
    const parameters = query.parameters.map((each) => valueAt(each, values));
    return (await at.store.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

function valueAt(parameter: unknown, values: string[]): unknown {
  const isPlace = typeof parameter === 'string' && parameter.startsWith(PLACE);
  return isPlace ? values[Number(parameter.slice(PLACE.length))] : parameter;
}

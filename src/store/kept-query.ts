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

type Value = string | number;

/**
 * The same of a question that takes many forms, as a list by its filter: `asked` is an object of values, lists of them and objects. Of
 * each form one is kept: which values there are and how many, not what they are. `inText`: numbers that the statement is to hold itself.
 */
export function keptByForm<Asks extends object, Row>(
  make: (at: Asked, asked: Asks) => Query<Row>,
  inText: readonly (keyof Asks & string)[] = [],
) {
  const kept = new Map<string, CompiledQuery<Row>>();
  return async (at: Asked, asked: Asks): Promise<Row[]> => {
    const values: Value[] = [];
    const form = formOf(asked, inText, values);
    if (values.length > MOST) return make(at, asked).execute();
    const key = `${at.engine} ${at.asksTogether ? 'together' : 'alone'} ${JSON.stringify(form)}`;
    const query = kept.get(key) ?? make(at, form as Asks).compile();
    if (kept.size >= MOST_FORMS) kept.clear();
    kept.set(key, query);
    const parameters = query.parameters.map((each) => valueAt(each, values));
    return (await at.store.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

const MOST_FORMS = 200; // a limit that follows what stands on a page makes a dozen of each

/** What was asked with places where its values stood, which go into `values` in their order. */
function formOf(asked: unknown, inText: readonly string[], values: Value[]): unknown {
  if (asked === '') return asked; // nothing, for a question that looks whether there is something
  if (typeof asked === 'string' || typeof asked === 'number') return `${PLACE}${values.push(asked) - 1}`;
  if (Array.isArray(asked)) return asked.map((each) => formOf(each, inText, values));
  if (typeof asked !== 'object' || asked === null) return asked;
  return Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      inText.includes(name) ? value : formOf(value, inText, values),
    ]),
  );
}

function valueAt(parameter: unknown, values: readonly Value[]): unknown {
  const isPlace = typeof parameter === 'string' && parameter.startsWith(PLACE);
  return isPlace ? values[Number(parameter.slice(PLACE.length))] : parameter;
}

/** What one process keeps in its head of what the store holds: one thing of each kind, made when it is first asked for. */
export interface Memory {
  /** The thing that `make` makes, the same one each time. */
  of<Thing>(make: () => Thing): Thing;
}

export function openMemory(): Memory {
  const kept = new Map<unknown, { thing: unknown }>();
  return {
    of<Thing>(make: () => Thing): Thing {
      const known = kept.get(make) ?? { thing: make() };
      kept.set(make, known);
      return known.thing as Thing;
    },
  };
}

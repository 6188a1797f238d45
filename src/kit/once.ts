/** Makes something costly when it is first asked for, and keeps it: for tables and models, which never change. */
export function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** A table whose parts are each made when first asked for, and kept: patterns of a language that no copy is in are never read. */
export function eachOnce<From, To>(
  table: Record<string, From>,
  make: (from: From, name: string) => To,
): Record<string, To> {
  const made: Record<string, To> = Object.create(null); // ‘constructor’ may be a word that is looked up
  for (const [name, from] of Object.entries(table)) {
    const part = once(() => make(from, name));
    Object.defineProperty(made, name, { enumerable: true, get: part });
  }
  return made;
}

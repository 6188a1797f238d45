/** Makes something costly when it is first asked for, and keeps it: for tables and models, which never change. */
export function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

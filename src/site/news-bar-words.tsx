/** The words of the quiet bar, on every page: which may have to say at any time that there is news. */
import type { Words } from '../views/words/catalog.ts';

export function NewsBarWords({ words: { newsBar, levels } }: { words: Words }) {
  const all = {
    'read-alert': newsBar.read,
    close: newsBar.close,
    missed: newsBar.missed,
    look: newsBar.look,
    ...Object.fromEntries(Object.entries(levels).map(([name, said]) => [`level-${name}`, said])),
  };
  return (
    <>
      {Object.entries(all).map(([name, said]) => (
        <template key={name} data-say={name}>
          {said}
        </template>
      ))}
    </>
  );
}

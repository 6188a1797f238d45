/** An item into a live story that is under way; where it cannot, why not, for whoever presses the key. */
import { FormToken } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import type { WireItem } from './wire-view.ts';

export function IntoLive({ item, form, isFree }: { item: WireItem; form: string; isFree: boolean }) {
  if (!isFree || item.liveStories.length === 0) return <WhyNot item={item} isFree={isFree} />;
  return (
    <>
      {item.liveStories.map(({ storyId, headline, language }, at) => (
        <form key={storyId} method="post" action={`/desk/wire/${item.id}/entry`} class="inline">
          <FormToken form={form} />
          <input type="hidden" name="story" value={storyId} />
          <button type="submit" class="quiet" data-key={at === 0 ? 'e' : undefined}>
            Into “<bdi lang={language}>{headline}</bdi>” {at === 0 && <kbd>e</kbd>}
          </button>
        </form>
      ))}
    </>
  );
}

/** Out of sight until the key is pressed: most items go into no live story, and nobody asks. */
function WhyNot({ item, isFree }: { item: WireItem; isFree: boolean }) {
  const [other] = item.liveInOthers;
  return (
    <p class="why-not small unsure" data-key="e" data-says tabIndex={-1} hidden>
      {!isFree && 'No entry can be made of it now: see above.'}
      {isFree && !other && 'No live story is under way.'}
      {isFree && other && (
        <>
          No live story is under way in {englishName(item.language ?? 'und')}: “
          <bdi lang={other.language}>{other.headline}</bdi>” is in {englishName(other.language)}. Pick the
          item up to translate it.
        </>
      )}
    </p>
  );
}

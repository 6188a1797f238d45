/** Beside the copy: the stories that this one is tied to, its series, and the story that it goes on in. */
import { directionOf } from '../../kit/language-tag.ts';
import { maySpike } from '../../stories/story.ts';
import type { TiedStory, TieKind } from '../../stories/ties.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { Fold } from './fold.tsx';
import { mayChangeShown, type StoryPageProps } from './story-view.ts';

const kindSays: Record<TieKind, [from: string, to: string]> = {
  related: ['related', 'names this one as related'],
  updates: ['updates', 'updates this one'],
  corrects: ['corrects', 'corrects this one'],
};

export function TiesPart(props: StoryPageProps) {
  const { ties, story } = props;
  const may = mayChangeShown(props);
  return (
    <div class="facts" id="ties">
      {ties.ties.length + ties.tiedBy.length > 0 && (
        <ul class="plain">
          {ties.ties.map((tied, at) => (
            <li key={`${tied.kind}${tied.storyId}`} class="line">
              <span>
                <span class="dim">{kindSays[tied.kind][0]}</span> <Tied tied={tied} />
              </span>
              {may && <TieButtons {...props} tied={tied} isFirst={ties.ties[at - 1]?.kind !== tied.kind} />}
            </li>
          ))}
          {ties.tiedBy.map((tied) => (
            <li key={`by${tied.kind}${tied.storyId}`}>
              <Tied tied={tied} /> <span class="dim">{kindSays[tied.kind][1]}</span>
            </li>
          ))}
        </ul>
      )}
      {ties.series && (
        <p>
          Part {ties.series.place} of {ties.series.of} in{' '}
          {story.status === 'published' ? (
            <a href={`/series/${ties.series.slug}`}>{ties.series.name}</a>
          ) : (
            <b>{ties.series.name}</b>
          )}
        </p>
      )}
      {may && <TieForm {...props} />}
      {may && <SeriesForm {...props} />}
    </div>
  );
}

function Tied({ tied }: { tied: TiedStory }) {
  const { storyId, headline, language, status } = tied;
  return (
    <>
      <a href={`/desk/stories/${storyId}`} lang={language} dir={directionOf(language)}>
        {headline}
      </a>
      {status !== 'published' && <span class="unsure"> {status}: readers do not see it</span>}
    </>
  );
}

function TieButtons({ story, frame, tied, isFirst }: StoryPageProps & { tied: TiedStory; isFirst: boolean }) {
  const to = `/desk/stories/${story.id}/ties/${tied.kind}/${tied.storyId}`;
  return (
    <span class="actions">
      {!isFirst && (
        <form method="post" action={`${to}/rise`} class="inline">
          <FormToken form={frame.form} />
          <button type="submit" class="quiet small" aria-label={`Put “${tied.headline}” one higher`}>
            ↑
          </button>
        </form>
      )}
      <form method="post" action={`${to}/removal`} class="inline">
        <FormToken form={frame.form} />
        <button type="submit" class="quiet small" aria-label={`Untie “${tied.headline}”`}>
          Untie
        </button>
      </form>
    </span>
  );
}

function TieForm({ story, frame, refused, whole, sentPart: sent }: StoryPageProps) {
  return (
    <Fold
      class="more"
      whole={whole}
      fold="tie"
      open={refused?.fields.tiedTo !== undefined}
      summary={
        <summary aria-keyshortcuts="Control+Alt+T" data-to-ties>
          Tie it to a story <kbd>Ctrl Alt T</kbd>
        </summary>
      }
    >
      <form class="form" method="post" action={`/desk/stories/${story.id}/ties`}>
        <FormToken form={frame.form} />
        <Field
          label="Its address, or its working name"
          name="tiedTo"
          wrong={refused?.fields.tiedTo}
          hint="Readers see it at once, on both pages."
        >
          <input id="tiedTo" name="tiedTo" value={sent.tiedTo} required dir="auto" autocomplete="off" />
        </Field>
        <Field label="This story" name="tieKind">
          <select id="tieKind" name="tieKind">
            <option value="related">is related to it</option>
            <option value="updates" selected={sent.tieKind === 'updates'}>
              is an update of it
            </option>
            <option
              value="corrects"
              selected={sent.tieKind ? sent.tieKind === 'corrects' : story.kind === 'correction'}
            >
              corrects it
            </option>
          </select>
        </Field>
        <div class="actions">
          <button type="submit" class="small">
            Tie
          </button>
        </div>
      </form>
    </Fold>
  );
}

function SeriesForm({ story, frame, ties, refused, whole, sentPart: sent }: StoryPageProps) {
  const { series } = ties;
  return (
    <Fold
      class="more"
      whole={whole}
      fold="series"
      open={refused?.fields.series !== undefined}
      summary={<summary>{series ? 'Its place in the series' : 'Make it a part of a series'}</summary>}
    >
      <form class="form" method="post" action={`/desk/stories/${story.id}/series`}>
        <FormToken form={frame.form} />
        <Field
          label="Series"
          name="series"
          wrong={refused?.fields.series}
          hint="A new name begins one; empty for none."
        >
          <input
            id="series"
            name="series"
            value={sent.series ?? series?.name ?? ''}
            list="series-names"
            dir="auto"
            autocomplete="off"
          />
        </Field>
        <datalist id="series-names">
          {ties.seriesNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label="As part number; the last where it is empty" name="place">
          <input
            id="place"
            name="place"
            type="number"
            min={1}
            class="short"
            value={sent.place ?? series?.place ?? ''}
          />
        </Field>
        <div class="actions">
          <button type="submit" class="small">
            Save
          </button>
        </div>
      </form>
    </Fold>
  );
}

/** For a story that readers have: it goes on in another. */
export function MergeForm({ story, frame, refused, sentPart: sent }: StoryPageProps) {
  if (story.status !== 'published' || maySpike(story.status)) return null;
  return (
    <details class="more" open={refused?.fields.mergeInto !== undefined}>
      <summary>Merge it into another story</summary>
      <form class="form" method="post" action={`/desk/stories/${story.id}/merger`}>
        <FormToken form={frame.form} />
        <p class="dim">
          For two stories of one event. This one leaves every list; its addresses lead to the other, in all
          its languages; replies and those who follow it go along. Its takes stay here, and it can be parted
          again.
        </p>
        <Field
          label="Address, or working name, of the story that remains"
          name="mergeInto"
          wrong={refused?.fields.mergeInto}
        >
          <input
            id="mergeInto"
            name="mergeInto"
            value={sent.mergeInto}
            required
            dir="auto"
            autocomplete="off"
          />
        </Field>
        <div class="actions">
          <button type="submit" class="danger small">
            Merge
          </button>
        </div>
      </form>
    </details>
  );
}

/** In place of the copy form's notices: where a merged story goes on, and the way back. */
export function MergedNotice({
  story,
  frame,
  mayPublish,
}: Pick<StoryPageProps, 'story' | 'frame' | 'mayPublish'>) {
  if (story.status !== 'merged' || !story.mergedInto) return null;
  return (
    <div class="notice unsure" data-merged>
      <p>
        This story goes on in <a href={`/desk/stories/${story.mergedInto}`}>another</a>: its addresses lead
        there. Its takes stay readable here.
      </p>
      {mayPublish && (
        <form method="post" action={`/desk/stories/${story.id}/merger/end`} class="inline">
          <FormToken form={frame.form} />
          <button
            type="submit"
            class="quiet"
            data-ask="Part the stories? This one stands again where it stood."
          >
            Part them again
          </button>
        </form>
      )}
    </div>
  );
}

/** What is said of one story on a front: every part of a hand, as a plain form. */

import { LONGEST_FRONT_HEADLINE, LONGEST_KICKER, LONGEST_PACKAGE, MOST_RELATED } from '../../fronts/hands.ts';
import { paperPlaces, placeWord, sectionPlaces, stripPlaces } from '../../fronts/places.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { Field, FormToken, Notice, PaneHead } from '../views/desk-layout.tsx';
import { type FrontPageProps, frontAddress, type HandTyping } from './front-props.ts';
import { choiceName, holdChoices, placeName } from './front-words.ts';

const PICTURE_WORDS = 70; // characters of a caption in the list
const OFFERED = 20; // of the newest, as what may stand under a story

export function HandForm({
  frame,
  when,
  view,
  open,
  refused,
  pictures,
}: FrontPageProps & { open: HandTyping }) {
  const { story } = open;
  const wrong = refused?.of === 'hand' ? refused : undefined;
  const direction = story ? directionOf(story.language) : 'auto';
  return (
    <>
      <PaneHead end={<a href={frontAddress(view)}>close</a>}>The hand on</PaneHead>
      <form class="form hand-form" method="post" action="/desk/front/hands" id="hand-form">
        <FormToken form={frame.form} />
        <input type="hidden" name="language" value={view.front.language} />
        <input type="hidden" name="section" value={view.section?.slug ?? ''} />
        <input type="hidden" name="basedOn" value={open.basedOn} />
        <input type="hidden" name="act" value={`lay|-|${open.storyId}`} />
        <p class="headline" lang={story?.language} dir={direction}>
          {story ? (
            <a href={`/desk/stories/${open.storyId}`}>{story.headline}</a>
          ) : (
            'A story that readers do not have'
          )}
        </p>
        {wrong && <Notice kind="bad">{wrong.words}</Notice>}
        <div class="fields">
          <Field label="Place" name="place">
            <PlaceChoice view={view} place={open.place} />
          </Field>
          <Field label="Until" name="hold" wrong={wrong?.fields.until}>
            <select id="hold" name="hold">
              {holdChoices.map((choice) => (
                <option key={choice} value={choice} selected={choice === open.hold}>
                  {choiceName(choice, when)}
                </option>
              ))}
            </select>
            <input type="hidden" name="holdThen" value={open.hold} />
            <input type="hidden" name="untilThen" value={open.until} />
            <input
              type="datetime-local"
              name="until"
              value={open.until}
              aria-label="A time of its own, on the paper’s clock"
            />
          </Field>
        </div>
        <label class="check">
          <input type="checkbox" name="untilUrgent" value="yes" checked={open.untilUrgent} />
          <span>
            Give the place up when something urgent comes
            <small>Headline and kicker stay with the story.</small>
          </span>
        </label>
        <Field
          label="Headline of the front"
          name="headline"
          hint="Empty: the story’s own."
          wrong={wrong?.fields.headline}
        >
          <textarea id="headline" name="headline" rows={2} maxlength={LONGEST_FRONT_HEADLINE} dir={direction}>
            {open.headline}
          </textarea>
        </Field>
        <div class="fields">
          <Field label="Kicker" name="kicker" hint="A word or two over it." wrong={wrong?.fields.kicker}>
            <input id="kicker" name="kicker" maxlength={LONGEST_KICKER} value={open.kicker} dir={direction} />
          </Field>
          <Field label="Size" name="size">
            <Choice
              name="size"
              value={open.size}
              of={{ usual: 'as the place has it', bigger: 'bigger', smaller: 'smaller' }}
            />
          </Field>
          <Field label="Picture" name="picture">
            <Choice
              name="picture"
              value={open.picture}
              of={{ usual: 'as the place has it', with: 'with its picture', without: 'without' }}
            />
          </Field>
        </div>
        <PictureChoice pictures={pictures} chosen={open.pictureId} wrong={wrong?.fields.pictureId} />
        <RelatedChoice view={view} open={open} wrong={wrong?.fields.related} />
        <Field
          label="Name of the package"
          name="packageName"
          hint="Where these are one event: its name stands over all of them."
          wrong={wrong?.fields.packageName}
        >
          <input
            id="packageName"
            name="packageName"
            maxlength={LONGEST_PACKAGE}
            value={open.packageName}
            dir={direction}
          />
        </Field>
        <div class="actions">
          <button type="submit">{open.isLaid ? 'Change' : 'Lay the hand on'}</button>
          {open.isLaid && (
            <button
              type="submit"
              class="quiet"
              form="front-act"
              name="act"
              value={`let-go|-|${open.storyId}`}
            >
              Let go
            </button>
          )}
        </div>
      </form>
    </>
  );
}

function Choice({ name, value, of }: { name: string; value: string; of: Record<string, string> }) {
  return (
    <select id={name} name={name}>
      {Object.entries(of).map(([word, says]) => (
        <option key={word} value={word} selected={word === value}>
          {says}
        </option>
      ))}
    </select>
  );
}

/** Another picture than the story's own; with script the whole library opens beside it. */
function PictureChoice(props: {
  pictures: FrontPageProps['pictures'];
  chosen: string;
  wrong: string | undefined;
}) {
  const { pictures, chosen, wrong } = props;
  const shown = pictures.find(({ id }) => id === chosen);
  return (
    <Field label="Which picture" name="pictureId" wrong={wrong}>
      <select id="pictureId" name="pictureId" data-hand-picture>
        <option value="">the story’s own</option>
        {chosen !== '' && !shown && (
          <option value={chosen} selected>
            one that has left the library
          </option>
        )}
        {pictures.map(({ id, headline, caption, name }) => (
          <option key={id} value={id} selected={id === chosen}>
            {(headline || caption || name || id).slice(0, PICTURE_WORDS)}
          </option>
        ))}
      </select>
      {shown && <img class="hand-picture" src={shown.card} alt="" />}
    </Field>
  );
}

function PlaceChoice({ view, place }: { view: FrontPageProps['view']; place: string }) {
  const { sections, section } = view;
  const places = section
    ? [...sectionPlaces]
    : [...paperPlaces, ...sections.flatMap(({ id }) => [...stripPlaces(id)])];
  return (
    <select id="place" name="place">
      <option value="">where the machine puts it</option>
      {places.map((each) => (
        <option key={placeWord(each)} value={placeWord(each)} selected={placeWord(each) === place}>
          {placeName(each, sections)}
        </option>
      ))}
    </select>
  );
}

function RelatedChoice(props: { view: FrontPageProps['view']; open: HandTyping; wrong: string | undefined }) {
  const { view, open, wrong } = props;
  const chosen = new Set(open.related);
  const known = [...view.pool, ...view.rows.flatMap(({ story, related }) => [story, ...related])];
  const byId = new Map(known.map((story) => [story.storyId, story]));
  const offered = [...open.related, ...view.pool.map(({ storyId }) => storyId)];
  const ids = [...new Set(offered)].filter((id) => id !== open.storyId).slice(0, OFFERED);
  return (
    <details class="more" open={chosen.size > 0 || wrong !== undefined}>
      <summary>Stories under it, {MOST_RELATED} at most</summary>
      {wrong && <p class="wrong">{wrong}</p>}
      <div class="related-choice">
        {ids.map((id) => (
          <label key={id} class="check">
            <input type="checkbox" name="related" value={id} checked={chosen.has(id)} />
            <bdi>{byId.get(id)?.headline ?? 'a story that readers do not have now'}</bdi>
          </label>
        ))}
      </div>
    </details>
  );
}

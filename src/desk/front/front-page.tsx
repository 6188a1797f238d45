/** A front in an editor's hands: what stands where, what might, and what is said of it. */

import { type DeskKey, DeskPage, FormToken, Notice, Pane, PaneTabs } from '../views/desk-layout.tsx';
import { englishName, type PageTime } from '../views/words.ts';
import { BannerPart, PastPart, RulesPart } from './front-beside.tsx';
import { FrontPlaces, FrontPool } from './front-places.tsx';
import { type FrontPageProps, frontAddress } from './front-props.ts';
import type { FrontView } from './front-view.ts';
import { doingLine, eveningName } from './front-words.ts';
import { HandForm } from './hand-form.tsx';

const keysOf = (when: PageTime): DeskKey[] => [
  { keys: ['j', 'k'], does: 'next and previous story', foot: true },
  { keys: ['f'], does: 'put the story first', foot: true },
  { keys: ['K', 'J'], does: 'move it up, down', foot: true },
  { keys: ['h'], does: `hold it until ${eveningName(when)}`, foot: true },
  { keys: ['u'], does: 'hold it until something urgent', foot: true },
  { keys: ['e'], does: 'headline, kicker, picture and what stands under it', foot: true },
  { keys: ['r'], does: 'put back a story that gave its place up' },
  { keys: ['x'], does: 'let it go', foot: true },
  { keys: ['p'], does: 'proof: as readers will see it', foot: true },
  { keys: ['P'], does: 'put it out' },
  { keys: ['z'], does: 'undo the last change' },
  { keys: ['Z'], does: 'undo what was put out last' },
  { keys: ['b'], does: 'banner over all pages' },
];

export function FrontDeskPage(props: FrontPageProps) {
  const { frame, when, view, open, refused } = props;
  const name = view.section ? view.section.name : 'Front';
  return (
    <DeskPage
      {...frame}
      title={`${name}, ${englishName(view.front.language)}`}
      current="front"
      panes
      scripts={['desk-front']}
      keys={keysOf(when)}
    >
      <h1 class="unseen">{name}</h1>
      <PaneTabs
        open={open || refused?.of === 'banner' ? 'hand' : 'stands'}
        tabs={[
          { pane: 'stands', name: 'Stands' },
          { pane: 'pool', name: 'Stories' },
          { pane: 'hand', name: open ? 'Hand' : 'Banner' },
        ]}
      />
      <Pane name="stands" label="What stands where">
        <Which view={view} />
        {props.done && <Notice kind="good">{props.done}</Notice>}
        {refused?.of === 'front' && <Notice kind="bad">{refused.words}</Notice>}
        <div id="front-stands" data-live="fronts stories" data-live-from={frontAddress(view)}>
          <FrontHead {...props} />
          <FrontPlaces {...props} />
        </div>
      </Pane>
      <Pane name="pool" label="Published stories">
        <FrontPool {...props} />
      </Pane>
      <Pane name="hand" label={open ? 'What is said of the story' : 'Banner, rules, past'}>
        {open && <HandForm {...props} open={open} />}
        <BannerPart {...props} />
        <PastPart {...props} />
        <RulesPart view={view} />
      </Pane>
    </DeskPage>
  );
}

/** Which hands lie on it: other ones when one has ended, though nobody did anything. */
const handsMark = ({ rows, idle }: FrontView): string =>
  [...rows, ...idle].flatMap(({ hand }) => hand?.storyId ?? []).join(' ');

/** Which front: of which language, and which section. */
function Which({ view }: { view: FrontView }) {
  const { front, section, sections, languages } = view;
  return (
    <nav class="filters which" aria-label="Which front">
      {languages.length > 1 &&
        languages.map((language) => (
          <a
            key={language}
            href={frontAddress({ front: { ...front, language }, section })}
            aria-current={language === front.language ? 'page' : undefined}
          >
            {englishName(language)}
          </a>
        ))}
      {languages.length > 1 && <span class="gap" />}
      {[null, ...sections].map((each) => (
        <a
          key={each?.id ?? 'front'}
          href={frontAddress({ front, section: each })}
          aria-current={each?.id === section?.id ? 'page' : undefined}
        >
          {each?.name ?? 'Front'}
        </a>
      ))}
      <span class="gap" />
      <span class="dim" data-live-state />
    </nav>
  );
}

/** What is not out yet, and the one form that every button of the places belongs to. */
function FrontHead({ frame, when, view, proof }: FrontPageProps) {
  const { state, section, front } = view;
  const last = state.doings.at(-1);
  const { isPending } = state;
  return (
    <form
      id="front-act"
      class="front-head"
      method="post"
      action="/desk/front/hands"
      data-front-act
      data-hands={handsMark(view)}
    >
      <FormToken form={frame.form} />
      <input type="hidden" name="language" value={front.language} />
      <input type="hidden" name="section" value={section?.slug ?? ''} />
      <input type="hidden" name="basedOn" value={state.version} />
      <p class={isPending ? 'unsure' : 'dim'} role="status">
        {isPending ? 'Not out yet: readers see the front as it was. ' : 'Readers see it so. '}
        {last && <span class="dim">{doingLine(last, when)}.</span>}
      </p>
      <div class="actions">
        <a class="btn quiet" href={proof} data-key="p">
          Proof
        </a>
        <button type="submit" formaction="/desk/front/out" data-key="P" disabled={!isPending}>
          Put out
        </button>
        <button
          type="submit"
          class="quiet"
          formaction="/desk/front/undo"
          data-key="z"
          disabled={!state.mayUndo}
        >
          Undo
        </button>
        {isPending && (
          <button type="submit" class="quiet" formaction="/desk/front/drop">
            Drop
          </button>
        )}
        <button
          type="submit"
          class="quiet"
          formaction="/desk/front/undo-out"
          data-key="Z"
          disabled={!state.mayUndoOut}
        >
          Undo put-out
        </button>
      </div>
    </form>
  );
}

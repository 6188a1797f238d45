/** Somebody else changed the front first: what they did, what was wanted, and a way to do it all the same. */
import type { FrontDoing } from '../../fronts/front.ts';
import { placeWord, readPlace } from '../../fronts/places.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';
import { frontAddress } from './front-props.ts';
import type { FrontView } from './front-view.ts';
import { doingLine, placeName } from './front-words.ts';

interface FrontChangedProps {
  frame: DeskFrame;
  when: PageTime;
  view: FrontView;
  words: string;
  since: FrontDoing[];
  /** Where the form was sent, and what it said. */
  to: string;
  sent: { name: string; value: string }[];
  basedOn: string;
  /** Of the story that it was about. */
  headline: string;
}

const keys: DeskKey[] = [
  { keys: ['y'], does: 'do it all the same', foot: true },
  { keys: ['b'], does: 'leave it, back to the front', foot: true },
];

export function FrontChangedPage(props: FrontChangedProps) {
  const { frame, when, view, words, since, to, sent, basedOn } = props;
  return (
    <DeskPage {...frame} title="Changed meanwhile" current="front" keys={keys}>
      <div class="page-head">
        <h1>Changed meanwhile</h1>
      </div>
      <Notice kind="bad">{words}</Notice>
      <h2>What you wanted</h2>
      <p class="wanted">{wantedOf(props)}</p>
      {since.length > 0 && (
        <>
          <h2>What was done since</h2>
          <ul>
            {since.map((doing) => (
              <li key={doing.version}>{doingLine(doing, when)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>How it stands now</h2>
      <ol class="places">
        {view.rows.slice(0, SHOWN).map(({ place, story, hand }) => (
          <li key={placeWord(place)} class="place">
            <span class="where">{placeName(place, view.sections)}</span>
            <bdi class="headline">{hand?.headline || story.headline}</bdi>
          </li>
        ))}
      </ol>
      <form class="actions" method="post" action={to}>
        <FormToken form={frame.form} />
        <input type="hidden" name="basedOn" value={basedOn} />
        {sent.map(({ name, value }, at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" data-key="y" aria-keyshortcuts="y">
          Do it all the same <kbd>y</kbd>
        </button>
        <a class="btn quiet" href={frontAddress(view)} data-key="b" aria-keyshortcuts="b">
          Leave it <kbd>b</kbd>
        </a>
      </form>
    </DeskPage>
  );
}

const SHOWN = 9; // places: those that a reader sees first

const acts: Record<string, string> = {
  first: 'Put first',
  to: 'Put at a place',
  evening: 'Hold its place',
  urgent: 'Hold until something urgent',
  up: 'Move up',
  down: 'Move down',
  'let-go': 'Let go',
  lay: 'Say this of it',
};

function wantedOf({ to, sent, headline, view }: FrontChangedProps): string {
  const said = (name: string) => sent.find((each) => each.name === name)?.value ?? '';
  if (to.endsWith('/banner')) return `Put up the banner “${said('words')}”.`;
  if (to.endsWith('/banner/end')) return 'Take the banner down.';
  if (to.endsWith('/out')) return 'Put the front out, as you saw it.';
  if (to.includes('/undo')) return 'Undo.';
  if (to.endsWith('/drop')) return 'Drop what was worked on.';
  const [act = '', word = ''] = said('act').split('|');
  const place = readPlace(act === 'lay' ? said('place') : act === 'to' ? word : '');
  const parts = [
    place ? `at ${placeName(place, view.sections)}` : '',
    said('headline') ? `headline “${said('headline')}”` : '',
    said('kicker') ? `kicker “${said('kicker')}”` : '',
  ].filter((part) => part !== '');
  return `${acts[act] ?? 'Change'}: “${headline}”${parts.length > 0 ? `, ${parts.join(', ')}` : ''}.`;
}

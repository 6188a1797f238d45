/** The wire: the list, the chosen item as it was received, and what its source allows. */
import { directionOf } from '../../kit/language-tag.ts';
import { markup } from '../../views/markup.ts';
import { deskBody } from '../views/desk-body.ts';
import {
  type DeskFrame,
  type DeskKey,
  DeskPage,
  FormToken,
  Notice,
  Pane,
  PaneTabs,
} from '../views/desk-layout.tsx';
import { DiffText } from '../views/diff-text.tsx';
import { dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { SetAside } from './wire-aside.tsx';
import { Beside } from './wire-beside.tsx';
import { IntoLive } from './wire-into-live.tsx';
import { WirePane, type WireProps } from './wire-pane.tsx';
import { PICK_UP, PickUpForm } from './wire-pick-up.tsx';
import type { WireItem } from './wire-view.ts';

export interface WirePageProps {
  frame: DeskFrame;
  wire: WireProps;
  item: WireItem | null;
  /** Whether the item was asked for by its address: on a phone it is then what is shown. */
  isAsked: boolean;
  /** Why the last act was refused. */
  refused?: string | undefined;
  /** What came of reading it again. */
  replayed?: string | undefined;
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous item', foot: true },
  { keys: ['Enter'], does: 'pick up, or open the story it became', foot: true },
  { keys: ['o'], does: 'open the original', foot: true },
  { keys: ['e'], does: 'make it an entry of the live story under way, or see why not' },
  { keys: ['c'], does: 'another tells of the same event: hold this, and put the two together' },
  { keys: ['x'], does: 'this one tells of something else' },
  { keys: ['u'], does: 'take back what was put together or parted last' },
];

export function WirePage({ frame, wire, item, isAsked, refused, replayed }: WirePageProps) {
  return (
    <DeskPage {...frame} title="Wire" current="wire" panes keys={keys}>
      <h1 class="unseen">Wire</h1>
      <PaneTabs
        tabs={[
          { pane: 'wire', name: 'List' },
          { pane: 'copy', name: 'Item' },
          { pane: 'beside', name: 'Its facts' },
        ]}
        open={isAsked ? 'copy' : 'wire'}
      />
      <Pane name="wire" label="Wire">
        <WirePane {...wire} />
      </Pane>
      <Pane name="copy" label="Item as received">
        {refused && <Notice kind="bad">{refused}</Notice>}
        {replayed && <Notice kind="good">{replayed}</Notice>}
        {item ? <Reading item={item} form={frame.form} when={wire.when} /> : <NothingChosen />}
      </Pane>
      <Pane name="beside" label="Where it comes from">
        {item && <Beside item={item} filter={wire.filter} when={wire.when} form={frame.form} />}
      </Pane>
    </DeskPage>
  );
}

function NothingChosen() {
  return <p class="empty">What is chosen on the wire is read here, as it was received.</p>;
}

function Reading({ item, form, when }: { item: WireItem; form: string; when: PageTime }) {
  const ways = item.language
    ? { lang: item.language, dir: directionOf(item.language) }
    : { dir: 'auto' as const };
  return (
    <article class="reading" data-chosen={item.id}>
      <p class="meta-line">
        <span class="source">{item.source.name}</span>
        {item.language && <span>{englishName(item.language)}, as received</span>}
        <span>{dayAndTime(item.receivedAt, when)}</span>
        {item.versions.length > 1 && (
          <span>
            version {item.shownVersion} of {item.versions.length}
          </span>
        )}
      </p>
      <h2 class={item.status === 'canceled' ? 'item-headline struck' : 'item-headline'} {...ways}>
        {item.changes ? <DiffText changes={item.changes.headline} /> : item.headline}
      </h2>
      <State item={item} when={when} />
      {item.summary && (
        <p class="dek" {...ways}>
          {item.summary}
        </p>
      )}
      <ItemActions item={item} form={form} when={when} />
      {item.byline && <p class="meta-line">{item.byline}</p>}
      <ItemBody item={item} ways={ways} />
      <SetAside aside={item.aside} formId={item.storyId ? null : PICK_UP} />
    </article>
  );
}

function ItemBody({ item, ways }: { item: WireItem; ways: object }) {
  if (item.changes)
    return (
      <div class="body-text diff" {...ways}>
        <p class="pre">
          <DiffText changes={item.changes.text} />
        </p>
      </div>
    );
  const lookAt = new Map(item.pictures.map(({ href, number }) => [href, number]));
  const look = (href: string): string | null => {
    const number = lookAt.get(href);
    return number === undefined ? null : `/desk/wire/${item.id}/pictures/${number}`;
  };
  return <div class="body-text" {...ways} {...markup(deskBody(item.bodyHtml, look))} />;
}

function State({ item, when }: { item: WireItem; when: PageTime }) {
  return (
    <>
      {item.status === 'canceled' && <Notice kind="bad">The source has withdrawn this item.</Notice>}
      {item.status === 'withheld' && <Notice kind="unsure">The source withholds this item for now.</Notice>}
      {item.embargoUntil !== null && item.embargoUntil > when.now && (
        <Notice kind="unsure">Under embargo until {dayAndTime(item.embargoUntil, when)}.</Notice>
      )}
      {item.expiresAt !== null && (
        <Notice kind="unsure">
          {item.expiresAt > when.now ? 'May be used until' : 'Could be used until'}{' '}
          {dayAndTime(item.expiresAt, when)}.
        </Notice>
      )}
      {item.facts?.note && (
        <Notice kind="unsure">
          To the desk, never to be published: <span dir="auto">{item.facts.note}</span>
        </Notice>
      )}
    </>
  );
}

function ItemActions({ item, form, when }: { item: WireItem; form: string; when: PageTime }) {
  const isFree = item.status === 'usable' && (item.embargoUntil ?? 0) <= when.now;
  return (
    <div class="actions">
      {item.storyId ? (
        <a class="btn" href={`/desk/stories/${item.storyId}`} data-pick-up>
          Open the story <kbd>Enter</kbd>
        </a>
      ) : (
        <PickUpForm
          itemId={item.id}
          form={form}
          isFree={isFree}
          pictures={item.pictures.length}
          {...item.pickUp}
        />
      )}
      <IntoLive item={item} form={form} isFree={isFree} />
      {item.link && (
        <a class="btn quiet" href={item.link} rel="noopener noreferrer" target="_blank" data-original>
          Original <kbd>o</kbd>
        </a>
      )}
      <a class="btn quiet" href={`/desk/wire/${item.id}/raw?version=${item.shownVersion}`} download>
        As it came
      </a>
      <form method="post" action={`/desk/wire/${item.id}/replay`} class="inline">
        <FormToken form={form} />
        <button type="submit" class="quiet" title="Its bytes, through today’s parser">
          Read again
        </button>
      </form>
    </div>
  );
}

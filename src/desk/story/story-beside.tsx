/** Beside the copy: where the story is filed, how it came to us, who says what, its picture, takes and history. */
import { bodyCopyOf } from '../../kit/body-copy.ts';
import type { AuditLine, DeskStory } from '../../stories/desk-read.ts';
import { Field, PaneHead } from '../views/desk-layout.tsx';
import { clockTime, counted, dayAndTime, englishName, type PageTime } from '../views/words.ts';
import { NoticeLines } from '../wire/wire-notices.tsx';
import { AlertPanel } from './alert-panel.tsx';
import { EmbargoField } from './embargo-part.tsx';
import { HopForm } from './hop-form.tsx';
import { KindOptions } from './kind-options.tsx';
import { LivePart } from './live-part.tsx';
import { PicturePart } from './picture-part.tsx';
import { Planned } from './plan-part.tsx';
import { FindingsPart } from './story-findings.tsx';
import { WaysOut } from './story-panels.tsx';
import { AmongOurselves } from './story-remarks.tsx';
import { StatementForm, Statements } from './story-statements.tsx';
import { Suggestions } from './story-suggestions.tsx';
import {
  COPY_FORM,
  isWritable,
  mayChangeShown,
  type StoryPageProps,
  type StoryPartProps,
} from './story-view.ts';
import { MergeForm, TiesPart } from './ties-part.tsx';

const RECENT = 5; // takes and acts shown; all of them are a click away

export function StoryBeside(props: StoryPageProps) {
  const writable = isWritable(props);
  const isFiledAnew = props.story.notPublished.some((part) => part !== 'copy');
  return (
    <>
      <Changed {...props} />
      <FindingsBeside {...props} />
      <AlertPanel {...props} />
      <Planned {...props} />
      <PaneHead>How it came to us</PaneHead>
      <div class="facts" id="steps">
        <WayHere {...props} />
      </div>
      <PaneHead end={<kbd>Ctrl Shift X</kbd>}>
        Who says what · {props.statements.length} · <a href="/desk/speakers">speakers</a>
      </PaneHead>
      <Statements {...props} />
      <Suggestions {...props} />
      {mayChangeShown(props) && (
        <div class="facts">
          <StatementForm {...props} />
        </div>
      )}
      <AmongOurselves {...props} />
      {writable && (
        <>
          <PaneHead end={isFiledAnew && <span class="unsure">not published</span>}>Filed under</PaneHead>
          <div class="facts">
            <Filing {...props} />
          </div>
        </>
      )}
      <PaneHead>Ties and series</PaneHead>
      <TiesPart {...props} />
      <PaneHead>Picture</PaneHead>
      <div class="facts" id="story-picture">
        <PicturePart {...props} />
      </div>
      <PaneHead end={<a href={`/desk/stories/${props.story.id}/takes`}>all and changes</a>}>
        {counted(props.edition.takes.length, 'take')}
      </PaneHead>
      <Takes {...props} />
      <PaneHead>What was done</PaneHead>
      <History audit={props.story.audit} when={props.when} />
      <div class="facts">
        <div>
          {props.mayPublish && <MergeForm {...props} />}
          <WaysOut {...props} />
        </div>
      </div>
    </>
  );
}

/** What the source did to the item since it was picked up: above everything else. */
export function Changed({ notices, story, frame, when }: StoryPartProps) {
  return (
    <LivePart id="changed" story={story} frame={frame}>
      {notices.length > 0 && (
        <>
          <PaneHead>The source has changed it</PaneHead>
          <NoticeLines notices={notices} when={when} form={frame.form} backTo={`/desk/stories/${story.id}`} />
        </>
      )}
    </LivePart>
  );
}

export function FindingsBeside(props: StoryPartProps) {
  return <FindingsPart {...props} bodyText={bodyCopyOf(props.typed.bodyHtml).text()} />;
}

function WayHere(props: StoryPageProps) {
  const { story } = props;
  return (
    <>
      {story.hops.length > 0 && (
        <div class="fact">
          <ol class="hops">
            {story.hops.map((hop) => (
              <li key={hop.id} class={hop.party === '' ? 'unknown' : undefined}>
                <bdi>{hop.party || 'someone unknown'}</bdi>
                <small>{hopFacts(hop, props.when)}</small>
              </li>
            ))}
          </ol>
        </div>
      )}
      {story.source && (
        <div class="fact">
          <span>
            {story.source.credit ? `Credit owed: ${story.source.credit}` : 'No credit line is owed.'}{' '}
            {!story.source.mayAlert && <span class="unsure">No alerts.</span>}
          </span>
          {story.itemId && <a href={`/desk/wire/${story.itemId}`}>The item as received</a>}
        </div>
      )}
      {mayChangeShown(props) && <HopForm {...props} />}
    </>
  );
}

function hopFacts(hop: DeskStory['hops'][number], when: PageTime): string {
  const parts = [
    hop.act,
    hop.language ? englishName(hop.language) : null,
    hop.at === null ? null : dayAndTime(hop.at, when),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function Filing(props: StoryPageProps) {
  const { typed, sections, topicNames, refused } = props;
  return (
    <div class="form">
      <input type="hidden" name="filed" value="yes" form={COPY_FORM} />
      <Field label="Section" name="sectionId">
        <select id="sectionId" name="sectionId" form={COPY_FORM}>
          <option value="">none</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id} selected={id === typed.sectionId}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Kind" name="kind">
        <select id="kind" name="kind" form={COPY_FORM}>
          <KindOptions chosen={typed.kind} />
        </select>
      </Field>
      <Field label="Topics, with commas between" name="topics">
        <input
          id="topics"
          name="topics"
          form={COPY_FORM}
          value={typed.topics}
          list="topic-names"
          dir="auto"
        />
      </Field>
      <datalist id="topic-names">
        {topicNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <EmbargoField {...props} />
      <Field label="Slug, our working name" name="slug" wrong={refused?.fields.slug}>
        <input id="slug" name="slug" form={COPY_FORM} value={typed.slug} />
      </Field>
      <label class="check">
        <input type="checkbox" name="repliesOpen" value="yes" form={COPY_FORM} checked={typed.repliesOpen} />
        Readers may reply
      </label>
    </div>
  );
}

function Takes({ edition, when }: StoryPageProps) {
  return (
    <ol class="facts lines" reversed>
      {edition.takes.slice(0, RECENT).map((take) => (
        <li key={take.id} class="line">
          <span class="num">{take.number}</span>
          <span>
            {take.byName ?? 'Crier'}
            {take.note && <span class="dim"> · {take.note}</span>}
            {take.readers && <span class="source"> · readers {take.readers} this</span>}
          </span>
          <time class="dim">{clockTime(take.savedAt, when)}</time>
        </li>
      ))}
    </ol>
  );
}

function History({ audit, when }: { audit: AuditLine[]; when: PageTime }) {
  return (
    <ol class="facts lines" reversed>
      {audit.slice(0, RECENT).map((line) => (
        <li key={line.id} class="line">
          <span>
            {line.act} <span class="dim">· {line.byName ?? 'Crier'}</span>
          </span>
          <time class="dim">{dayAndTime(line.at, when)}</time>
        </li>
      ))}
    </ol>
  );
}

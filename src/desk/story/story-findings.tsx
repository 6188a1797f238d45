/**
 * What the checks found and what stands in the way, each a step from its place in the copy. The page's script goes to the
 * place, marks it, puts a suggestion in and looks again while an editor writes; without it all of it is links and forms.
 */
import type { Finding } from '../../checks/check.ts';
import { inkPlace } from '../../kit/ink-place.ts';
import type { Obstacle } from '../../stories/story.ts';
import { FormToken, PaneHead } from '../views/desk-layout.tsx';
import { Fold } from './fold.tsx';
import { LivePart } from './live-part.tsx';
import { isWritable, type StoryPartProps } from './story-view.ts';

/** Where on the page each part of the copy is written. */
const places: Record<Finding['part'], string> = {
  headline: '#headline',
  dek: '#dek',
  byline: '#byline',
  body: '#body',
  hops: '#steps',
};

const colours: Record<Finding['severity'], string> = { critical: 'live', major: 'unsure', minor: 'dim' };

export interface FindingsProps {
  storyId: string;
  form: string;
  /** The copy that the findings are about: places in it are told without its spaces. */
  copy: Record<'headline' | 'dek' | 'byline', string>;
  bodyText: string;
  findings: Finding[];
  obstacles: Obstacle[];
  dismissed: number;
  silent: string[];
  isWritable: boolean;
  whole: boolean;
}

export function FindingsPart(props: StoryPartProps & { bodyText: string }) {
  const { story, frame, findings, obstacles, dismissed, silent, bodyText } = props;
  const list = { findings, obstacles, dismissed, silent, copy: props.typed, bodyText, whole: props.whole };
  return (
    <LivePart id="findings" story={story} frame={frame}>
      <FindingList {...list} storyId={story.id} form={frame.form} isWritable={isWritable(props)} />
    </LivePart>
  );
}

/** The list alone: what the page's script fetches anew while someone writes. */
export function FindingList(props: FindingsProps) {
  const { findings, dismissed, silent } = props;
  const found = new Set(findings.map(({ check }) => check));
  const others = props.obstacles.filter(({ code }) => !found.has(code));
  const count = findings.length + others.length;
  return (
    <>
      <PaneHead end={<kbd>F8</kbd>}>{count > 0 ? `Findings · ${count}` : 'Nothing found'}</PaneHead>
      {findings.length > 1 && <p class="quiet-line">The worst first, then as they stand in the copy.</p>}
      <ul class="facts findings">
        {others.map(({ code, words }) => (
          <li key={code} class="fact">
            <span class="live">{words}</span>
            <span class="k">{code.replaceAll('-', ' ')}</span>
          </li>
        ))}
        {findings.map((finding, index) => (
          <OneFinding
            key={`${finding.check} ${finding.start} ${finding.end}`}
            {...props}
            finding={finding}
            index={index}
          />
        ))}
      </ul>
      {(dismissed > 0 || silent.length > 0) && (
        <p class="quiet-line">
          {dismissed > 0 && `${dismissed} dismissed. `}
          {silent.length > 0 && (
            <span title={silent.join(', ')}>
              {silent.length === 1 ? 'One check has' : `${silent.length} checks have`} no rule for this
              language.
            </span>
          )}
        </p>
      )}
    </>
  );
}

function OneFinding(props: FindingsProps & { finding: Finding; index: number }) {
  const { finding } = props;
  const { check, severity, part, message, suggestion, text } = finding;
  const inks = inkPlace(textOf(props, part), finding);
  return (
    <li
      class="fact finding"
      data-severity={severity}
      data-check={check}
      data-part={part}
      data-from={inks.from}
      data-to={inks.to}
      data-text={text}
    >
      <a class={colours[severity]} href={places[part]} data-finding>
        {message}
      </a>
      {suggestion !== undefined && text !== '' && (
        <span class="instead">
          <bdi class="source">{suggestion === '' ? 'take it away' : shown(suggestion)}</bdi>
          {props.isWritable && (
            <button type="button" class="quiet small" data-apply={suggestion} hidden>
              Put in <kbd>Ctrl Alt Enter</kbd>
            </button>
          )}
        </span>
      )}
      <span class="k">
        {severity} · {check.replaceAll('-', ' ')}
      </span>
      {props.isWritable && <Dismissal {...props} />}
    </li>
  );
}

function textOf({ copy, bodyText }: FindingsProps, part: Finding['part']): string {
  if (part === 'body') return bodyText;
  return part === 'hops' ? '' : copy[part];
}

function shown(suggestion: string): string {
  return suggestion.trim() === '' ? 'a space' : suggestion;
}

function Dismissal(props: FindingsProps & { finding: Finding; index: number }) {
  const { finding, storyId, form, index, whole } = props;
  const { check, part, text, message, start, end } = finding;
  const id = `reason-${index}`;
  return (
    <Fold
      class="dismiss"
      whole={whole}
      fold={`${check} ${part} ${start} ${end}`}
      summary={
        <summary>
          Dismiss <kbd>Ctrl Alt D</kbd>
        </summary>
      }
    >
      <form method="post" action={`/desk/stories/${storyId}/findings/dismissals`} class="form" data-dismiss>
        <FormToken form={form} />
        {Object.entries({ check, part, text, message }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label for={id}>Why it is right as it stands</label>
        <input id={id} name="reason" required maxlength={200} dir="auto" />
        <div class="actions">
          <button type="submit" class="small" name="for" value="story">
            In this story
          </button>
          <button type="submit" class="quiet small" name="for" value="paper">
            In every story
          </button>
        </div>
      </form>
    </Fold>
  );
}

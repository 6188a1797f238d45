/** What the checks found between a sentence and its original: said at the line, mended or settled by key. */
import type { DeskFinding, DeskPair } from '../../translation/read-translation.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { pathOf, type RowProps } from './translation-view.ts';

export function PairFindings(props: RowProps) {
  const standing = props.pair.findings.filter((finding) => finding.settled === null);
  if (standing.length === 0) return null;
  return (
    <ul class="pair-findings">
      {standing.map((finding) => (
        <li key={finding.check + finding.words} class={finding.severity} tabindex={-1} data-finding>
          <span class="pair-finding-words">{finding.message}</span>
          <Suggested pair={props.pair} finding={finding} />
          <Settle {...props} finding={finding} />
        </li>
      ))}
    </ul>
  );
}

/** What may stand there instead; the script puts it into the sentence, and the editor keeps it. */
function Suggested({ pair, finding }: { pair: DeskPair; finding: DeskFinding }) {
  const { suggestion, target } = finding;
  if (suggestion === undefined || !target) return null;
  return (
    <button
      type="button"
      class="small quiet with-script"
      data-put={pair.targetText.slice(target.start, target.end)}
      value={suggestion}
    >
      Put <bdi>{suggestion.length > SHOWN ? `${suggestion.slice(0, SHOWN)}…` : suggestion}</bdi>
    </button>
  );
}

const SHOWN = 60; // characters of a suggestion on its button; the rest is seen in the sentence

function Settle({ pair, translation, frame, finding }: RowProps & { finding: DeskFinding }) {
  return (
    <details class="settle">
      <summary>It is right</summary>
      <form method="post" action={`${pathOf(translation)}/sentences/${pair.id}`} class="inline">
        <FormToken form={frame.form} />
        <input type="hidden" name="check" value={finding.check} />
        <input type="hidden" name="words" value={finding.words} />
        <label>
          Because <input name="reason" required maxlength={200} />
        </label>
        <button type="submit" class="small" name="do" value="settle">
          Settle
        </button>
      </form>
    </details>
  );
}

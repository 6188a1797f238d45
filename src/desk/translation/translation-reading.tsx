/** The gate of a translation: a named person says that they have read it, and the receipt of how it was made. */
import { covers } from '../../staff/roles.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { counted, dayAndTime, type PageTime } from '../views/words.ts';
import { pathOf, type TranslationProps } from './translation-view.ts';

export function ReadingPart(props: TranslationProps) {
  const { translation, frame, when } = props;
  const { storyId, editionId, read, open, critical, takeId } = translation;
  return (
    <section class="translation-end" aria-labelledby="reading-title">
      <h2 id="reading-title">Reading</h2>
      {read ? (
        <p class="source">
          Read by {read.name}, {dayAndTime(read.at, when)}. Whoever changes a word asks for another reading.{' '}
          {covers(frame.staff.role, 'editor') && (
            <a class="btn" href={`/desk/stories/${storyId}#publish`}>
              Publish…
            </a>
          )}
        </p>
      ) : (
        <form
          method="post"
          action={`/desk/stories/${storyId}/translation/${editionId}/reading`}
          class="form narrow"
        >
          <FormToken form={frame.form} />
          <input type="hidden" name="basedOn" value={takeId} />
          {open > 0 && <p class="unsure">While sentences are open, nobody can have read it.</p>}
          {critical > 0 && (
            <label>
              {critical} critical {critical === 1 ? 'finding stands' : 'findings stand'}. Why it may go out
              all the same
              <input name="override" maxlength={300} />
            </label>
          )}
          <div class="actions">
            <button type="submit" disabled={open > 0}>
              I have read it against the original
            </button>
          </div>
        </form>
      )}
      <Receipt {...props} />
    </section>
  );
}

function Receipt({ receipt, translation, when }: TranslationProps) {
  const edited = receipt.edited === 1 ? 'sentence was' : 'sentences were';
  return (
    <details class="receipt-of">
      <summary>How it was made</summary>
      <ul class="receipt">
        {Object.entries(receipt.engines).map(([name, count]) => (
          <li key={name}>
            {name}: {counted(count, 'sentence')}
          </li>
        ))}
        {receipt.edited > 0 && (
          <li>
            {receipt.edited} {edited} changed by the desk
          </li>
        )}
        {receipt.readings.map(({ by, at }) => (
          <li key={at}>
            Read by {by ?? 'the newsroom itself'}, {dayAndTime(at, when)}
          </li>
        ))}
        {receipt.overridden.map(({ message, reason }) => (
          <li key={message}>
            Overridden: {message} Because: {reason}
          </li>
        ))}
        {receipt.settled.map((one) => (
          <li key={`${one.at} ${one.check} ${one.words}`}>
            Settled: {one.check} <bdi>{one.words.replace('|', ' · ')}</bdi>, {whoAndWhen(one, when)} Because:{' '}
            {one.reason}
          </li>
        ))}
        {receipt.dropped.map((one) => (
          <li key={one.text}>
            Left out: <bdi>{one.text}</bdi> {whoAndWhen(one, when)} Because: {one.reason}
          </li>
        ))}
        {receipt.added.map((one) => (
          <li key={one.text}>
            Added: <bdi>{one.text}</bdi> {whoAndWhen(one, when)} Because: {one.reason}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${pathOf(translation)}/receipt.json`} download>
          The receipt as a file
        </a>
      </p>
    </details>
  );
}

const whoAndWhen = ({ by, at }: { by: string | null; at: number }, when: PageTime): string =>
  `${by ?? 'the newsroom itself'}, ${dayAndTime(at, when)}.`;

/** The gate of a translation: a named person says that they have read it, and the receipt of how it was made. */
import { FormToken } from './desk-layout.tsx';
import type { TranslationProps } from './translation-view.ts';
import { dayAndTime } from './words.ts';

export function TranslationReading(props: TranslationProps) {
  const { translation, frame, when } = props;
  const { storyId, editionId, read, open, critical, takeId } = translation;
  return (
    <section class="translation-end" aria-labelledby="reading-title">
      <h2 id="reading-title">Reading</h2>
      {read ? (
        <p class="source">
          Read by {read.name}, {dayAndTime(read.at, when)}. Whoever changes a word asks for another reading.
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

function Receipt({ receipt }: TranslationProps) {
  return (
    <details>
      <summary>How it was made</summary>
      <ul class="receipt">
        {Object.entries(receipt.engines).map(([name, count]) => (
          <li key={name}>
            {name}: {count} {count === 1 ? 'sentence' : 'sentences'}
          </li>
        ))}
        {receipt.overridden.map(({ message, reason }) => (
          <li key={message}>
            Overridden: {message} Because: {reason}
          </li>
        ))}
        {receipt.dropped.map(({ text, reason }) => (
          <li key={text}>
            Left out: <bdi>{text}</bdi> Because: {reason}
          </li>
        ))}
        {receipt.added.map(({ text, reason }) => (
          <li key={text}>
            Added: <bdi>{text}</bdi> Because: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

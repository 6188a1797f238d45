/** What the file of a picture says of itself, line by line with where it was read. */
import { fieldNames } from '../../media/said.ts';
import type { MediaPageProps } from './media-props.ts';

export function MediaSaid({ piece }: MediaPageProps) {
  const { said, problems, credentials } = piece;
  return (
    <section class="fact">
      <h2>What its file says</h2>
      {credentials !== '' && (
        <p class="source">
          It came with Content Credentials{credentials === 'unknown' ? '' : `, signed by ${credentials}`}. The
          file as it came has them still; what readers are shown was scaled, and does not carry them on.
        </p>
      )}
      {problems.map((words) => (
        <p key={words} class="unsure">
          {words}
        </p>
      ))}
      {said.length === 0 ? (
        <p class="dim">Nothing.</p>
      ) : (
        <dl class="file-lines">
          {said.map(({ field, value, from }) => (
            <div key={`${field} ${from} ${value}`}>
              <dt>
                {fieldNames[field]} <span class="dim">{from}</span>
              </dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="dim">
        {piece.name && (
          <>
            <bdi>{piece.name}</bdi> ·{' '}
          </>
        )}
        {piece.width} × {piece.height}
        {piece.format && ` · ${piece.format.toUpperCase()}`}
        {piece.size > 0 && ` · ${sizeInWords(piece.size)}`}
      </p>
    </section>
  );
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The log of everything that was put right or withdrawn. Of a killed story it says that, and never its headline again. */

import { directionOf } from '../kit/language-tag.ts';
import type { CorrectionLine } from '../stories/corrections.ts';
import type { Cursor } from '../stories/cursor.ts';
import { dayAndTimeOf, isoOf } from '../views/when.ts';
import { type Frame, SitePage } from './frame.tsx';
import { Pages } from './list-page.tsx';

interface Props {
  frame: Frame;
  corrections: CorrectionLine[];
  before: Cursor | null;
  later: boolean;
}

export function CorrectionsPage({ frame, corrections, before, later }: Props) {
  const { words, place, masthead } = frame;
  const path = `${frame.under}/corrections`;
  const kinds: Record<string, string> = words.corrections.kinds;
  return (
    <SitePage
      frame={frame}
      head={{
        title: `${words.corrections.title} — ${masthead.name}`,
        path,
        description: words.corrections.say,
        others: frame.fronts.map((front) => ({
          language: front.language,
          path: front.path === '/' ? '/corrections' : `${front.path}/corrections`,
        })),
      }}
    >
      <div class="page" data-page="corrections">
        <header class="page-head">
          <h1>{words.corrections.title}</h1>
          <p class="say">{words.corrections.say}</p>
        </header>
        {corrections.length === 0 && <p>{words.corrections.empty}</p>}
        <ol class="log" data-live="log">
          {corrections.map((line) => (
            <li key={line.id}>
              <p class="kicker">
                {kinds[line.kind] ?? line.kind}{' '}
                <time dateTime={isoOf(line.at)}>{dayAndTimeOf(place, line.at)}</time>
              </p>
              <div lang={line.language} dir={directionOf(line.language)}>
                {line.path !== null && (
                  <h2>
                    <a href={line.path}>{line.headline}</a>
                  </h2>
                )}
                <p>{line.notice}</p>
              </div>
            </li>
          ))}
        </ol>
        <Pages frame={frame} path={path} before={before} later={later} />
      </div>
    </SitePage>
  );
}

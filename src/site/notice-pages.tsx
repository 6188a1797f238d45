/** Pages that stand where something else is not: a killed story, no such address, a paper that is not open yet. */
import { directionOf } from '../kit/language-tag.ts';
import { Document } from '../views/document.tsx';
import { Spaced } from '../views/spaced.tsx';
import { dayAndTimeOf } from '../views/when.ts';
import { wordsFor } from '../views/words/words.ts';
import { type Frame, SitePage, searchPath } from './frame.tsx';

interface Killed {
  notice: string;
  at: number;
  language: string;
}

/** In place of a killed story: that it was withdrawn, when and why; none of what it said, not even its headline. */
export function KilledPage({ frame, killed, path }: { frame: Frame; killed: Killed; path: string }) {
  const { words, place } = frame;
  return (
    <SitePage
      frame={frame}
      head={{ title: `${words.gone.title} — ${frame.masthead.name}`, path, index: false }}
    >
      <div class="notice">
        <h1>{words.gone.title}</h1>
        <p>{words.gone.when(dayAndTimeOf(place, killed.at))}</p>
        {killed.notice !== '' && (
          <p class="kill" lang={killed.language} dir={directionOf(killed.language)}>
            {killed.notice}
          </p>
        )}
        <p>{words.gone.say}</p>
        <p class="ways-out">
          <Spaced>
            <a class="button quiet" href={`${frame.under}/corrections`}>
              {words.gone.log}
            </a>
            <a class="button quiet" href={frame.under || '/'}>
              {words.lost.front}
            </a>
          </Spaced>
        </p>
      </div>
    </SitePage>
  );
}

export function LostPage({ frame }: { frame: Frame }) {
  const { words } = frame;
  return (
    <SitePage
      frame={frame}
      head={{ title: `${words.lost.title} — ${frame.masthead.name}`, path: '/', index: false }}
    >
      <div class="notice">
        <h1>{words.lost.title}</h1>
        <p>{words.lost.say}</p>
        <p class="ways-out">
          <Spaced>
            <a class="button" href={searchPath(frame)}>
              {words.lost.search}
            </a>
            <a class="button quiet" href={frame.under || '/'}>
              {words.lost.front}
            </a>
          </Spaced>
        </p>
      </div>
    </SitePage>
  );
}

/** What stood in another house and was withdrawn there. */
export function GonePage({ frame }: { frame: Frame }) {
  const { words } = frame;
  return (
    <SitePage
      frame={frame}
      head={{ title: `${words.gone.title} — ${frame.masthead.name}`, path: '/', index: false }}
    >
      <div class="notice">
        <h1>{words.gone.title}</h1>
        <p>{words.gone.say}</p>
        <p class="ways-out">
          <a class="button quiet" href={frame.under || '/'}>
            {words.lost.front}
          </a>
        </p>
      </div>
    </SitePage>
  );
}

/** Before set-up there is no name and no language: plain words in English. */
export function ClosedPage() {
  const words = wordsFor('en').closed;
  return (
    <Document title={words.title} language="en" style="site-style" ownLetters>
      <main class="notice">
        <h1>{words.title}</h1>
        <p>{words.say}</p>
      </main>
    </Document>
  );
}

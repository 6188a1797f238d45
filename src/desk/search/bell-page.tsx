/** What rang for somebody: new things that fit their saved searches. */
import type { LookupHit } from '../../lookup/show-found.ts';
import { type DeskFrame, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { deskSearchPath } from '../views/search-fields.ts';
import type { PageTime } from '../views/words.ts';
import { FoundLine } from './found-list.tsx';

export interface BellPageProps {
  frame: DeskFrame;
  when: PageTime;
  opensStaff: boolean;
  /** By search, the newest first. */
  rung: { searchId: string; words: string; hits: LookupHit[] }[];
}

export function BellPage({ frame, when, rung, opensStaff }: BellPageProps) {
  return (
    <DeskPage {...frame} title="What rang" current={null} keys={rung.length > 0 ? keys : []}>
      <div class="page-head">
        <h1>What rang</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/search#saved">
            Your searches
          </a>
          {rung.length > 0 && (
            <form class="inline" method="post" action="/desk/bell/seen">
              <FormToken form={frame.form} />
              <button type="submit" data-key="y">
                I have seen all this <kbd>y</kbd>
              </button>
            </form>
          )}
        </div>
      </div>
      <div id="rung" data-live="rings">
        {rung.length === 0 && (
          <p class="empty">Nothing. A search that you save rings here when something new fits it.</p>
        )}
        {rung.map(({ searchId, words, hits }) => (
          <section class="found-group" key={searchId}>
            <h2>
              <a href={deskSearchPath(words)} dir="auto">
                {words}
              </a>
            </h2>
            <ul class="found">
              {hits.map((hit) => (
                <FoundLine key={hit.id} hit={hit} when={when} opensStaff={opensStaff} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </DeskPage>
  );
}

const keys = [
  { keys: ['j', 'k'], does: 'next and previous', foot: true },
  { keys: ['y'], does: 'all of it was seen', foot: true },
];

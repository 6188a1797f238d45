/** The speakers: everyone who says something in our stories, each under one name. */
import type { Speaker } from '../../sourcing/speakers.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';

export interface SpeakersPageProps {
  frame: DeskFrame;
  speakers: (Speaker & { statements: number })[];
  /** What is looked for; empty for all. */
  asked: string;
}

export function SpeakersPage({ frame, speakers, asked }: SpeakersPageProps) {
  return (
    <DeskPage {...frame} title="Speakers" current={null}>
      <div class="page-head">
        <h1>Speakers</h1>
        <form action="/desk/speakers" class="inline" role="search">
          <input name="q" type="search" value={asked} aria-label="A name, in any script" dir="auto" />
          <button type="submit" class="quiet small">
            Look
          </button>
        </form>
      </div>
      {speakers.length === 0 ? (
        <p class="empty">
          {asked === ''
            ? 'Nobody has said anything in a story yet.'
            : 'Nobody of this name has said anything yet.'}
        </p>
      ) : (
        <table class="list">
          <thead>
            <tr>
              <th>Name</th>
              <th>Also written</th>
              <th>Post</th>
              <th>Statements</th>
            </tr>
          </thead>
          <tbody>
            {speakers.map(({ id, name, variants, roles, statements, inConflict }) => (
              <tr key={id} data-row>
                <td>
                  <a href={`/desk/speakers/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                  {inConflict && <span class="unsure"> party to a conflict</span>}
                </td>
                <td dir="auto">{variants.join(', ')}</td>
                <td dir="auto">{roles.findLast(({ until }) => !until)?.title ?? ''}</td>
                <td>{statements}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </DeskPage>
  );
}

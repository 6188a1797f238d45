/** The page of the translation engines: which there are, one more, one tried, and the glossary. */
import type { EyeRecord } from '../../translation/ask-eye.ts';
import type { EngineState } from '../../translation/engines.ts';
import type { GlossaryLine } from '../../translation/glossary.ts';
import { type DeskFrame, DeskPage, Notice } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';
import { EngineForm, EngineList, TryForm } from './engine-list.tsx';
import { GlossaryPart } from './glossary-part.tsx';

export interface EnginesProps {
  frame: DeskFrame;
  when: PageTime;
  engines: EngineState[];
  /** What editors made of what a reader's eye pointed at; undefined where none is set up. */
  eye: EyeRecord | undefined;
  /** The one whose form is shown. */
  changed?: string | undefined;
  pair: { from: string; to: string };
  terms: GlossaryLine[];
  /** What was given to an engine to try it. */
  tried?: { engineId: string; text: string } | undefined;
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
}

export function EnginesPage(props: EnginesProps) {
  const { frame, engines, changed, done, refused } = props;
  const isAdministrator = frame.staff.role === 'administrator';
  return (
    <DeskPage {...frame} title="Translation" current="masthead">
      <div class="page-head">
        <h1>Translation</h1>
      </div>
      <p class="lead">
        Engines are asked in this order; what one fails at goes to the next. Copy whose source forbids it is
        only given to engines in the house.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{refused.words}</Notice>}
      {engines.length > 0 ? <EngineList {...props} /> : <p class="empty">No engine is set up yet.</p>}
      {isAdministrator && engines.length > 0 && <TryForm {...props} />}
      {isAdministrator && <EngineForm {...props} engine={engines.find(({ id }) => id === changed)} />}
      <GlossaryPart {...props} />
    </DeskPage>
  );
}

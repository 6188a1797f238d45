/** What editors decided of an event by hand, with the button that takes it back. */
import type { ClusterAct } from '../../wire/events/cluster-hand.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { counted, dayAndTime, type PageTime } from '../views/words.ts';

interface ActsProps {
  acts: ClusterAct[];
  form: string;
  when: PageTime;
  /** Where one is after taking it back. */
  backTo: string;
}

export function ClusterActs({ acts, form, when, backTo }: ActsProps) {
  const latest = acts.find(({ undoneAt }) => undoneAt === null);
  return (
    <ol class="facts">
      {acts.map((act) => (
        <li key={act.id} class="fact">
          <span class="k">
            {sayAct(act)} {act.byName}, {dayAndTime(act.at, when)}
            {act.undoneAt !== null && (
              <>
                {' '}
                · taken back{act.undoneByName && ` by ${act.undoneByName}`}, {dayAndTime(act.undoneAt, when)}
              </>
            )}
            {act.kind === 'parted' && act.undoneAt === null && (
              <>
                {' '}
                · <a href={`/desk/wire/clusters/${act.otherId}`}>the other</a>
              </>
            )}
          </span>
          {act.undoneAt === null && (
            <form method="post" action={`/desk/wire/cluster-acts/${act.id}/undo`} class="inline">
              <FormToken form={form} />
              <input type="hidden" name="back" value={backTo} />
              <button type="submit" class="quiet small" data-key={act === latest ? 'u' : undefined}>
                Take back {act === latest && <kbd>u</kbd>}
              </button>
            </form>
          )}
        </li>
      ))}
    </ol>
  );
}

function sayAct({ kind, items }: ClusterAct): string {
  return kind === 'joined'
    ? `${counted(items, 'item')} put together with the rest by`
    : `${counted(items, 'item')} parted from the rest by`;
}

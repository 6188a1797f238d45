/** A text with what went and what came marked in it. */
import type { WordRun } from './word-diff.ts';

export function DiffText({ changes }: { changes: WordRun[] }) {
  return (
    <>
      {changes.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'gone') return <del key={key}>{text}</del>;
        return kind === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
      })}
    </>
  );
}

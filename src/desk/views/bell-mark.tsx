/** The mark in the bar for what somebody is told: how much of it they have not seen. It follows the newsroom by itself. */

/** One kind of thing that somebody is told of, with where it is looked at. */
export interface BellLine {
  /** 'new for your searches': after a number. */
  words: string;
  href: string;
  count: number;
}

export function BellMark({ lines }: { lines: BellLine[] }) {
  const told = lines.filter(({ count }) => count > 0);
  const count = told.reduce((sum, line) => sum + line.count, 0);
  const said = told.map((line) => `${line.count} ${line.words}`).join(', ');
  const href = (told.length === 1 ? told[0]?.href : undefined) ?? '/desk/bell';
  return (
    <span id="bell" data-live="rings" data-live-from="/desk/bell">
      <a
        class="bell"
        href={href}
        title={said || 'Nothing rang'}
        data-bell={count}
        data-said={said}
        hidden={count === 0}
      >
        Rang <b class="badge">{count}</b>
        <span class="unseen"> {said}</span>
      </a>
    </span>
  );
}

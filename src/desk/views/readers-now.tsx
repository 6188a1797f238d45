/** How many read a story at this moment, beside its line in a list. */

/** As readership/readership.ts counts them. */
export interface ReadersBeside {
  minute: number;
  hour: number;
  open: number;
}

/** Nothing for a story that nobody reads. */
export function ReadersNowLine({ readers }: { readers: ReadersBeside | undefined }) {
  if (!readers || (readers.hour === 0 && readers.open === 0)) return null;
  const { minute, hour, open } = readers;
  const said = [
    minute > 0 ? `${minute.toLocaleString('en')} this minute` : null,
    `${hour.toLocaleString('en')} this hour`,
    open > 0 ? `${open.toLocaleString('en')} open` : null,
  ];
  return <span class="readers-now">{said.filter((each) => each !== null).join(' · ')}</span>;
}

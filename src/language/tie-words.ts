/** What is said on a story of others: those before and after it, its series, what it puts right, and where it goes on. */
export interface TieWords {
  earlier: string;
  /** Chosen by the desk. */
  related: string;
  moreBy: (name: string) => string;
  /** Before the name of a package. */
  partOf: string;
  series: string;
  part: (number: number, of: number) => string;
  partBefore: string;
  partAfter: string;
  /** Each of these stands before a headline. */
  updates: string;
  updatedBy: string;
  corrects: string;
  correctedBy: string;
  /** On an open page whose story went on in another. */
  goesOn: string;
  readThere: string;
}

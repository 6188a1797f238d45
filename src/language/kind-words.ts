/** What the kinds of stories are called for readers, on pages and in alerts. Plain news has no label. */
export interface KindWords {
  news: string;
  analysis: string;
  opinion: string;
  explainer: string;
  live: string;
  correction: string;
  obituary: string;
  letters: string;
  /** A headline with its label before it, where nothing but a line of text can say it. */
  labelled: (label: string, headline: string) => string;
}

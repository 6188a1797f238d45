/**
 * What a story is for its readers: the closed set. Columns, forms, checks, pages and formats all name these and no others; what
 * each of them makes of a kind stands with them.
 */
export const storyKinds = [
  'news',
  'analysis',
  'opinion',
  'explainer',
  'live',
  'correction',
  'obituary',
  'letters',
] as const;

export type StoryKind = (typeof storyKinds)[number];

/** The kind of that name; null for any other word. */
export function storyKindIn(word: string | null | undefined): StoryKind | null {
  return storyKinds.find((kind) => kind === word) ?? null;
}

const saidAlways: ReadonlySet<StoryKind> = new Set(['analysis', 'opinion', 'correction', 'letters']);

/** Whether a line that is read alone (a feed's title, an alert) says the kind: it is not reporting, or puts some right. */
export const isSaidAlways = (kind: StoryKind): boolean => saidAlways.has(kind);

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

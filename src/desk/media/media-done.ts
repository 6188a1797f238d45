/** What was done to a piece of media, said on its page. */
export const mediaDone: Record<string, string> = {
  kept: 'Kept. Pages that show it say so now.',
  cut: 'Cut anew. Every shape follows the eye, but those that you cut by hand.',
  turned: 'Turned.',
  replaced: 'Replaced, wherever it stands. What stood there is gone.',
  killed: 'Killed. It has left every page, feed and cache of this newsroom.',
  removed: 'Taken out of the library.',
};

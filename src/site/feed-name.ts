/** How the feeds of a live story are called: of all its entries, or of its key moments alone. */
export const feedName = (only: 'key' | null): string => (only === 'key' ? 'key-feed' : 'feed');

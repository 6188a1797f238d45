/** The two lists of what readers write: replies under stories, and objections to sentences of translations. */

export interface ReplyCounts {
  held: number;
  objected: number;
}

export function ReplyTabs({ current, held, objected }: ReplyCounts & { current: 'replies' | 'objections' }) {
  return (
    <nav class="filters" aria-label="What readers write">
      <a href="/desk/replies" aria-current={current === 'replies' ? 'page' : undefined}>
        Replies ({held})
      </a>
      <a href="/desk/replies/objections" aria-current={current === 'objections' ? 'page' : undefined}>
        Objections ({objected})
      </a>
    </nav>
  );
}

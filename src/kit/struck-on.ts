/** Words struck out from one paragraph into the next: HTML's end of a paragraph would end the stroke too. */

const TAGS = /<(\/?)(p|li|td|th|h[1-6]|div|del|s|strike)(?=[\s/>])[^<>]*>/gi;
const STROKE = /^(?:del|s|strike)$/;
const DEEPEST = 300; // elements that are looked back over; more are no copy of a newsroom

/**
 * HTML in which a stroke that is still open where its paragraph ends goes on after it, if its own end stands further on
 * (`<p>a <s>b</p><p>c</s> d</p>`). Each tag is looked at once.
 */
export function struckOn(html: string): string {
  if (!/<(?:del|s|strike)[\s>]/i.test(html)) return html;
  const tags = [...html.matchAll(TAGS)].map(({ 0: tag, 1: slash, 2: name = '', index }, at) => {
    return { start: index, end: index + tag.length, name: name.toLowerCase(), isEnd: slash === '/', at };
  });
  return goneOn(html, tags, endsNext(tags));
}

interface Tag {
  start: number;
  end: number;
  name: string;
  isEnd: boolean;
  at: number;
}

/** For each tag and stroke: whether the next tag of that stroke after it is an end. */
function endsNext(tags: Tag[]): Map<string, boolean>[] {
  const after: Map<string, boolean>[] = [];
  let known = new Map<string, boolean>();
  for (const { name, isEnd, at } of tags.toReversed()) {
    after[at] = known;
    if (STROKE.test(name) && known.get(name) !== isEnd) known = new Map(known).set(name, isEnd);
  }
  return after;
}

function goneOn(html: string, tags: Tag[], after: Map<string, boolean>[]): string {
  const pieces: string[] = [];
  let [open, waiting, from]: [string[], string[], number] = [[], [], 0];
  for (const { end, name, isEnd, at } of tags) {
    if (isEnd) {
      const within = closedBy(name, open);
      if (!STROKE.test(name))
        waiting = within.filter((each) => STROKE.test(each) && after[at]?.get(each) === true);
    } else open.push(name);
    if (open.length > DEEPEST) open = open.slice(-DEEPEST / 2);
    const next = tags[at + 1];
    // In a list it goes on within the next item, not between the two.
    const isBetween = isEnd && next && !next.isEnd && html.slice(end, next.start).trim() === '';
    if (waiting.length === 0 || isBetween) continue;
    pieces.push(html.slice(from, end), ...waiting.map((each) => `<${each}>`));
    open.push(...waiting);
    waiting = [];
    from = end;
  }
  return pieces.length === 0 ? html : pieces.join('') + html.slice(from);
}

/** Takes an element that ends off those that are open, and gives those that were open within it. */
function closedBy(name: string, open: string[]): string[] {
  const start = open.lastIndexOf(name);
  return start < 0 ? [] : open.splice(start).slice(1);
}

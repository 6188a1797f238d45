/** What of an item was set aside as a website's own furniture: shown, with the reason, and ticked to come back. */
import type { Aside } from '../../wire/reading/clean.ts';

const REASONS: Record<Aside['reason'], string> = {
  subscribe: 'asks to subscribe',
  share: 'share buttons',
  comments: 'comment form',
  'read-also': 'points to other stories',
  links: 'links to other stories',
  credit: 'credit of a picture',
  rights: 'copyright line',
  advertisement: 'advertisement',
  'feed-line': 'line of the feed',
  button: 'button or notice',
  repeated: 'said before',
  headline: 'the headline again',
  byline: 'the byline again',
  'agency-line': 'the agency’s own last line',
  struck: 'struck out by the source',
  hidden: 'hidden on its page',
  comment: 'remark of an editor',
  footnote: 'footnote',
};

/** `formId`: the form that picks the item up, which the ticks belong to; null where it was picked up. */
export function SetAside({ aside, formId }: { aside: Aside[]; formId: string | null }) {
  if (aside.length === 0) return null;
  return (
    <details class="more">
      <summary>Set aside as no copy: {aside.length}</summary>
      <ul class="plain">
        {aside.map((one) => (
          <li>
            {formId ? (
              <label>
                <input type="checkbox" name="back" value={String(one.at)} form={formId} /> put back
              </label>
            ) : null}{' '}
            <span class="dim">{REASONS[one.reason]}:</span> <span dir="auto">{one.text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

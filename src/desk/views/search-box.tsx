/** The way to the desk's search in the bar, the box that a key opens over any page, and the list of fields. */
import { deskSearchPath, fieldHelps } from './search-fields.ts';

/** In the bar. Without script it leads to the page. */
export function SearchLink() {
  return (
    <a class="to-search" href="/desk/search" data-search data-key="/" aria-keyshortcuts="/">
      Search <kbd>/</kbd>
    </a>
  );
}

/** What the script puts into the box, see browser/desk-search.ts. */
export function SearchBoxTemplate() {
  return (
    <template data-search-box>
      <search>
        <form class="desk-search" method="get" action="/desk/search">
          <input
            name="q"
            type="search"
            dir="auto"
            maxLength={1000}
            autocomplete="off"
            aria-label="Words and fields"
            placeholder="The wire, stories, pictures, speakers, sources, people"
          />
          <button type="submit">Search</button>
        </form>
      </search>
      <div data-found-here aria-live="polite" />
      <FieldMenu isOpen={true} />
    </template>
  );
}

export function FieldMenu({ isOpen }: { isOpen: boolean }) {
  return (
    <details class="field-menu" open={isOpen}>
      <summary>Fields</summary>
      <dl>
        {fieldHelps.map(({ field, example, says }) => (
          <div key={field}>
            <dt>
              <a href={deskSearchPath(example)} data-field={`${field}:`}>
                {example}
              </a>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p class="dim">
        All words must be there, in any of their forms, and any script. Of the last one its beginning is
        enough: of two or three letters in titles, of more anywhere. What has a space in it stands in
        quotation marks.
      </p>
    </details>
  );
}

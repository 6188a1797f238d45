/** What an alert looks like before it is sent: where devices cut it, and about how three of them show it. */
import { type AlertText, cutOn, deviceCuts, lengthOf } from '../../alerts/alert-text.ts';
import { directionOf } from '../../kit/language-tag.ts';

/** How long a part is and who cuts it; the script of the page says the same as one types. */
export function Cuts(props: { part: keyof AlertText; text: string; most: number; of: string }) {
  const { part, text, most } = props;
  const cut = cutOn(part, text);
  return (
    <small class="cuts" data-cuts={part} data-edition={props.of} data-most={most} aria-live="polite">
      {lengthOf(text)} of {most}
      {cut.length > 0 ? (
        <>
          {'; '}
          <span data-cut>cut on {cut.map(({ name, after }) => `${name} (${after})`).join(', ')}</span>
        </>
      ) : (
        '; whole on every device'
      )}
    </small>
  );
}

/** For the script of the page: the numbers of `deviceCuts`. */
export const cutsForScript = JSON.stringify(
  deviceCuts.map(({ name, headline, body }) => ({ name, headline, body })),
);

interface Shown {
  editionId: string;
  language: string;
  text: AlertText;
  /** The paper's name, and where its site is. */
  paper: string;
  site: string;
}

const devices = [
  { look: 'android', name: 'Android, folded', from: (shown: Shown) => `${shown.site} · now` },
  { look: 'ios', name: 'iPhone', from: (shown: Shown) => `${shown.paper} · now` },
  { look: 'desktop', name: 'Chrome on a desktop', from: (shown: Shown) => shown.site },
] as const;

export function Previews(shown: Shown) {
  return (
    <div class="previews">
      {devices.map(({ look, name, from }) => (
        <figure key={look} class={`preview ${look}`}>
          <figcaption>{name}</figcaption>
          <div class="notification" dir={directionOf(shown.language)}>
            <span class="mark" aria-hidden="true">
              {[...shown.paper][0]}
            </span>
            <span class="from" dir="auto">
              {from(shown)}
            </span>
            <span class="title" lang={shown.language} data-shows="headline" data-edition={shown.editionId}>
              {shown.text.headline}
            </span>
            <span class="text" lang={shown.language} data-shows="body" data-edition={shown.editionId}>
              {shown.text.body}
            </span>
          </div>
        </figure>
      ))}
    </div>
  );
}

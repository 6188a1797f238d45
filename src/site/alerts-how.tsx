/** How a reader wants to be told: languages, quiet hours, a cap. A part of the reader's own page of alerts. */
import { CAPS } from '../alerts/readers/reader-settings.ts';
import { alertLevels } from '../stories/story.ts';
import { languageName } from '../views/when.ts';
import type { Frame } from './frame.tsx';

interface Props {
  frame: Frame;
  /** BCP 47, of published editions. */
  languages: readonly string[];
}

export function How(props: Props) {
  const say = props.frame.words.alertsPage;
  return (
    <section aria-labelledby="how-title">
      <h2 id="how-title">{say.how}</h2>
      <Languages {...props} />
      <Quiet frame={props.frame} />
      <fieldset>
        <legend>
          <label for="cap">{say.cap}</label>
        </legend>
        <select id="cap" data-cap>
          <option value="">{say.capNone}</option>
          {CAPS.map((count) => (
            <option key={count} value={count}>
              {say.capOf(count)}
            </option>
          ))}
        </select>
        <p class="small">{say.capWhy}</p>
      </fieldset>
    </section>
  );
}

function Languages({ frame, languages }: Props) {
  const say = frame.words.alertsPage;
  if (languages.length < 2) return null;
  const choice = (place: number, label: string, empty: string) => (
    <div class="field" data-language-field={place}>
      <label for={`language-${place}`}>{label}</label>
      <select id={`language-${place}`} data-language={place}>
        <option value="">{empty}</option>
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageName(language, language)}
          </option>
        ))}
        {place > 0 && <option value="*">{say.anyLanguage}</option>}
      </select>
    </div>
  );
  return (
    <fieldset>
      <legend>{say.languages}</legend>
      <div class="side-by-side">
        {choice(0, say.first, say.asHere)}
        {choice(1, say.second, say.noLanguage)}
        {languages.length > 2 && choice(2, say.third, say.noLanguage)}
      </div>
      <p class="small">{say.languagesWhy}</p>
    </fieldset>
  );
}

function Quiet({ frame: { words } }: { frame: Frame }) {
  const say = words.alertsPage;
  return (
    <fieldset>
      <legend>{say.quiet}</legend>
      <label class="check">
        <input type="checkbox" data-quiet />
        {say.quietOn}
      </label>
      <div data-quiet-hours hidden>
        <div class="side-by-side">
          <div class="field">
            <label for="quiet-from">{say.from}</label>
            <input id="quiet-from" type="time" value="22:00" required data-quiet-from />
          </div>
          <div class="field">
            <label for="quiet-to">{say.to}</label>
            <input id="quiet-to" type="time" value="07:00" required data-quiet-to />
          </div>
          <div class="field">
            <label for="breaks">{say.breaks}</label>
            <select id="breaks" data-breaks>
              <option value="nothing">{say.breaksNothing}</option>
              {alertLevels.slice(1).map((level) => (
                <option key={level} value={level} selected={level === 'flash'}>
                  {say.levels[level]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <p class="small">
          <span data-zone={say.zone('{zone}')} /> {say.quietWhy}
        </p>
      </div>
    </fieldset>
  );
}

/** What is said of a picture, and its rights: every field filled from its file, and changed here. */
import { Field, FormToken } from '../views/desk-layout.tsx';
import type { MediaPageProps } from './media-props.ts';

export function MediaWordsForm(props: MediaPageProps) {
  const { frame, piece, refused } = props;
  const { rights } = piece;
  return (
    <form class="form media-words" method="post" action={`/desk/media/${piece.id}/words`}>
      <FormToken form={frame.form} />
      <Field
        label="What it shows, for those who cannot see it"
        name="alt"
        wrong={refused?.fields.alt}
        hint="Who does what, where; not “picture of”. Readers hear it instead of the picture."
      >
        <textarea id="alt" name="alt" rows={2} dir="auto">
          {piece.alt}
        </textarea>
      </Field>
      <label class="check">
        <input type="checkbox" name="isDecorative" value="yes" checked={piece.isDecorative} /> It says nothing
        that the text does not
      </label>
      <Field label="Caption" name="caption">
        <textarea id="caption" name="caption" rows={3} dir="auto">
          {piece.caption}
        </textarea>
      </Field>
      <Line name="credit" label="Credit" value={piece.credit} />
      <Line name="headline" label="Headline" value={piece.headline} />
      <div class="fields">
        <Line name="persons" label="Persons" value={piece.persons} />
        <Line name="place" label="Place" value={piece.place} />
        <Line name="takenAt" label="Taken" value={piece.takenAt} />
      </div>
      <details class="more" open={refused?.fields.webStatement !== undefined}>
        <summary>Rights</summary>
        <p class="dim">They go out in every file that readers are shown.</p>
        <Line name="creator" label="Creator" value={rights.creator} />
        <Line name="copyright" label="Copyright notice" value={rights.copyright} />
        <Line name="usageTerms" label="Usage terms" value={rights.usageTerms} />
        <Line
          name="webStatement"
          label="Address of the terms"
          value={rights.webStatement}
          wrong={refused?.fields.webStatement}
        />
        <Line
          name="licensor"
          label="Licensor"
          value={rights.licensor}
          hint="Name · https:// where it is licensed"
        />
        <div class="fields">
          <Choice
            name="sourceType"
            label="How it came about"
            value={rights.sourceType}
            choices={sourceTypes}
          />
          <Choice name="dataMining" label="Data mining" value={piece.dataMining} choices={minings} />
        </div>
      </details>
      <div class="actions">
        <button type="submit">Keep</button>
      </div>
    </form>
  );
}

interface LineProps {
  name: string;
  label: string;
  value: string;
  hint?: string;
  wrong?: string | undefined;
}

function Line({ name, label, value, hint, wrong }: LineProps) {
  return (
    <Field label={label} name={name} hint={hint} wrong={wrong}>
      <input id={name} name={name} value={value} dir="auto" />
    </Field>
  );
}

/** Codes of IPTC's digital source types (cv.iptc.org/newscodes/digitalsourcetype), those that a picture desk meets. */
const sourceTypes: [string, string][] = [
  ['', 'not said'],
  ['digitalCapture', 'Taken by a camera'],
  ['negativeFilm', 'Scanned from a negative'],
  ['print', 'Scanned from a print'],
  ['humanEdits', 'Taken, then changed by a person'],
  ['digitalCreation', 'Drawn by a person'],
  ['screenCapture', 'A screenshot'],
  ['compositeCapture', 'Put together of pictures'],
  ['algorithmicallyEnhanced', 'Enhanced by software'],
  ['compositeWithTrainedAlgorithmicMedia', 'Partly made by trained software'],
  ['trainedAlgorithmicMedia', 'Made by trained software'],
];

/** Codes of PLUS's data mining vocabulary. */
const minings: [string, string][] = [
  ['', 'not said'],
  ['DMI-ALLOWED', 'Allowed'],
  ['DMI-PROHIBITED-AIMLTRAINING', 'Not for training'],
  ['DMI-PROHIBITED-GENAIMLTRAINING', 'Not for training of what makes pictures'],
  ['DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING', 'Only for search engines'],
  ['DMI-PROHIBITED', 'Prohibited'],
  ['DMI-PROHIBITED-SEECONSTRAINT', 'Prohibited, see the terms'],
  ['DMI-UNSPECIFIED', 'Unspecified'],
];

function Choice({ name, label, value, choices }: LineProps & { choices: [string, string][] }) {
  const all = choices.some(([code]) => code === value) ? choices : [...choices, [value, value] as const];
  return (
    <Field label={label} name={name}>
      <select id={name} name={name}>
        {all.map(([code, words]) => (
          <option key={code} value={code} selected={code === value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

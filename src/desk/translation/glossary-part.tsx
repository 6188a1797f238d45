/** The glossary of a language pair, on the page of the engines. */
import type { GlossaryLine } from '../../translation/glossary.ts';
import { type DeskFrame, Field, FormToken } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { englishName } from '../views/words.ts';

export function GlossaryPart({
  frame,
  pair,
  terms,
}: {
  frame: DeskFrame;
  pair: { from: string; to: string };
  terms: GlossaryLine[];
}) {
  return (
    <>
      <form class="form narrow" method="get" action="/desk/translation">
        <h2>Glossary</h2>
        <div class="fields">
          <Field label="From" name="glossary-from">
            <select id="glossary-from" name="from">
              <LanguageOptions chosen={pair.from} />
            </select>
          </Field>
          <Field label="Into" name="glossary-to">
            <select id="glossary-to" name="to">
              <LanguageOptions chosen={pair.to} />
            </select>
          </Field>
        </div>
        <div class="actions">
          <button type="submit" class="quiet">
            Show
          </button>
        </div>
      </form>
      <form class="form narrow" method="post" action="/desk/translation/glossary">
        <FormToken form={frame.form} />
        <input type="hidden" name="from" value={pair.from} />
        <input type="hidden" name="to" value={pair.to} />
        <div class="fields">
          <Field label={englishName(pair.from)} name="term" hint="As it stands in the original.">
            <input id="term" name="term" required maxlength={120} dir="auto" />
          </Field>
          <Field label={englishName(pair.to)} name="translation" hint="The same word: it stays as it is.">
            <input id="translation" name="translation" required maxlength={120} dir="auto" />
          </Field>
        </div>
        <div class="actions">
          <button type="submit">Save</button>
        </div>
      </form>
      <ul class="terms">
        {terms.map((line) => (
          <li key={line.id}>
            <bdi>{line.term}</bdi> → <bdi>{line.translation}</bdi>{' '}
            <form class="inline" method="post" action={`/desk/translation/glossary/${line.id}/removal`}>
              <FormToken form={frame.form} />
              <button type="submit" class="quiet small">
                Drop
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A report of our own begins with a headline, or without. */
import { type DeskFrame, DeskPage, Field, FormToken } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { KindOptions } from './kind-options.tsx';

interface NewStoryPageProps {
  frame: DeskFrame;
  language: string;
  /** Languages that the paper is read in: they stand first. */
  own: string[];
}

export function NewStoryPage({ frame, language, own }: NewStoryPageProps) {
  return (
    <DeskPage {...frame} title="New story" current="stories">
      <div class="page-head">
        <h1>A story of our own</h1>
      </div>
      <p class="lead">For what came in on the wire, pick the item up there: its source comes along.</p>
      <form class="form narrow" method="post" action="/desk/stories">
        <FormToken form={frame.form} />
        <Field label="Headline" name="headline" hint="It can wait: a working name is made of the first one.">
          <input id="headline" name="headline" dir="auto" autofocus autocomplete="off" />
        </Field>
        <Field
          label="Kind"
          name="kind"
          hint="Readers are told what is not plain news. Most kinds bring a first shape of the text; a kind can be changed later."
        >
          <select id="kind" name="kind">
            <KindOptions chosen="news" />
          </select>
        </Field>
        <Field label="Language" name="language">
          <select id="language" name="language">
            <LanguageOptions chosen={language} first={own} />
          </select>
        </Field>
        <Field label="Byline" name="byline">
          <input id="byline" name="byline" value={frame.staff.name} dir="auto" />
        </Field>
        <div class="actions">
          <button type="submit">Begin</button>
        </div>
      </form>
    </DeskPage>
  );
}

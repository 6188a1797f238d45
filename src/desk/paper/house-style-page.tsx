/** The paper's house style: a list that the checks read at every save. */
import type { KeptRule } from '../../stories/house-style.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { dayAndTime, englishName, type PageTime } from '../views/words.ts';

export interface HouseStyleProps {
  frame: DeskFrame;
  when: PageTime;
  rules: KeptRule[];
  done?: string | undefined;
  refused?:
    | {
        typed: { avoid: string; write: string; language: string };
        fields: Record<string, string>;
        words: string;
      }
    | undefined;
}

export function HouseStylePage(props: HouseStyleProps) {
  return (
    <DeskPage {...props.frame} title="House style" current="masthead">
      <div class="page-head">
        <h1>House style</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/masthead">
            Masthead
          </a>
        </div>
      </div>
      <p class="lead">
        Names, terms and spellings. What stands here is noted beside the copy, with what we write instead.
      </p>
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.refused && <Notice kind="bad">{props.refused.words}</Notice>}
      <RuleForm {...props} />
      {props.rules.length > 0 ? <RuleList {...props} /> : <p class="empty">Nothing is kept yet.</p>}
    </DeskPage>
  );
}

function RuleForm({ frame, refused }: HouseStyleProps) {
  return (
    <form class="form narrow" method="post" action="/desk/house-style">
      <FormToken form={frame.form} />
      <div class="fields">
        <Field label="Not" name="avoid" hint="One word, or a few." wrong={refused?.fields.avoid}>
          <input id="avoid" name="avoid" required maxlength={120} dir="auto" value={refused?.typed.avoid} />
        </Field>
        <Field label="But" name="write" hint="Empty: only not so." wrong={refused?.fields.write}>
          <input id="write" name="write" maxlength={120} dir="auto" value={refused?.typed.write} />
        </Field>
        <Field label="Language" name="language" hint="Empty: in all." wrong={refused?.fields.language}>
          <input
            id="language"
            name="language"
            maxlength={12}
            size={6}
            value={refused?.typed.language}
            placeholder="en"
          />
        </Field>
      </div>
      <label class="check">
        <input type="checkbox" name="exact" value="yes" />
        Only in these small and capital letters
      </label>
      <div class="actions">
        <button type="submit">Save</button>
      </div>
    </form>
  );
}

function RuleList({ rules, frame, when }: HouseStyleProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Not</th>
          <th>But</th>
          <th>Language</th>
          <th>Kept</th>
          <th>
            <span class="unseen">Drop</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td data-label="Not">
              <bdi>{rule.avoid}</bdi> {rule.exact && <span class="tag">exact</span>}
            </td>
            <td data-label="But">
              <bdi>{rule.write || '–'}</bdi>
            </td>
            <td data-label="Language">{rule.language ? englishName(rule.language) : 'all'}</td>
            <td data-label="Kept" class="dim">
              {rule.byName ?? 'someone'}, {dayAndTime(rule.at, when)}
            </td>
            <td>
              <form class="inline" method="post" action={`/desk/house-style/${rule.id}/removal`}>
                <FormToken form={frame.form} />
                <button type="submit" class="quiet small">
                  Drop
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What sections and topics are called in one of the paper's other languages. */
import { directionOf } from '../../kit/language-tag.ts';
import type { Names } from '../../stories/names-elsewhere.ts';
import type { Section, Topic } from '../../stories/sections.ts';
import { type DeskFrame, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';

export interface NamesPageProps {
  frame: DeskFrame;
  language: string;
  sections: Section[];
  topics: Topic[];
  done?: string | undefined;
}

export function NamesPage({ frame, language, sections, topics, done }: NamesPageProps) {
  const name = englishName(language);
  return (
    <DeskPage {...frame} title={`Names in ${name}`} current="masthead">
      <div class="page-head">
        <h1>Names in {name}</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/masthead">
            Masthead
          </a>
        </div>
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      <p class="dim">
        What readers of the {name} pages and feeds see. Where a name is left empty, the paper’s own stands
        there.
      </p>
      <form class="form" method="post" action={`/desk/masthead/names/${language}`}>
        <FormToken form={frame.form} />
        <NameTable title="Sections" kind="section" things={sections} language={language} />
        <NameTable title="Topics" kind="topic" things={topics} language={language} />
        <div class="actions">
          <button type="submit">Save</button>
        </div>
      </form>
    </DeskPage>
  );
}

interface TableProps {
  title: string;
  kind: 'section' | 'topic';
  things: { id: string; name: string; names?: Names }[];
  language: string;
}

function NameTable({ title, kind, things, language }: TableProps) {
  if (things.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <table class="list">
        <thead>
          <tr>
            <th>Name</th>
            <th>In {englishName(language)}</th>
          </tr>
        </thead>
        <tbody>
          {things.map(({ id, name, names }) => (
            <tr key={id}>
              <td dir="auto">{name}</td>
              <td>
                <input type="hidden" name={`${kind}Id`} value={id} />
                <input
                  name={`${kind}Name`}
                  value={names?.[language] ?? ''}
                  maxLength={100}
                  lang={language}
                  dir={directionOf(language)}
                  aria-label={`${name} in ${englishName(language)}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

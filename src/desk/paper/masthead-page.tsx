/** The paper itself: its name and place, its sections in their order, its topics. */
import type { Masthead } from '../../stories/masthead.ts';
import type { Section, Topic } from '../../stories/sections.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { TimeZoneOptions } from '../views/time-zone-options.tsx';
import { englishName } from '../views/words.ts';

export interface MastheadPageProps {
  frame: DeskFrame;
  masthead: Masthead;
  sections: Section[];
  topics: Topic[];
  /** In which the paper is read besides its own. */
  languages: string[];
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
}

export function MastheadPage(props: MastheadPageProps) {
  return (
    <DeskPage {...props.frame} title="Masthead" current="masthead">
      <div class="page-head">
        <h1>Masthead</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/translation">
            Translation
          </a>
          <a class="btn quiet" href="/desk/partners">
            Partners
          </a>
          <a class="btn quiet" href="/desk/house-style">
            House style
          </a>
          <a class="btn quiet" href="/desk/audit">
            Audit
          </a>
        </div>
      </div>
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.refused && <Notice kind="bad">{props.refused.words}</Notice>}
      <PaperForm {...props} />
      <NamesElsewhere languages={props.languages} />
      <h2>Sections</h2>
      <p class="dim">Where stories are read. Addresses stay when a name changes, so that no link breaks.</p>
      <SectionsForm {...props} />
      <AddSectionForm {...props} />
      <h2>Topics</h2>
      <p class="dim">What readers follow. They are made when a story is first filed under them.</p>
      <Topics topics={props.topics} />
    </DeskPage>
  );
}

/** Where sections and topics get their names in other languages; nothing for a paper that has only one. */
function NamesElsewhere({ languages }: { languages: string[] }) {
  if (languages.length === 0) return null;
  return (
    <>
      <h2>In other languages</h2>
      <p class="dim">What readers of the paper’s other languages see in place of the names below.</p>
      <ul class="filters">
        {languages.map((language) => (
          <li key={language}>
            <a href={`/desk/masthead/names/${language}`}>Names in {englishName(language)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function PaperForm({ frame, masthead, refused }: MastheadPageProps) {
  const wrong = refused?.fields ?? {};
  return (
    <form class="form" method="post" action="/desk/masthead">
      <FormToken form={frame.form} />
      <Field label="Name of the paper" name="name" wrong={wrong.name}>
        <input id="name" name="name" value={masthead.name} required dir="auto" />
      </Field>
      <Field label="Tagline" name="tagline" hint="Under the name on the front page; may be empty.">
        <input id="tagline" name="tagline" value={masthead.tagline} dir="auto" />
      </Field>
      <div class="fields">
        <Field label="Language" name="language" wrong={wrong.language}>
          <select id="language" name="language">
            <LanguageOptions chosen={masthead.language} />
          </select>
        </Field>
        <Field label="Time zone" name="timeZone" wrong={wrong.timeZone}>
          <select id="timeZone" name="timeZone">
            <TimeZoneOptions chosen={masthead.timeZone} />
          </select>
        </Field>
      </div>
      <Field
        label="Contact"
        name="contact"
        hint="A mail address or a page, for readers and for push services that must reach us."
        wrong={wrong.contact}
      >
        <input id="contact" name="contact" value={masthead.contact} />
      </Field>
      <div class="actions">
        <button type="submit">Save</button>
      </div>
    </form>
  );
}

function SectionsForm({ frame, sections, refused }: MastheadPageProps) {
  if (sections.length === 0) return <p class="empty">No section yet.</p>;
  return (
    <form class="form" method="post" action="/desk/masthead/sections">
      <FormToken form={frame.form} />
      <table class="list">
        <thead>
          <tr>
            <th>Order</th>
            <th>Name</th>
            <th>Address</th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section, index) => (
            <tr key={section.id}>
              <td data-label="Order">
                <input type="hidden" name="id" value={section.id} />
                <input
                  class="short"
                  name="order"
                  type="number"
                  min="1"
                  value={index + 1}
                  aria-label={`Place of ${section.name}`}
                />
              </td>
              <td>
                <input name="sectionName" value={section.name} required aria-label="Name" dir="auto" />
              </td>
              <td class="dim">
                <a href={`/${section.slug}`}>{section.slug}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused?.fields.sections && <p class="wrong">{refused.fields.sections}</p>}
      <div class="actions">
        <button type="submit" class="quiet">
          Save names and order
        </button>
      </div>
    </form>
  );
}

function AddSectionForm({ frame, refused }: MastheadPageProps) {
  return (
    <form class="form" method="post" action="/desk/masthead/sections/new">
      <FormToken form={frame.form} />
      <Field label="Another section" name="newSection" wrong={refused?.fields.newSection}>
        <input id="newSection" name="newSection" required dir="auto" />
      </Field>
      <div class="actions">
        <button type="submit" class="quiet">
          Add
        </button>
      </div>
    </form>
  );
}

function Topics({ topics }: { topics: Topic[] }) {
  if (topics.length === 0) return <p class="empty">None yet.</p>;
  return (
    <ul class="filters">
      {topics.map((topic) => (
        <li key={topic.id}>
          <a href={`/topic/${topic.slug}`} dir="auto">
            {topic.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Pages for what did not work: in plain words, without anything of the inside. */
import { Document } from '../views/document.tsx';

export interface ErrorPageProps {
  language: string;
  paper: string;
  title: string;
  words: string;
  /** Beside which field what is missing; shown when the form itself could not be shown again. */
  fields?: Record<string, string>;
  /** Where whoever came here may go on. */
  back?: { href: string; words: string } | undefined;
  /** Under which the log has the rest, and the sentence that has its place as `{number}`; only for our own faults. */
  reference?: { number: string; words: string } | undefined;
}

export function ErrorPage(props: ErrorPageProps) {
  const [before, after] = props.reference?.words.split('{number}') ?? [];
  return (
    <Document
      title={`${props.title} · ${props.paper}`}
      language={props.language}
      style="site-style"
      ownLetters
      bodyClass="plain-page"
    >
      <main id="main">
        <p class="sans">
          <a href="/">{props.paper}</a>
        </p>
        <h1>{props.title}</h1>
        <p>{props.words}</p>
        {Object.entries(props.fields ?? {}).map(([field, words]) => (
          <p key={field}>{words}</p>
        ))}
        {props.back && (
          <p class="sans">
            <a href={props.back.href}>{props.back.words}</a>
          </p>
        )}
        {props.reference && (
          <p class="sans">
            {before}
            <b>{props.reference.number}</b>
            {after}
          </p>
        )}
      </main>
    </Document>
  );
}

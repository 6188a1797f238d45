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
  /** Under which the log has the rest; only for our own faults. */
  reference?: string;
}

export function ErrorPage(props: ErrorPageProps) {
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
            If you write to us about this, please give the number <b>{props.reference}</b>.
          </p>
        )}
      </main>
    </Document>
  );
}

/** The HTML document round every page, of both doors. */

import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { directionOf } from '../kit/language-tag.ts';
import { type AssetName, assetPath } from './assets.ts';
import { scriptOf } from './typeface.ts';

export interface DocumentProps {
  title: string;
  language: string;
  /** Further elements of the head: meta, links, JSON-LD. */
  head?: ComponentChildren;
  style: AssetName;
  scripts?: AssetName[];
  bodyClass?: string;
  /** A page of the paper: it loads the letters of its language alone. The desk reads wires in every script. */
  ownLetters?: boolean;
  children: ComponentChildren;
}

export function Document(props: DocumentProps) {
  return (
    <html lang={props.language} dir={directionOf(props.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
        <link rel="stylesheet" href={assetPath(props.style)} />
        {(props.scripts ?? []).map((name) => (
          <script key={name} type="module" src={assetPath(name)} />
        ))}
        {props.head}
      </head>
      <body class={props.bodyClass} data-script={props.ownLetters ? scriptOf(props.language) : undefined}>
        {props.children}
      </body>
    </html>
  );
}

/** The page as text to send. */
export function render(page: preact.JSX.Element): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** A piece of a page as text, for pages that are open already. */
export function fragment(piece: preact.JSX.Element): string {
  return renderToString(piece);
}

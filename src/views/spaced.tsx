/** Things that styles set apart: with a space between them, for whoever reads without styles, copies or listens. */
import { type ComponentChildren, toChildArray } from 'preact';

/** A row of inline elements. Flex and grid drop the spaces, so they cost nothing where styles are. */
export function Spaced({ children }: { children: ComponentChildren }) {
  return <>{toChildArray(children).flatMap((part, index) => (index === 0 ? [part] : [' ', part]))}</>;
}

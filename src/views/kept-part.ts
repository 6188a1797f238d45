/** Parts of a page that are the same on many: put together as text once, and again when what they are made of is another. */
import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { fragment } from './document.tsx';

const kept = new WeakMap<object, Map<string, string>>();

/**
 * The part that `make` makes of `owner`, which must hold all that it shows and never change: a catalog of words, or the frame of pages.
 * `name` tells it from other parts of the same owner.
 */
export function keptPart(owner: object, name: string, make: () => preact.JSX.Element): VNode {
  const parts = kept.get(owner) ?? new Map<string, string>();
  const part = parts.get(name) ?? fragment(make());
  kept.set(owner, parts.set(name, part));
  return jsxTemplate([part]); // our own elements as text: nothing that was a string comes here
}

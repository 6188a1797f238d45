/**
 * The first shape of a story's body, by its kind, in the plain form and in the desk's own language. What is still to be filled in
 * stands in brackets that the gate does not let through (checks/note-to-ourselves.ts).
 */
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { type BodyHtml, noHtml } from '../../kit/safe-html.ts';
import type { StoryKind } from '../../kit/story-kind.ts';

const templates: Partial<Record<StoryKind, string>> = {
  analysis: `[TK what is known]

## What it means

[TK the reading of it, and what speaks against it]

## What comes next

[TK]`,
  opinion: `[TK the argument]

---

*[TK one line on who writes, and on any interest of theirs in this]*`,
  explainer: `[TK the answer in two sentences]

## What has happened?

[TK]

## Why does it matter?

[TK]

## What comes next?

[TK]`,
  correction: `In “[TK headline]” of [TK day] we said that [TK]. That was wrong. [TK what is right]`,
  obituary: `[TK who it was and what for, when and where they died, at what age]

::: box
### A life

Born: [TK day, month, year, place]

Died: [TK day, month, year, place]
:::

[TK the life]

[TK who is left behind, and the funeral]`,
  letters: `[TK the letter]

— [TK name], [TK place]

---

[TK the next letter]

— [TK name], [TK place]`,
};

/** Empty for a kind that has no shape of its own. `site` is the newsroom's own address, as for any copy. */
export function templateOf(kind: StoryKind, site: string): BodyHtml {
  const text = templates[kind];
  return text === undefined ? noHtml : copyTextToHtml(text, site);
}

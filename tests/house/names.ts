/** Exported names, and those of them that still mean two things. */
import type { SourceFile } from './source.ts';

/** Two meanings each, until one of them has a word of its own; none is added. */
export const twoMeanings = new Set(
  `
    Answer Answered Asked beach Change Check Engine ferry Findings fold getWorkingTake Happening
    happeningsOf holdStory Hop HopAct icebreaker Kept languageName lighthouse line listLanguages
    lookAgain market migrate namesIn olives PairRow paper Parts Place plainLine Polled Reading Role
    rowOf sail send siteOf Span SpeakerPage Standing standings storm StoryPage tanker textOf
    tidyLine TranslationReading Word
  `
    .trim()
    .split(/\s+/),
);

const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|class|interface|type|enum|let) (\w+)/gm;

/** Each exported name with the files that declare it. */
export function declaredIn(files: SourceFile[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { path, text } of files)
    for (const [, name = ''] of text.matchAll(DECLARED))
      places.set(name, (places.get(name) ?? new Set()).add(path));
  return places;
}

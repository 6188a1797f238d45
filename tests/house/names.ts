/** Exported names: where each is declared, and whether a type's is a noun. */
import type { SourceFile } from './source.ts';

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

const TYPE = /^export (?:declare )?(?:abstract )?(?:class|interface|type) (\w+)/gm;

const PARTICIPLE =
  /(?:[a-z]ed|Told|Kept|Said|Held|Seen|Given|Shown|Sent|Known|Found|Meant|Taken|Made|Written|Done|Gone|Left)$/;
const NOUN = /(?:Feed|Need|Seed|Speed|Embed)$/; // of the same ending

/** Exported types that are called by what was done to them, and not by what they are. */
export function participlesIn({ text }: SourceFile): string[] {
  return [...text.matchAll(TYPE)]
    .map(([, name = '']) => name)
    .filter((name) => PARTICIPLE.test(name) && !NOUN.test(name));
}

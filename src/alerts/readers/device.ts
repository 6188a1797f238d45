/** The noun: one browser that asked to be told, and the rules for what it may hand us. */
import { z } from 'zod';
import { refuse } from '../../kit/refusal.ts';
import { alertLevels } from '../../stories/story.ts';
import { followKinds, type ReaderFollow } from '../alert-rules.ts';

export const MOST_FOLLOWS = 100; // of one device; nobody reads more, and each is a row to match

export const followsForm = z
  .array(
    z.object({
      kind: z.enum(followKinds),
      subjectId: z.string().max(64).default(''),
      level: z.enum(alertLevels).default('routine'),
    }),
  )
  .max(MOST_FOLLOWS);

/** Follows as they are kept: each thing once, at the lowest level asked for; 'all' has no subject. */
export function tidyFollows(asked: readonly ReaderFollow[]): ReaderFollow[] {
  const kept = new Map<string, ReaderFollow>();
  for (const follow of asked) {
    const subjectId = follow.kind === 'all' ? '' : follow.subjectId;
    if (follow.kind !== 'all' && subjectId === '') refuse('form-incomplete');
    const name = `${follow.kind}:${subjectId}`;
    const had = kept.get(name);
    const lower = !had || alertLevels.indexOf(follow.level) < alertLevels.indexOf(had.level);
    if (lower) kept.set(name, { kind: follow.kind, subjectId, level: follow.level });
  }
  if (kept.size > MOST_FOLLOWS) refuse('form-incomplete', { because: 'tooManyFollows' });
  return [...kept.values()];
}

/**
 * Words that a column may hold and no others, so that a wrong one does not compile. Those that pages and forms name too stand in
 * the kit (`alert-level.ts`, `role.ts`, `story-kind.ts`); those of one table only, in the table.
 */

/** What a source says of its item. */
export type ItemStatus = 'usable' | 'withheld' | 'canceled';

/** What an act was done to. */
export type SubjectKind =
  | 'story'
  | 'item'
  | 'source'
  | 'reply'
  | 'alert'
  | 'staff'
  | 'masthead'
  | 'device'
  | 'speaker'
  | 'cluster'
  | 'media'
  | 'work'
  | 'plan'
  | 'calendar'
  | 'handover'
  | 'front'
  | 'partner'
  | 'remark';

/** Who waits for a follow-up; what each has of places, `runner/lanes.ts` says. */
export type Lane = 'spread' | 'readers' | 'alerts' | 'devices' | 'editors' | 'wire' | 'engines';

export type MediaKind = 'picture' | 'video' | 'audio';

/** By what is spoken with an engine; each is a file in `translation/engines`. */
export type EngineKind = 'libretranslate' | 'deepl' | 'chat' | 'apertium' | 'bergamot' | 'eye';

/** How far a move has come. */
export type MoveStage = 'waiting' | 'looking through' | 'taking in' | 'replies' | 'done';

/** What an open page of the paper is told. */
export type LiveKind =
  | 'published'
  | 'corrected'
  | 'killed'
  | 'merged'
  | 'alert'
  | 'reply'
  | 'entry'
  | 'front'
  | 'banner';

/**
 * Words that a column may hold and no others, so that a wrong one does not compile. Those that pages and forms name too stand in
 * the kit (`alert-level.ts`, `role.ts`, `story-kind.ts`); those of one table only, in the table.
 */

import type { FetchFailure } from '../kit/guarded-fetch.ts';

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

export type MediaKind = 'picture' | 'video' | 'audio' | 'document';

/** By what is spoken with an engine; each is a file in `translation/engines`. */
export type EngineKind = 'libretranslate' | 'deepl' | 'chat' | 'apertium' | 'bergamot' | 'eye';

/** Of what a move has a doubt. */
export type DoubtKind = 'post' | 'picture' | 'reply' | 'author' | 'site';

/** Why a source could not be read, or was read with faults: by asking it, by reading what it answered, by what was sent to us. */
export type SourceFailure =
  | FetchFailure
  | 'gone'
  | 'not-there'
  | 'refused'
  | 'asked-too-often'
  | 'server-failed'
  | 'odd-answer'
  | 'bot-wall'
  | 'web-page'
  | 'not-a-feed'
  | `read-${'too-long' | 'too-much' | 'broken' | 'closed'}`
  | 'salvaged'
  | 'delivery-not-read';

/** What a source's page says of one time that it was asked or sent something. */
export type PollVerdict = SourceFailure | 'new' | 'same' | 'not-taken';

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
  | 'coverage'
  | 'front'
  | 'banner';

/** Yes and no. */
export type Flag = 0 | 1;

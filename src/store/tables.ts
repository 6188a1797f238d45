/**
 * Every table, once, for both engines. Portable types only: ids are UUIDv7 text, instants are integer milliseconds
 * ending in `_at`, yes and no are 1 and 0, structures are JSON in a column ending in `_json`, secrets are sealed bytes.
 * Four staff tables belong to the sign-in library and keep its conventions: instants there are ISO 8601 text.
 */
import type { AlertTables } from './alert-tables.ts';
import type { CopyTables } from './copy-tables.ts';
import type { DeviceTables } from './device-tables.ts';
import type { EdgeTables } from './edge-tables.ts';
import type { EntryTables } from './entry-tables.ts';
import type { FrontsTables } from './fronts-tables.ts';
import type { LookupTables } from './lookup-tables.ts';
import type { MediaTables } from './media-tables.ts';
import type { MorgueTables } from './morgue-tables.ts';
import type { MovingTables } from './moving-tables.ts';
import type { NamesTables } from './names-tables.ts';
import type { PaperTables } from './paper-tables.ts';
import type { PlanningTables } from './planning-tables.ts';
import type { ReadershipTables } from './readership-tables.ts';
import type { RemarkTables } from './remark-tables.ts';
import type { ReplyTables } from './reply-tables.ts';
import type { RunnerTables } from './runner-tables.ts';
import type { SourceTables } from './source-tables.ts';
import type { SourcingTables } from './sourcing-tables.ts';
import type { StaffTables } from './staff-tables.ts';
import type { StoryTables } from './story-tables.ts';
import type { TranslationTables } from './translation-tables.ts';
import type { WireTables } from './wire-tables.ts';

export interface Tables
  extends AlertTables,
    CopyTables,
    DeviceTables,
    EdgeTables,
    EntryTables,
    FrontsTables,
    LookupTables,
    MediaTables,
    MorgueTables,
    MovingTables,
    NamesTables,
    PaperTables,
    PlanningTables,
    ReadershipTables,
    RemarkTables,
    ReplyTables,
    RunnerTables,
    SourceTables,
    SourcingTables,
    StaffTables,
    StoryTables,
    TranslationTables,
    WireTables {}

/** Which room owns a table: it alone writes it. Others read it where they are named; what still breaks a wall is listed. */

const words = (line: string): string[] => line.trim().split(/\s+/);

export const tablesOwnedBy: Record<string, string[]> = {
  newsroom: words('audit newsroom_facts'),
  runner: words('work processes'),
  staff: words('staff staff_sessions staff_accounts staff_verifications staff_places sign_in_tries'),
  morgue: words('morgue morgue_before'),
  media: words('media picture_words'),
  sourcing: words('speakers statements suggestion_refusals'),
  stories: words(`
    masthead sections topics names_elsewhere house_rules take_media
    stories story_topics story_locks editions takes past_addresses corrections hops finding_answers`),
  intake: words('sources items item_versions'),
  wire: words(`
    polls subscriptions deliveries wire_notices
    clusters item_marks cluster_acts`),
  translation: words(`
    engines engine_usage translation_cache glossary_terms
    translations sentence_pairs pair_answers second_versions pair_readings`),
  alerts: words(`
    alerts alert_chunks alert_texts alert_consents alert_gate alert_opens held_alerts
    devices follows stopped_stories ended_follows push_origins canaries live_events`),
  replies: words('replies objections'),
  moving: words('moved_things old_addresses moves move_doubts letter_readers'),
};

/** Rooms that only keep tables which rooms of several floors need, and the one room above that writes them by their queries. */
export const keptFor: Record<string, string> = {
  intake: 'wire', // stories take items, rights read their terms, all of them below the wire
};

/** Who else reads a table, in statements of its own; every one of them stands above the owner. */
export const readersOf: Record<string, string[]> = {
  audit: ['alerts', 'stories', 'translation'],
  corrections: ['alerts'],
  editions: ['alerts', 'moving', 'replies', 'translation'],
  hops: ['translation'],
  item_versions: ['translation', 'wire'],
  items: ['rights', 'stories', 'translation', 'wire'],
  media: ['stories'],
  picture_words: ['stories'],
  sections: ['alerts', 'moving', 'replies'],
  sources: ['alerts', 'rights', 'stories', 'translation', 'wire'],
  speakers: ['translation'],
  staff: ['alerts', 'moving', 'replies', 'stories', 'translation', 'wire'],
  stories: ['alerts', 'moving', 'replies', 'translation', 'wire'],
  takes: ['alerts', 'replies', 'translation'],
  topics: ['moving'],
};

/** What still breaks a wall, and why it may. */
export const upward: Record<string, string> = {
  'alerts reads replies': 'an open page hears of the answers to its story',
  'morgue reads editions': 'what is searched is the published edition',
  'morgue reads stories': 'what is searched is of published stories',
  'morgue reads takes': 'what is searched is the published take',
  'replies reads translations': 'an objection says which engine translated',
  'replies writes editions': 'locks the row, so that two decisions follow each other',
  'replies writes stories': 'locks the row, so that a story closes replies between two of them',
  'rights reads stories': 'which item and source a story was made of',
  'sourcing reads editions': 'statements stand in the current take of an edition',
  'sourcing reads takes': 'statements stand in the current take of an edition',
  'stories reads replies': 'the number of answers below a story',
  'stories reads sentence_pairs': 'the gate counts sentences that nobody translated',
  'stories reads translations': 'the gate asks who has read a translation',
};

/** Files with statements that are not queries yet. */
export const sqlElsewhere: string[] = [
  'alerts/readers/what-to-follow.ts',
  'morgue/fts-postgres.ts',
  'morgue/fts-sqlite.ts',
  'morgue/full-text.ts',
  'newsroom.ts',
  'server/health.ts',
  'translation/ask-in-turn.ts',
  'translation/edit-pairs.ts',
  'translation/engine-order.ts',
  'translation/engines.ts',
  'translation/fill-translation.ts',
  'translation/for-readers.ts',
  'translation/lines.ts',
  'translation/pair-edit.ts',
  'translation/read-back.ts',
  'translation/read-translation.ts',
  'translation/receipt.ts',
  'translation/second-versions.ts',
  'translation/stale.ts',
  'translation/start-translation.ts',
  'translation/translate-pairs.ts',
  'translation/translate.ts',
  'translation/write-take.ts',
];

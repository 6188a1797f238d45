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
  wire: words(`
    sources items item_versions polls subscriptions deliveries wire_notices
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

/** Who else reads a table, in statements of its own; every one of them stands above the owner. */
export const readersOf: Record<string, string[]> = {
  audit: ['alerts', 'stories', 'translation'],
  corrections: ['alerts'],
  editions: ['alerts', 'moving', 'replies', 'translation'],
  hops: ['translation'],
  media: ['stories'],
  picture_words: ['stories'],
  sections: ['alerts', 'moving', 'replies'],
  speakers: ['translation'],
  staff: ['alerts', 'moving', 'replies', 'stories', 'translation', 'wire'],
  stories: ['alerts', 'moving', 'replies', 'translation', 'wire'],
  takes: ['alerts', 'replies', 'translation'],
  topics: ['moving'],
};

/** What still breaks a wall, and why it may. */
export const upward: Record<string, string> = {
  'alerts reads replies': 'an open page hears of the answers to its story',
  'alerts reads sources': 'what may be followed: sources with stories',
  'morgue reads editions': 'what is searched is the published edition',
  'morgue reads stories': 'what is searched is of published stories',
  'morgue reads takes': 'what is searched is the published take',
  'replies reads translations': 'an objection says which engine translated',
  'replies writes editions': 'locks the row, so that two decisions follow each other',
  'replies writes stories': 'locks the row, so that a story closes replies between two of them',
  'rights reads items': "the item's own terms: rights are asked of one reader for all rooms",
  'rights reads sources': 'the contract: rights are asked of one reader for all rooms',
  'rights reads stories': 'which item and source a story was made of',
  'sourcing reads editions': 'statements stand in the current take of an edition',
  'sourcing reads takes': 'statements stand in the current take of an edition',
  'stories reads items': 'a copy under embargo holds up the gate',
  'stories reads replies': 'the number of answers below a story',
  'stories reads sentence_pairs': 'the gate counts sentences that nobody translated',
  'stories reads sources': 'name and credit of the source, on every page of a story',
  'stories reads translations': 'the gate asks who has read a translation',
  'stories writes items': 'a draft takes its item, a killed one gives it back',
  'translation reads item_versions': 'the original of a translation is an item in its version',
  'translation reads items': 'the original of a translation is an item in its version',
  'translation reads sources': 'the credit line of a translated item',
};

/** Files with statements that are not queries yet. */
export const sqlElsewhere: string[] = [
  'alerts/readers/what-to-follow.ts',
  'morgue/fts-postgres.ts',
  'morgue/fts-sqlite.ts',
  'morgue/full-text.ts',
  'newsroom.ts',
  'server/health.ts',
  'stories/correct.ts',
  'stories/corrections.ts',
  'stories/desk-copy.ts',
  'stories/desk-list.ts',
  'stories/desk-read.ts',
  'stories/draft.ts',
  'stories/edit.ts',
  'stories/editions.ts',
  'stories/file.ts',
  'stories/filing.ts',
  'stories/finding-answers.ts',
  'stories/house-style.ts',
  'stories/kill.ts',
  'stories/languages.ts',
  'stories/lock.ts',
  'stories/masthead.ts',
  'stories/names-elsewhere.ts',
  'stories/picture-words.ts',
  'stories/publish.ts',
  'stories/read.ts',
  'stories/schedule.ts',
  'stories/sections.ts',
  'stories/stale.ts',
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
  'wire/arriving/ask-hubs.ts',
  'wire/arriving/deliveries.ts',
  'wire/arriving/websub.ts',
  'wire/events/cluster-hand.ts',
  'wire/events/cluster.ts',
  'wire/events/clusters.ts',
  'wire/notices/notices.ts',
  'wire/sources/poll-lines.ts',
];

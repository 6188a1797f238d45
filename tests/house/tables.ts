/** Which room owns a table: it alone writes it. Others read it where they are named; what still breaks a wall is listed. */

const words = (line: string): string[] => line.trim().split(/\s+/);

export const tablesOwnedBy: Record<string, string[]> = {
  newsroom: words('audit newsroom_facts edge_changes'),
  runner: words('work processes'),
  staff: words('staff staff_sessions staff_accounts staff_verifications staff_places sign_in_tries'),
  morgue: words('morgue morgue_before'),
  media: words('media picture_words'),
  sourcing: words('speakers entry_statements'),
  stories: words(`
    masthead sections topics names_elsewhere house_rules take_media
    stories story_topics story_locks editions takes past_addresses corrections hops finding_answers
    statements suggestion_refusals
    embargo_releases series series_parts story_ties mergers`),
  entries: words('live_stories entries entry_takes entry_media'),
  partners: words('partners advisories'),
  intake: words('sources items item_versions'),
  pairs: words('translations sentence_pairs pair_answers second_versions entry_pairs'),
  wire: words(`
    polls subscriptions deliveries wire_notices
    clusters item_marks cluster_acts`),
  translation: words(`
    engines engine_usage translation_cache glossary_terms pair_readings`),
  alerts: words(`
    alerts alert_chunks alert_texts alert_consents alert_gate alert_opens held_alerts
    told_moments devices follows merged_follows stopped_stories ended_follows push_origins canaries live_events`),
  replies: words('replies objections'),
  planning: words('calendars plan_items handovers'),
  remarks: words('remarks mentions desk_screens'),
  lookup: words('lookup lookup_things saved_searches search_rings'),
  readership: words('readership_hours readership_now'),
  fronts: words('fronts front_steps front_stands banners'),
  moving: words('moved_things old_addresses moves move_doubts move_originals letter_readers'),
};

/** Rooms that only keep tables which rooms of several floors need, and the one room above that writes them by their queries. */
export const keptFor: Record<string, string> = {
  intake: 'wire', // stories take items, rights read their terms, all of them below the wire
  pairs: 'translation', // the gate of stories asks who has read a translation, below the room that makes it
};

/** Who else reads a table, in statements of its own; every one of them stands above the owner. */
export const readersOf: Record<string, string[]> = {
  alert_opens: ['readership'],
  alerts: ['audit', 'readership'],
  audit: ['alerts', 'audit', 'stories', 'translation'],
  corrections: ['alerts'],
  editions: [
    'alerts',
    'audit',
    'entries',
    'fronts',
    'lookup',
    'moving',
    'readership',
    'remarks',
    'replies',
    'translation',
    'usage',
  ],
  entries: ['usage'],
  entry_media: ['usage'],
  entry_pairs: ['entries'],
  hops: ['translation'],
  item_versions: ['lookup', 'translation', 'wire'],
  items: ['audit', 'lookup', 'rights', 'stories', 'translation', 'wire'],
  media: ['lookup', 'stories'],
  pair_answers: ['translation'],
  picture_words: ['stories'],
  second_versions: ['translation'],
  sections: ['alerts', 'lookup', 'moving', 'readership', 'replies'],
  sentence_pairs: ['stories', 'translation'],
  sources: ['alerts', 'audit', 'entries', 'lookup', 'rights', 'stories', 'translation', 'wire'],
  speakers: ['audit', 'lookup', 'stories', 'translation'],
  staff: [
    'alerts',
    'audit',
    'entries',
    'fronts',
    'lookup',
    'moving',
    'planning',
    'remarks',
    'replies',
    'stories',
    'translation',
    'wire',
  ],
  staff_sessions: ['remarks'],
  stories: [
    'alerts',
    'audit',
    'entries',
    'fronts',
    'lookup',
    'moving',
    'readership',
    'remarks',
    'replies',
    'translation',
    'usage',
    'wire',
  ],
  take_media: ['usage'],
  takes: [
    'alerts',
    'audit',
    'entries',
    'fronts',
    'lookup',
    'moving',
    'readership',
    'remarks',
    'replies',
    'translation',
    'usage',
  ],
  topics: ['moving'],
  translations: ['replies', 'stories', 'translation'],
};

/** Files with statements that are no queries of a noun, and why. */
export const sqlElsewhere: Record<string, string> = {
  'lookup/lookup-postgres.ts': 'a search engine in its own dialect: it is its statements',
  'lookup/lookup-sqlite.ts': 'a search engine in its own dialect: it is its statements',
  'morgue/fts-postgres.ts': 'a search engine in its own dialect: it is its statements',
  'morgue/fts-sqlite.ts': 'a search engine in its own dialect: it is its statements',
  'newsroom.ts': 'the line of the audit, which every verb writes',
  'server/health.ts': 'asks whether the store answers at all, of any table',
};

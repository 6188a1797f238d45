/**
 * The morgue keeps words and stems of our own cutting (morgue/words.ts). What was filed before stays searchable in
 * `morgue_before` until morgue/refile.ts has filed it anew.
 */
export const morgueWordsText = {
  sqlite: `alter table morgue rename to morgue_before;
    create virtual table morgue using fts5 (
      edition_id unindexed, story_id unindexed, words,
      detail = none, columnsize = 0, tokenize = "ascii tokenchars '+#.'")`,
  postgres: `alter table morgue rename to morgue_before;
    alter index morgue_pkey rename to morgue_before_pkey;
    alter index morgue_words rename to morgue_before_words;
    alter index morgue_published rename to morgue_before_published;
    create table morgue (
      edition_id text primary key, story_id text not null, words tsvector not null, published_at bigint not null);
    create index morgue_words on morgue using gin (words);
    create index morgue_published on morgue (published_at);
    create index morgue_story on morgue (story_id);
    create index morgue_before_story on morgue_before (story_id)`,
};

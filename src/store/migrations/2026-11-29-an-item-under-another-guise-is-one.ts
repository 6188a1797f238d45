/** What else items are known by than their id; and links that are no links of the web are none. */
export const itemGuisesText = `
alter table items add column link_key text;
alter table items add column words_key text;
create index items_link_key on items (source_id, link_key);
create index items_words_key on items (source_id, words_key);
update items set link = null
  where link is not null and lower(link) not like 'http://_%' and lower(link) not like 'https://_%';
update item_versions set link = null
  where link is not null and lower(link) not like 'http://_%' and lower(link) not like 'https://_%';
update hops set link = null
  where link is not null and lower(link) not like 'http://_%' and lower(link) not like 'https://_%';
`;

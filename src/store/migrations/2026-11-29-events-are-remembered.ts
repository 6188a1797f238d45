/** Marks are looked up in memory, which follows the store by the number of the clustering that last touched an item. */
export const eventsRememberedText = `
drop table cluster_marks;
drop table cluster_bands;
alter table item_marks add column clustering bigint not null default 0;
create index item_marks_clustering on item_marks (clustering, item_id);
delete from newsroom_facts where key = 'clusters';
`;

/** Clusters put together and parted by hand; and marks anew, since names, numbers and happenings are marked otherwise now. */
export const clustersByHandText = `
alter table items add column cluster_side text;
create table cluster_acts (
  id text primary key, kind text not null, cluster_id text not null references clusters (id),
  other_id text not null references clusters (id), sides_json text not null, items integer not null, at bigint not null,
  by_id text references staff (id), undone_at bigint, undone_by_id text references staff (id));
create index cluster_acts_cluster on cluster_acts (cluster_id, at);
create index cluster_acts_other on cluster_acts (other_id, at);
insert into clusters (id, created_at, changed_at)
  select 'alone-' || id, changed_at, changed_at from items where stands_alone = 1 and cluster_id is null;
update items set cluster_id = 'alone-' || id where stands_alone = 1 and cluster_id is null;
alter table items drop column stands_alone;
delete from cluster_marks;
delete from cluster_bands;
delete from item_marks;
`;

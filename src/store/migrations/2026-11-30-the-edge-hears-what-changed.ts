/** What of the public pages changed, until the cache in front has been told. */
export const edgeChangesText = `
create table edge_changes (id text primary key, names_json text not null, at bigint not null, due_at bigint not null, told integer not null);
create index edge_changes_due on edge_changes (due_at);
`;

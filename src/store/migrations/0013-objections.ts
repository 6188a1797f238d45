/** Objections: what readers say is wrong about a sentence of a translation, for the desk to weigh. */
export const objectionsText = `
create table objections (
  id text primary key, edition_id text not null references editions (id) on delete cascade, pair_id text not null,
  original text not null, translated text not null, engine text, reason text not null, better text not null,
  state text not null, screen_json text not null, sender_hash text not null, received_at bigint not null,
  decided_at bigint, decided_by_id text references staff (id), decided_why text not null, correction_id text);
create index objections_state on objections (state, received_at);
create index objections_edition on objections (edition_id, received_at);
create index objections_sender on objections (sender_hash, received_at) where sender_hash <> '';
`;

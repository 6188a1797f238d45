/** What stood in another house, kept while something of it is doubtful; and which post a doubt of a picture belongs to. */
export const doubtOriginalsText = `
alter table move_doubts add column post_id text;
update move_doubts set post_id = foreign_id where kind = 'post';
create table move_originals (
  origin text not null, kind text not null, foreign_id text not null, page_json text not null,
  text_packed {bytes} not null, moved_at bigint not null,
  primary key (origin, kind, foreign_id))
`;

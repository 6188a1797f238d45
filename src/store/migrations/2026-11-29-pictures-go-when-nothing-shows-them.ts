/** Pictures go when nothing shows them: since when that is so, and when their files were removed. */
export const picturesGoText = `
alter table media add column unused_since bigint;
alter table media add column gone_at bigint;
`;

/** What of an item's text is no copy (struck out, hidden, a remark, a note) is kept beside it, to be shown and put back. */
export const leftOutText = `
alter table item_versions add column left_out_json text;
`;

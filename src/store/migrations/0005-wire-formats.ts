/** What an agency says of a version beyond what a feed can: see wire/parse/facts.ts. Null where a feed said nothing. */
export const wireFormatsText = `
alter table item_versions add column facts_json text;
`;

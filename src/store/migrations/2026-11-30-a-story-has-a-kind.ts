/** What a story is for its readers. All that stood here before was news. */
export const storyKindText = `
alter table stories add column kind text not null default 'news';
`;

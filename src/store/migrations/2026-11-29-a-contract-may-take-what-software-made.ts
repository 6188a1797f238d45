/** A contract may say that copy which its agency marks as made by trained software is published unread too. */
export const takesGeneratedText = `
alter table sources add column takes_generated integer not null default 0;
`;

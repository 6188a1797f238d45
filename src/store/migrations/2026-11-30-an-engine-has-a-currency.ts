/** What an engine's price is in. */
export const engineCurrencyText = `
alter table engines add column currency text not null default '';
`;

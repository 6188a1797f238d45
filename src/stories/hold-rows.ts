/** Rows that whoever decides about a story from above holds meanwhile: two posts of one form meet here. */
export { holdEditionRow, holdStoryRow } from './lock-queries.ts';

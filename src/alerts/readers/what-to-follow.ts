/** What a reader can choose from, besides sections, topics and languages: the sources that the paper draws on. */
export { listSourcesRead } from './follow-queries.ts';

/** What bench/alerts-process.mjs calls, built into one file as the newsroom itself is. */
export { writeAlert } from '../src/alerts/alert.ts';
export { readFigures } from '../src/alerts/sending/chunk-figures.ts';
export { fanOut } from '../src/alerts/sending/fan-out.ts';
export { openTicketOffice, prepareTickets } from '../src/alerts/sending/prepare-tickets.ts';
export { readSettings } from '../src/kit/settings.ts';
export { openNewsroom, theNewsroomItself } from '../src/newsroom.ts';
export { openSender } from '../src/push/sender.ts';
export { migrateStore } from '../src/store/migrate.ts';
export { draftStory } from '../src/stories/draft.ts';
export { publishStory } from '../src/stories/publish.ts';

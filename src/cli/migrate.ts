/** `crier migrate`: brings the database to the shape this Crier needs. */
import { openNewsroom } from '../newsroom.ts';
import { prepareStore } from './prepare-store.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

export const migrate: Verb = {
  says: 'Brings the database to the shape this Crier needs.',
  usage: `crier migrate

A SQLite file is copied first (crier.sqlite.at-N); crier serve does the same by itself. A PostgreSQL database is changed by
this verb alone, while no process is at work on it: make a dump first. Exit: 1 when it cannot be done.
`,
  async run() {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const newsroom = await openNewsroom(settings);
    try {
      const { applied, complaint } = await prepareStore(newsroom, { mayMigrate: true });
      process.stdout.write(
        complaint ?? (applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'Nothing to do.\n'),
      );
      return complaint ? 1 : 0;
    } finally {
      await newsroom.close();
    }
  },
};

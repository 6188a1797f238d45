/** `crier reader ADDRESS --export | --erase`: what is kept of one reader, given out or removed. */
import { eraseReader, exportReader } from '../replies/reader-data.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';
import { withNewsroom } from './with-newsroom.ts';

const WHICH = ['--export', '--erase'];

export const reader: Verb = {
  says: 'Gives out or removes what is kept of one reader.',
  usage: `crier reader ADDRESS --export | --erase

ADDRESS is the e-mail address a reader wrote their replies with. --export prints all that is found by it as JSON: for a
reader who asks what you keep. --erase removes it, published replies and the desk's answers to them included; this cannot be
undone, and copies in backups stay until those are replaced. Objections and devices carry no address and cannot be found by
one: a device is ended on its own alerts page. Exit: 1 when the words are not right.
`,
  async run(words) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const [address = '', ...more] = words.filter((word) => !WHICH.includes(word));
    const which = words.filter((word) => WHICH.includes(word));
    if (!address.includes('@') || more.length > 0 || which.length !== 1) {
      process.stderr.write('Say whose, and what: crier reader ana@reader.example --export | --erase\n');
      return 1;
    }
    return withNewsroom(settings, async (newsroom) => {
      if (which[0] === '--export') {
        const replies = await exportReader(newsroom, { address });
        process.stdout.write(`${JSON.stringify({ address, replies }, null, 2)}\n`);
      } else {
        const count = await eraseReader(newsroom, { address });
        process.stdout.write(
          count === 0
            ? 'Nothing is kept of that address.\n'
            : `Removed ${count} ${count === 1 ? 'reply' : 'replies'}.\n`,
        );
      }
      return 0;
    });
  },
};

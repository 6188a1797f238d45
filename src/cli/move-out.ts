/** `crier move-out FOLDER`: the whole paper as files that can be read without Crier. */
import { parseArgs } from 'node:util';
import { ninjsOf } from '../api/ninjs.ts';
import { moveOut } from '../moving/out/move-out.ts';
import { STAYS_BEHIND } from '../moving/table-words.ts';
import type { Newsroom } from '../newsroom.ts';
import { getMasthead } from '../stories/masthead.ts';
import { getPublished } from '../stories/read.ts';
import { listStatements } from '../stories/statements.ts';
import { findKin } from '../translation/kin.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';
import { withNewsroom } from './with-newsroom.ts';

const WRONG_WORDS = 2;

export const moveOutVerb: Verb = {
  says: 'Writes the whole paper into a folder that can be read without Crier.',
  usage: `crier move-out FOLDER [--with-addresses]

FOLDER must not be there yet, or be empty. Each edition becomes a file of IPTC ninjs 3.1; beside it stands everything that hangs
on its story: takes, statements, steps, corrections, translations, replies. Pictures, sections, topics, sources, staff names and
old addresses come along; a README in it says what is where. crier move-in FOLDER --go brings it all back.
--with-addresses: also the addresses that readers wrote their replies with, which are sealed here. Only if you must.
`,
  async run(args) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const asked = askedFor(args);
    if (typeof asked === 'string') {
      process.stderr.write(`${asked}\n${moveOutVerb.usage}`);
      return WRONG_WORDS;
    }
    return withNewsroom(settings, async (newsroom) => {
      const counts = await moveOut(newsroom, {
        ...asked,
        ninjs: (editionId) => publishedNinjs(newsroom, editionId),
      });
      const { stories, editions, replies, files } = counts;
      process.stdout.write(
        `${stories} stories in ${editions} editions, ${replies} replies and ${files} files of pictures are in ${asked.folder}.\n${STAYS_BEHIND}\n`,
      );
      return 0;
    });
  },
};

function askedFor(args: string[]): { folder: string; withAddresses: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'with-addresses': { type: 'boolean', default: false } },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) return 'Name one folder.';
    return { folder, withAddresses: values['with-addresses'] };
  } catch (error) {
    // parseArgs throws at words it does not know, in words for people.
    return (error as Error).message;
  }
}

/** As the API gives it; null for what readers do not have. */
export async function publishedNinjs(newsroom: Newsroom, editionId: string): Promise<object | null> {
  const story = await getPublished(newsroom, editionId);
  if (!story) return null;
  const statements = await listStatements(newsroom, editionId);
  const kin = await findKin(newsroom, story);
  return ninjsOf(newsroom.settings.address, await getMasthead(newsroom), { story, statements, kin });
}

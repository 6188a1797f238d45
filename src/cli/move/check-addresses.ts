/** `crier move-in --check SITEMAP|EXPORT`: asks this paper for every address of the old one, and says which answer is wrong. */
import { openLiveHub } from '../../alerts/live/live-hub.ts';
import { addressesToAsk } from '../../moving/formats/export-addresses.ts';
import type { Newsroom } from '../../newsroom.ts';
import { openServer } from '../../server/server.ts';
import { openSignIn } from '../../staff/sign-in.ts';

export interface AddressCheck {
  /** Answered with the page itself. */
  same: number;
  /** Led there in one step. */
  moved: number;
  withdrawn: number;
  wrong: { address: string; words: string }[];
}

const MOST_STEPS = 5; // more is a circle

export async function checkAddresses(newsroom: Newsroom, sitemap: string): Promise<AddressCheck> {
  const liveHub = openLiveHub(newsroom);
  const server = await openServer({ newsroom, signIn: openSignIn(newsroom), liveHub });
  const found: AddressCheck = { same: 0, moved: 0, withdrawn: 0, wrong: [] };
  try {
    for await (const address of addressesToAsk(sitemap, newsroom)) {
      const { pathname, search } = new URL(address);
      const answer = await follow(pathname + search, async (url) => {
        // Whole, for a path may begin with two slashes, which would be read as a host.
        const { statusCode, headers } = await server.app.inject({ url: `http://localhost${url}` });
        return { status: statusCode, location: headers.location };
      });
      if (answer.status === 410) found.withdrawn += 1;
      else if (answer.status !== 200) found.wrong.push({ address, words: saidOf(answer) });
      else if (answer.steps > 1)
        found.wrong.push({ address, words: `It leads there in ${answer.steps} steps.` });
      else if (answer.steps === 1) found.moved += 1;
      else found.same += 1;
    }
    return found;
  } finally {
    await server.close();
  }
}

interface Followed {
  status: number;
  steps: number;
}

async function follow(
  path: string,
  ask: (path: string) => Promise<{ status: number; location?: string | undefined }>,
): Promise<Followed> {
  let here = path;
  for (let steps = 0; steps <= MOST_STEPS; steps += 1) {
    const { status, location } = await ask(here);
    if (location === undefined || status < 300 || status > 399) return { status, steps };
    here = location.startsWith('http') ? new URL(location).pathname : location;
  }
  return { status: 508, steps: MOST_STEPS };
}

function saidOf({ status }: Followed): string {
  if (status === 404) return 'Nothing is known of it here: 404.';
  if (status === 508) return 'It leads round in a circle.';
  return `It answers ${status}.`;
}

const SHOWN = 50; // wrong ones on the screen

export function checkWords({ same, moved, withdrawn, wrong }: AddressCheck): string {
  const total = same + moved + withdrawn + wrong.length;
  const lines = [
    `${total.toLocaleString('en')} addresses asked.`,
    `  ${same} stand where they stood`,
    `  ${moved} lead to where they stand now (301)`,
    `  ${withdrawn} were withdrawn (410)`,
    `  ${wrong.length} are wrong`,
    ...wrong.slice(0, SHOWN).map(({ address, words }) => `\n  ${address}\n    ${words}`),
    ...(wrong.length > SHOWN ? [`\n  … and ${wrong.length - SHOWN} more.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

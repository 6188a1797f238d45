/** What the doctor looks at from outside: the address as the world sees it, what the proxy hands on, push services, the time. */
import { SECOND, systemClock } from '../../kit/clock.ts';
import type { Settings } from '../../kit/settings.ts';
import { bad, type Diagnosis, good, unsure } from './diagnosis.ts';

const PATIENCE = 8 * SECOND; // for one answer
const SKEW = 30 * SECOND; // a push service refuses a signature from a future day, and pages say minutes
const SPOOFED = '203.0.113.77'; // kept for documentation (RFC 5737): nobody has it

/** The browsers' own services; a HEAD of their front door is answered by all, with whatever status. */
const SERVICES = [
  'https://fcm.googleapis.com',
  'https://updates.push.services.mozilla.com',
  'https://web.push.apple.com',
];

interface Answer {
  status: number;
  date: number | null;
  json: unknown;
}

async function ask(url: string, headers: Record<string, string> = {}): Promise<Answer | { words: string }> {
  try {
    const answer = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    const text = await answer.text();
    const date = Date.parse(answer.headers.get('date') ?? '');
    return { status: answer.status, date: Number.isNaN(date) ? null : date, json: jsonOf(text) };
  } catch (error) {
    const { cause, message } = error as Error;
    return { words: (cause as Error | undefined)?.message || message }; // what is wrong is what the doctor is asked for
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a page; not ours, then
  }
}

/** The newsroom has to be serving for this. */
export async function lookAtAddress({ address, proxies }: Settings): Promise<Diagnosis[]> {
  const health = await ask(`${address}/healthz`);
  if ('words' in health) {
    const mend =
      'Is crier serve running, does the name lead to this machine, does the proxy lead to Crier’s port?';
    return [bad('address', `${address} does not answer: ${health.words}`, mend)];
  }
  if (health.status === 502 || health.status === 504)
    return [
      bad(
        'address',
        `the proxy at ${address} finds no Crier behind it`,
        'Start crier serve; look at the port it is sent to.',
      ),
    ];
  const store = (health.json as { store?: string } | null)?.store;
  if (store === undefined)
    return [
      bad(
        'address',
        `something else than Crier answers at ${address} (${health.status})`,
        'Look at the name, and at the proxy.',
      ),
    ];
  const state =
    store === 'answers'
      ? good('address', `${address} is Crier, and well`)
      : bad('address', `Crier at ${address} says: the store ${store}`, 'See the log.');
  return [state, ...(await lookAtProxy(address, proxies))];
}

async function lookAtProxy(address: string, proxies: Settings['proxies']): Promise<Diagnosis[]> {
  const told = await ask(`${address}/healthz/you`, { 'x-forwarded-for': SPOOFED });
  const you = 'json' in told ? (told.json as { address?: string } | null)?.address : undefined;
  if (you === undefined) return [];
  if (you === SPOOFED)
    return [
      bad(
        'proxy',
        'Crier believes whatever address a reader writes',
        `CRIER_PROXY is ${proxies}: it has to be the number of proxies that are really there.`,
      ),
    ];
  const isInside = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1|::ffff:127\.|f[cd])/i.test(you);
  if (isInside && proxies === 0 && address.startsWith('https:'))
    return [
      bad(
        'proxy',
        `all readers look like ${you} to Crier`,
        'Set CRIER_PROXY to how many proxies a request comes through (1), and have the proxy send X-Forwarded-For.',
      ),
    ];
  return [good('proxy', `whoever comes from here is ${you} to Crier, whatever they write themselves`)];
}

export async function lookAtPushServices({ pushServices }: Settings): Promise<Diagnosis[]> {
  const origins = [...SERVICES, ...pushServices];
  const answers = await Promise.all(origins.map(async (origin) => ({ origin, answer: await ask(origin) })));
  const found = answers.map(({ origin, answer }) =>
    'words' in answer
      ? bad(
          'push service',
          `${origin} cannot be reached: ${answer.words}`,
          'Let this machine out to port 443 of it; readers with that browser hear nothing otherwise.',
        )
      : good('push service', `${origin} can be reached`),
  );
  return [
    ...found,
    ...lookAtTime(
      answers.flatMap(({ answer }) => ('date' in answer && answer.date !== null ? [answer.date] : [])),
    ),
  ];
}

function lookAtTime(dates: number[]): Diagnosis[] {
  const [first] = dates;
  if (first === undefined)
    return [unsure('time', 'nobody outside could be asked for it', 'Look at it yourself: date -u')];
  const apart = Math.abs(systemClock.now() - first);
  const words = `ours and the world’s are ${Math.round(apart / SECOND)} s apart`;
  return [
    apart < SKEW
      ? good('time', words)
      : bad('time', words, 'Set the clock by NTP: push services refuse our signature otherwise.'),
  ];
}

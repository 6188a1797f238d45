/** An editor's browser as the newsroom meets it: opens a story, saves it, hears the line and looks again as the page's script does. */

export interface OpenStory {
  storyId: string;
  bytes: number;
  form: string;
  /** The take that the next save goes on from. */
  basedOn: string;
  bodyHtml: string;
  /** Stamps of the parts that follow others; none in a page that is fetched again whole. */
  stamps: Map<string, string>;
}

export interface Editor {
  open(storyId: string): Promise<OpenStory>;
  /** `turn` makes the copy another one. */
  save(page: OpenStory, turn: number): Promise<void>;
  /** What an open page asks for when its story has changed; answers how many bytes came. */
  lookAgain(page: OpenStory): Promise<number>;
  /** Listens until it is stopped, and looks again when told. */
  follow(page: OpenStory): () => void;
  /** Sends a picture to the library. */
  sendPicture(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

const PACE = 500; // ms between two looks, as the page's script has it
/** Parts that the script of an open editor asks for by itself, with what is typed. */
const ASKED_APART = new Set(['findings', 'suggestions']);

/** Signs somebody in; the answer is the cookie of a session. */
export async function signedInAt(
  address: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const before = await fetch(`${address}/desk/sign-in`);
  const sent = await fetch(`${address}/desk/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(before) },
    body: new URLSearchParams({ _form: fieldIn(await before.text(), '_form'), email, password }),
  });
  const cookie = cookiesOf(sent);
  if (sent.status !== 303 || cookie === '') throw new Error(`nobody was signed in: ${sent.status}`);
  return cookie;
}

export async function editorAt(
  address: string,
  person: { email: string; password: string },
): Promise<Editor> {
  const cookie = await signedInAt(address, person);
  let formToken: string | undefined;
  const get = async (path: string, accept = 'text/html') => {
    const answer = await fetch(`${address}${path}`, { headers: { cookie, accept } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
  const lookAgain = async (page: OpenStory) => {
    if (page.stamps.size === 0) return (await get(`/desk/stories/${page.storyId}?look=1`)).length;
    const asked = [...page.stamps].filter(([id]) => !ASKED_APART.has(id)).map((one) => one.join('.'));
    const answer = await get(`/desk/stories/${page.storyId}/parts?known=${asked}`, 'application/json');
    for (const markup of Object.values(JSON.parse(answer) as Record<string, string>))
      keepStamps(page, markup);
    return answer.length;
  };
  return {
    lookAgain,
    async open(storyId) {
      const html = await get(`/desk/stories/${storyId}`);
      const [, body = ''] =
        /<(?:template id="body-html"|div id="body-html" hidden)>(.*?)<\/(?:template|div)>/s.exec(html) ?? [];
      const page = { storyId, bytes: html.length, form: fieldIn(html, '_form'), bodyHtml: body };
      const open = { ...page, basedOn: fieldIn(html, 'basedOn'), stamps: new Map<string, string>() };
      keepStamps(open, html);
      return open;
    },
    async save(page, turn) {
      const bodyHtml = `${page.bodyHtml}<p>Added at turn ${turn} of ${page.storyId}.</p>`;
      const answer = await fetch(`${address}/desk/stories/${page.storyId}/takes`, {
        method: 'POST',
        headers: { cookie, accept: 'application/json' },
        body: new URLSearchParams({ _form: page.form, basedOn: page.basedOn, bodyHtml }),
      });
      if (!answer.ok) throw new Error(`not saved: ${await answer.text()}`);
      page.basedOn = ((await answer.json()) as { takeId: string }).takeId;
    },
    async sendPicture(bytes) {
      formToken ??= fieldIn(await get('/desk/media'), '_form');
      const body = new FormData();
      body.append('picture', new Blob([bytes]), 'photo.jpg');
      const headers = { accept: 'application/json', cookie, 'x-form': formToken };
      const answer = await fetch(`${address}/desk/media.json`, { method: 'POST', headers, body });
      if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
    },
    follow: (page) => follow(`${address}/desk/live`, cookie, page, () => lookAgain(page)),
  };
}

function keepStamps(page: OpenStory, html: string): void {
  for (const [tag] of html.matchAll(/<\w+[^>]* data-stamp="[^"]+"[^>]*>/g)) {
    const [id, stamp] = [/ id="([^"]+)"/.exec(tag)?.[1], / data-stamp="([^"]+)"/.exec(tag)?.[1]];
    if (id && stamp) page.stamps.set(id, stamp);
  }
}

/** The line as desk-live.ts hears it: at once where it is quiet, else once more when the last look is over. */
function follow(line: string, cookie: string, page: OpenStory, look: () => Promise<unknown>): () => void {
  const away = new AbortController();
  let [resting, again] = [false, false];
  const heard = async (): Promise<void> => {
    again = resting;
    if (resting) return;
    resting = true;
    await look().catch(() => {});
    setTimeout(() => {
      resting = false;
      if (again && !away.signal.aborted) void heard();
    }, PACE);
  };
  const listen = async () => {
    const { body } = await fetch(line, { headers: { cookie }, signal: away.signal });
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      for (const [, news = '{}'] of text.matchAll(/event: changed\ndata: (.*)\n/g))
        if (isOurs(JSON.parse(news), page.storyId)) void heard();
    }
  };
  void listen().catch(() => {}); // it ends by being stopped
  return () => away.abort();
}

function isOurs(news: { what?: string[]; stories?: string[] | null }, storyId: string): boolean {
  return news.what?.includes('stories') === true && (news.stories?.includes(storyId) ?? true);
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

function fieldIn(html: string, name: string): string {
  const [tag = ''] = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html) ?? [];
  return / value="([^"]*)"/.exec(tag)?.[1] ?? '';
}

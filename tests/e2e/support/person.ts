/** Someone with a browser without script, by plain HTTP: cookies, forms with their tokens, streams of open pages. */

import { copyFields, withoutScript } from '../../support/copy-form.ts';

export interface Person {
  get(address: string): Promise<{ status: number; body: string; where: string }>;
  /** Sends the fields with the form's token from the page at `from`; the answer is where it leads, or a refusal's page. */
  send(
    from: string,
    to: string,
    fields: Record<string, string>,
  ): Promise<{ status: number; where: string; body: string }>;
  /** Sends the copy form of a story's page as it stands, to an address beside it. */
  sendCopy(
    page: string,
    to: string,
    typed?: Record<string, string>,
  ): Promise<{ status: number; where: string; body: string }>;
}

export function openPerson(): Person {
  const cookies = new Map<string, string>();
  const headers = () => ({
    accept: 'text/html',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  const keep = (answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
  };
  const ask = async (address: string) => {
    const answer = await fetch(address, { headers: headers(), redirect: 'manual' });
    keep(answer);
    return { status: answer.status, body: await answer.text(), where: answer.headers.get('location') ?? '' };
  };
  const get = async (address: string) => {
    const page = await ask(address);
    const elsewhere = withoutScript(page.body);
    return elsewhere === null ? page : ask(new URL(elsewhere, address).href);
  };
  const post = async (address: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(address, { method: 'POST', headers: headers(), body, redirect: 'manual' });
    keep(answer);
    return { status: answer.status, where: answer.headers.get('location') ?? '', body: await answer.text() };
  };
  return {
    get,
    async send(from, to, fields) {
      const page = await get(from);
      const token = /name="_form" value="([^"]+)"/.exec(page.body)?.[1];
      if (!token) throw new Error(`${from} shows no form: ${page.status} ${page.where}`);
      return post(to, { _form: token, ...fields });
    },
    async sendCopy(page, to, typed = {}) {
      return post(to, { ...copyFields((await get(page)).body), ...typed });
    },
  };
}

/** An open page's line: what it has been told, until it is let go. */
export async function openLine(
  address: string,
): Promise<{ heard(): string; close(): void; ended: Promise<void> }> {
  const stop = new AbortController();
  const answer = await fetch(address, { signal: stop.signal, headers: { accept: 'text/event-stream' } });
  let heard = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of answer.body ?? []) heard += decoder.decode(part as Uint8Array, { stream: true });
  })().catch(() => {}); // let go, or cut
  return { heard: () => heard, close: () => stop.abort(), ended };
}

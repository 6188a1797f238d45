/**
 * The demo's translation engine: it speaks LibreTranslate's interface on loopback and knows by heart what the local wires
 * send, mistakes of a machine among it, so that translating can be seen working without the internet.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { escapeText, htmlToText } from '../../kit/safe-html.ts';
import { arabic, arabicParts } from './phrases/arabic.ts';
import { greek, greekParts } from './phrases/greek.ts';
import type { Phrase, PhraseParts } from './phrases/phrase.ts';
import { russian, russianParts } from './phrases/russian.ts';

export interface Translator {
  /** Without a slash at its end. */
  address: string;
  stop(): Promise<void>;
}

const books: Readonly<Record<string, { phrases: readonly Phrase[]; parts: PhraseParts }>> = {
  el: { phrases: greek, parts: greekParts },
  ru: { phrases: russian, parts: russianParts },
  ar: { phrases: arabic, parts: arabicParts },
};

/** The pairs that it can do, as an engine is set up with them. */
export const translatorPairs = Object.keys(books)
  .map((language) => `${language}>en`)
  .join(' ');

/** The English that stands for a sentence; null for one that no local wire sends. */
export function phraseFor(language: string, sentence: string): string | null {
  const book = books[language];
  for (const [known, english] of book?.phrases ?? []) {
    if (known === sentence) return english;
    const held = known instanceof RegExp ? known.exec(sentence) : null;
    if (held) return english.replace(/\$(\d)/g, (_, at) => book?.parts[held[at] ?? ''] ?? held[at] ?? '');
  }
  return null;
}

const asked = z.object({ q: z.array(z.string()), source: z.string(), target: z.string() });

/** Starts it on a free port. A sentence that it does not know comes back as it was, which the newsroom takes for no answer. */
export async function startTranslator(): Promise<Translator> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() =>
      say(response, 400, { error: 'Send JSON with q, source and target.' }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/translate') {
    say(response, 404, { error: 'POST /translate' });
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { q, source, target } = asked.parse(JSON.parse(Buffer.concat(chunks).toString()));
  if (target !== 'en' || !books[source]) {
    say(response, 400, { error: `${source} to ${target} is not supported` });
    return;
  }
  const translatedText = q.map((html) => {
    const english = phraseFor(source, htmlToText(html).trim());
    return english === null ? html : escapeText(english);
  });
  say(response, 200, { translatedText });
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

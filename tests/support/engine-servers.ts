/** Translation engines on loopback: servers that speak the documented interfaces, and err as the real ones do. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EngineServer {
  address: string;
  /** What was asked, newest last. */
  asked: { path: string; headers: IncomingMessage['headers']; body: string }[];
  close(): Promise<void>;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** JSON unless it is text already. */
  body: unknown;
}

/** A server that answers each request by the function given. */
export async function engineServer(
  answer: (body: string, path: string) => Reply | Promise<Reply>,
): Promise<EngineServer> {
  const asked: EngineServer['asked'] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ path: request.url ?? '', headers: request.headers, body });
    const { status = 200, headers = {}, body: said } = await answer(body, request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof said === 'string' ? said : JSON.stringify(said));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export type Dictionary = (sentence: string) => string;

/** LibreTranslate's interface over a dictionary. */
export function libreServer(say: Dictionary): Promise<EngineServer> {
  return engineServer((body) => {
    const { q } = JSON.parse(body) as { q: string[] };
    return { body: { translatedText: q.map(say) } };
  });
}

/** DeepL's interface over a dictionary; it wants its key, and no more than 50 texts. */
export function deeplServer(say: Dictionary, key: string): Promise<EngineServer> {
  return engineServer((body) => {
    const { text } = JSON.parse(body) as { text: string[] };
    if (text.length > 50) return { status: 400, body: { message: 'Too many texts' } };
    const translations = text.map((each) => ({
      detected_source_language: 'EL',
      text: say(each),
      billed_characters: each.length,
      model_type_used: 'quality_optimized',
    }));
    return key === 'wrong'
      ? { status: 403, body: { message: 'Authorization failure' } }
      : { body: { translations } };
  });
}

/** A chat model that answers with the segments of a dictionary. */
export function chatServer(say: Dictionary): Promise<EngineServer> {
  return engineServer((body) => {
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
    const { segments } = JSON.parse(messages.at(-1)?.content ?? '{}') as {
      segments: { i: number; text: string }[];
    };
    const content = JSON.stringify({ segments: segments.map(({ i, text }) => ({ i, text: say(text) })) });
    return {
      body: {
        model: 'harbour-7b',
        choices: [{ finish_reason: 'stop', message: { role: 'assistant', content } }],
      },
    };
  });
}

/** apertium-apy's interface over a dictionary. */
export function apertiumServer(say: Dictionary, pairs: string[]): Promise<EngineServer> {
  return engineServer((body) => {
    const fields = new URLSearchParams(body);
    if (!pairs.includes(fields.get('langpair') ?? ''))
      return {
        status: 400,
        body: {
          status: 'error',
          code: 400,
          message: 'Bad Request',
          explanation: 'That pair is not installed',
        },
      };
    const translatedText = say(fields.get('q') ?? '');
    return { body: { responseData: { translatedText }, responseDetails: null, responseStatus: 200 } };
  });
}

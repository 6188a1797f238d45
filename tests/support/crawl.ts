/** Reads every public answer of a newsroom the way a reader's browser and a search engine would: link by link. */
import type { FastifyInstance } from 'fastify';
import { Parser } from 'htmlparser2';

export interface Answer {
  path: string;
  status: number;
  type: string;
  headers: Record<string, unknown>;
  body: string;
  /** Every element with its attributes, of HTML answers. */
  elements: Element[];
}

export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

const MOST_PAGES = 400;

/** Answers by path, beginning at `from`; `origin` is the site's own address, which may stand before a path. */
export async function crawl(
  app: FastifyInstance,
  from: string[],
  origin: string,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined && answers.size < MOST_PAGES; path = waiting.shift()) {
    if (answers.has(path) || path.startsWith('/desk') || path.startsWith('/live')) continue;
    const answer = await ask(app, path);
    answers.set(path, answer);
    waiting.push(...linksOf(answer, origin));
  }
  return answers;
}

export async function ask(app: FastifyInstance, path: string): Promise<Answer> {
  const response = await app.inject({ url: path });
  const type = String(response.headers['content-type'] ?? '');
  const elements = type.includes('html') ? elementsOf(response.body) : [];
  return {
    path,
    status: response.statusCode,
    type,
    headers: response.headers,
    body: response.body,
    elements,
  };
}

export function elementsOf(html: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return elements;
}

function linksOf(answer: Answer, origin: string): string[] {
  const html = answer.elements.flatMap(({ attributes }) => [attributes.href, attributes.src]);
  const feeds =
    answer.type.includes('xml') || answer.type.includes('json') ? quoted(answer.body, origin) : [];
  return [...html, ...feeds].flatMap((link) => {
    const url = URL.parse(link ?? '', `${origin}${answer.path}`);
    return url && url.origin === origin ? [url.pathname + url.search] : [];
  });
}

function quoted(body: string, origin: string): string[] {
  return [...body.matchAll(/https?:\/\/[^\s"'<>\\&]+/g)]
    .map((match) => match[0])
    .filter((link) => link.startsWith(origin));
}

/**
 * `crier read FILE…`: what the wire understands of a file, without a newsroom and without the network. The way to look
 * at what a source sends, and to hear what is wrong with it, before or after it is added.
 */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readFeed } from '../wire/reading/read-feed.ts';
import { type Understood, type UnderstoodItem, understood } from '../wire/reading/understood.ts';
import type { Verb } from './verb.ts';

const LARGEST = 15_000_000; // bytes, as for what is fetched, before and after decompression

/** What the verb answers with. */
const NOTHING_READ = 1; // a file is no wire's, or cannot be opened
const WRONG_WORDS = 2;

const USAGE = `crier read FILE… [--content-type TYPE] [--base URL] [--json] [--facts]

FILE may be - for what comes in. --content-type: the header it came with. --base: where it came from.
--json: one object, or with several files one a line. --facts: with everything that an agency says.
`;

export const read: Verb = {
  says: 'Prints what the wire understands of a file: a feed, an agency’s copy, whatever came.',
  usage: USAGE,
  async run(args) {
    const asked = askedFor(args);
    if (typeof asked === 'string') {
      process.stderr.write(`${asked}\n${USAGE}`);
      return WRONG_WORDS;
    }
    let status = 0;
    for (const file of asked.files) {
      const answer = await understand(file, asked);
      if (answer.complaint) process.stderr.write(`${file}: ${answer.complaint}\n`);
      if (answer.complaint) status = NOTHING_READ;
      if (!answer.what) continue;
      const isMany = asked.files.length > 1;
      await write(
        asked.json ? asJson(answer.what, isMany ? file : null) : asWords(answer.what, isMany ? file : null),
      );
    }
    return status;
  },
};

interface Asked {
  files: string[];
  contentType: string | null;
  base: string | null;
  json: boolean;
  facts: boolean;
}

function askedFor(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'content-type': { type: 'string' },
        base: { type: 'string' },
        json: { type: 'boolean', default: false },
        facts: { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) return 'Say which file to read.';
    if (values.base !== undefined && !URL.canParse(values.base)) return `“${values.base}” is no address.`;
    return {
      files: positionals,
      contentType: values['content-type'] ?? null,
      base: values.base ?? null,
      json: values.json,
      facts: values.facts,
    };
  } catch (error) {
    // parseArgs throws at words it does not know, in words for people.
    return (error as Error).message;
  }
}

/** What is understood, and what there is to complain of: with nothing read there is no more than a complaint. */
async function understand(
  file: string,
  asked: Asked,
): Promise<{ what: Understood | null; complaint: string }> {
  const got = await bytesOf(file);
  if ('problem' in got) return { what: null, complaint: got.problem };
  const reading = readFeed(got.bytes, { contentType: asked.contentType, address: asked.base });
  const what = understood(reading, asked.facts);
  if (got.isCut) {
    what.salvaged = true;
    what.problems.push(`It is larger than ${LARGEST / 1_000_000} MB; the rest was not read.`);
  }
  const isNothing = what.format === 'unknown' || what.format === 'html';
  return { what, complaint: isNothing ? what.problems.join(' ') || 'Nothing in it is known.' : '' };
}

async function bytesOf(file: string): Promise<{ bytes: Buffer; isCut: boolean } | { problem: string }> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    for await (const piece of stream) {
      pieces.push(piece as Buffer);
      length += (piece as Buffer).length;
      if (length > LARGEST) break;
    }
  } catch (error) {
    return { problem: wordsFor(error as NodeJS.ErrnoException) };
  }
  const bytes = Buffer.concat(pieces).subarray(0, LARGEST);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : { bytes, isCut: length > LARGEST };
}

function unpacked(packed: Buffer): { bytes: Buffer; isCut: boolean } | { problem: string } {
  try {
    return { bytes: gunzipSync(packed, { maxOutputLength: LARGEST }), isCut: false };
  } catch (error) {
    const isBomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return {
      problem: isBomb
        ? `It unpacks to more than ${LARGEST / 1_000_000} MB.`
        : 'It is compressed, and broken.',
    };
  }
}

function wordsFor({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder.';
  if (code === 'EACCES') return 'It may not be read.';
  return message;
}

/** Waits where whoever reads is slower than we write. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function asJson(what: Understood, file: string | null): string {
  return file === null ? `${JSON.stringify(what, null, 2)}\n` : `${JSON.stringify({ file, ...what })}\n`;
}

function asWords(what: Understood, file: string | null): string {
  const head = [
    ...(file === null ? [] : [file]),
    [what.format, what.encoding, what.language, what.salvaged ? 'salvaged' : ''].filter(Boolean).join(' · '),
    [what.title, what.link].filter(Boolean).join(' · '),
    ...what.problems.map((problem) => `! ${problem}`),
    `${what.items.length} ${what.items.length === 1 ? 'item' : 'items'}`,
  ].filter(Boolean);
  return `${head.join('\n')}\n\n${what.items.map(itemInWords).join('\n')}\n`;
}

const SHOWN = 300; // characters of the text

function itemInWords(item: UnderstoodItem): string {
  const { html: _, text = '', title = 'Without a headline', media = [], hops = [], facts, ...rest } = item;
  const lines = Object.entries(rest).map(
    ([name, value]) => `  ${name}: ${Array.isArray(value) ? value.join(', ') : value}`,
  );
  for (const one of media)
    lines.push(`  media: ${[one.href, one.caption, one.credit].filter(Boolean).join(' · ')}`);
  for (const hop of hops) lines.push(`  hop: ${[hop.party, hop.link, hop.at].filter(Boolean).join(' · ')}`);
  for (const [name, value] of Object.entries(facts ?? {}))
    lines.push(`  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const line = text.replace(/\s+/g, ' ');
  lines.push(`  ${line.length > SHOWN ? `${line.slice(0, SHOWN)} …` : line}`);
  return `${title}\n${lines.join('\n')}\n`;
}

/** `crier check FILE…`: what the checks find in copy, and who says what in it. Needs no newsroom and no network. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { LONGEST_COPY, silentChecks } from '../checks/check-copy.ts';
import { decode } from '../kit/decode.ts';
import { asWords } from './check/print-check.ts';
import { type CheckRequest, checkText } from './check/run-check.ts';
import type { Verb } from './verb.ts';

const LARGEST = 12_000_000; // bytes; no text that is checked has as many
const LONGEST_FILE = 4_000_000; // units with all markup; the copy in it may have LONGEST_COPY
const TOO_LONG = `It is longer than ${LONGEST_COPY.toLocaleString('en')} characters: a book, and no story.`;
const CRITICAL = 1;
const NOT_CHECKED = 2;

const USAGE = `crier check FILE… [--language TAG] [--published DATE] [--source FILE] [--json]

FILE is text, HTML, Markdown or a wire's item, or - for what comes in. --language: a tag such as el; found out when not
given. --published: the day against which dates are read. --source: the original of a translation. --json: one object,
or with several files one a line. Exit: 1 when something critical was found, 2 when a file could not be checked.
`;

export const check: Verb = {
  says: 'Checks copy: findings at their place, and who says what. No newsroom needed.',
  usage: USAGE,
  async run(args) {
    const order = await orderIn(args);
    if (typeof order === 'string') {
      process.stderr.write(`${order}\n${USAGE}`);
      return NOT_CHECKED;
    }
    let status = 0;
    for (const file of order.files) status = Math.max(status, await checkFile(file, order));
    return status;
  },
};

interface Order extends CheckRequest {
  files: string[];
  json: boolean;
}

async function orderIn(args: string[]): Promise<Order | string> {
  const said = wordsIn(args);
  if (typeof said === 'string') return said;
  const { values, positionals } = said;
  if (positionals.length === 0) return 'Which file?';
  const language = values.language === undefined ? null : tagOf(values.language);
  if (values.language !== undefined && language === null) return `“${values.language}” is no language tag.`;
  const publishedAt = values.published === undefined ? null : Date.parse(values.published);
  if (Number.isNaN(publishedAt)) return `“${values.published}” is no date; write 2026-11-23.`;
  const source = values.source === undefined ? null : await textOf(values.source);
  if (source && 'problem' in source) return `${values.source}: ${source.problem}`;
  const original = source && { text: source.text, name: values.source ?? '' };
  return { files: positionals, json: values.json, language, publishedAt, source: original };
}

function wordsIn(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        published: { type: 'string' },
        source: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return (error as Error).message; // an option that there is not: said with the usage
  }
}

function tagOf(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null; // not a tag
  }
}

async function checkFile(file: string, order: Order): Promise<number> {
  const got = await textOf(file);
  const isMany = order.files.length > 1;
  if ('problem' in got) {
    process.stderr.write(`${file}: ${got.problem}\n`);
    return NOT_CHECKED;
  }
  const checked = await checkText(got.text, file, order);
  if (!checked) {
    process.stderr.write(`${file}: ${TOO_LONG}\n`);
    return NOT_CHECKED;
  }
  const { answer, language } = checked;
  const silent = silentChecks(language).map(({ name }) => name);
  if (order.json) {
    await write(`${JSON.stringify(isMany ? { file, ...answer } : answer)}\n`);
    if (silent.length > 0)
      process.stderr.write(
        `${file}: no rule for ${language || 'an unknown language'}: ${silent.join(', ')}.\n`,
      );
  } else {
    const isColour = process.stdout.isTTY === true && process.stdout.hasColors();
    await write(asWords({ file, text: got.text, answer, silent, language, isColour }));
  }
  return answer.findings.some(({ severity }) => severity === 'critical') ? CRITICAL : 0;
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** The text of a file, or in words why it cannot be checked. A byte order mark stays: offsets count it. */
async function textOf(file: string): Promise<{ text: string } | { problem: string }> {
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return { problem: bytes };
  const text = read(bytes);
  if (text.length > LONGEST_FILE) return { problem: TOO_LONG };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell that it is no text
  const strange = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const isBinary = text.includes('\0') || strange * 20 > text.length || broken * 3 > text.length;
  return isBinary ? { problem: 'This is no text: a picture, a document or a program.' } : { text };
}

/** UTF-8 with broken letters is still UTF-8 where more are whole than broken: the breaks are found by a check. */
function read(bytes: Buffer): string {
  const asUtf8 = bytes.toString('utf8');
  if (isUtf8(bytes)) return asUtf8;
  const broken = asUtf8.match(/\ufffd/g)?.length ?? 0;
  const whole = asUtf8.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole > broken ? asUtf8 : decode(bytes).text;
}

async function bytesOf(file: string): Promise<Buffer | string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of file === '-' ? process.stdin : createReadStream(file)) {
      pieces.push(piece as Buffer);
      length += (piece as Buffer).length;
      if (length > LARGEST) return `It is larger than ${LARGEST / 1_000_000} MB.`;
    }
    return Buffer.concat(pieces);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const known: Record<string, string> = {
      ENOENT: 'There is no such file.',
      EISDIR: 'This is a folder.',
      EACCES: 'It may not be read.',
    };
    return known[code ?? ''] ?? message;
  }
}

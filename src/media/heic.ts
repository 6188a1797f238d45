/**
 * HEIC, as iPhones keep their pictures. The decoder that comes with Crier lacks HEVC, whose patents forbid to ship it; a machine
 * may have it all the same: in its own libvips, or as the tools of libheif (Debian: `libheif-examples`).
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { SECOND } from '../kit/clock.ts';

const run = promisify(execFile);
const LONGEST = 60 * SECOND; // a phone's 48 megapixels take five
const TOOLS = ['heif-dec', 'heif-convert']; // its name since libheif 1.18, and before
const FOLDERS = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];

export type OpenedHeic =
  /** A picture that stands upright, of a kind that every decoder reads. */
  | { ok: true; bytes: Uint8Array }
  /** For whoever sent it. */
  | { ok: false; words: string };

const ADVICE =
  'This is a HEIC picture, as iPhones keep them. Export it as JPEG and send that; on the phone, Settings, Camera, Formats, “Most Compatible” makes JPEG from now on. This newsroom takes HEIC once the program heif-dec (Debian: apt install libheif-examples) is on its machine.';

/** Where the tool is; null where it is not on the machine. `folders` are looked through after the path. */
export function findHeicTool(path: string, folders: readonly string[] = FOLDERS): string | null {
  for (const folder of [...path.split(delimiter), ...folders])
    for (const tool of TOOLS) if (folder !== '' && existsSync(join(folder, tool))) return join(folder, tool);
  return null;
}

export async function openHeic(bytes: Uint8Array, tool = findHeicTool('')): Promise<OpenedHeic> {
  const { default: sharp } = await import('sharp');
  const suffixes: unknown = sharp.format.heif?.input?.fileSuffix;
  if (Array.isArray(suffixes) && suffixes.includes('.heic')) {
    const upright = await sharp(bytes).autoOrient().keepIccProfile().png({ compressionLevel: 1 }).toBuffer();
    return { ok: true, bytes: upright };
  }
  if (tool === null) return { ok: false, words: ADVICE };
  const folder = await mkdtemp(join(tmpdir(), 'crier-heic-'));
  try {
    const [from, to] = [join(folder, 'in.heic'), join(folder, 'out.png')];
    await writeFile(from, bytes);
    await run(tool, [from, to], { timeout: LONGEST });
    return { ok: true, bytes: await readFile(to) };
  } catch {
    // The tool says no to what it cannot read, and is ended when it takes too long: both are the file's doing.
    return { ok: false, words: 'This HEIC picture cannot be read. Export it as JPEG and send that.' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

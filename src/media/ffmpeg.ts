/** What ffmpeg says of a recording, where it is on the machine: how long it is, whether browsers play it, and a still of it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SECOND } from '../kit/clock.ts';

const run = promisify(execFile);
const FOLDERS = ['/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];
const PATIENCE = 30 * SECOND;
const PLAYED = /^(?:h264|vp8|vp9|av1|aac|mp3|opus|vorbis)$/; // what browsers of today play

export interface RecordingFacts {
  seconds: number | null;
  width: number;
  height: number;
  /** JPEG; null of a sound, or where none could be made. */
  poster: Buffer | null;
  /** A codec that browsers do not play; null where they do. */
  strange: string | null;
}

export function findFfmpeg(folders: readonly string[] = FOLDERS): string | null {
  return (
    folders.find((folder) => ['ffmpeg', 'ffprobe'].every((tool) => existsSync(join(folder, tool)))) ?? null
  );
}

interface Probe {
  format?: { duration?: string };
  streams?: { codec_type?: string; codec_name?: string; width?: number; height?: number }[];
}

/** Null where ffmpeg is not on the machine; 'broken' where it cannot read the file. */
export async function probeRecording(
  bytes: Uint8Array,
  format: string,
  folder = findFfmpeg(),
): Promise<RecordingFacts | 'broken' | null> {
  if (folder === null) return null;
  const place = await mkdtemp(join(tmpdir(), 'crier-recording-'));
  try {
    const file = join(place, `in.${format}`);
    await writeFile(file, bytes);
    const asked = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', file];
    const { stdout } = await run(join(folder, 'ffprobe'), asked, { timeout: PATIENCE });
    const { format: about, streams = [] } = JSON.parse(stdout) as Probe;
    const film = streams.find(
      ({ codec_type, codec_name }) => codec_type === 'video' && codec_name !== 'mjpeg',
    );
    const sound = streams.find(({ codec_type }) => codec_type === 'audio');
    if (!film && !sound) return 'broken';
    const seconds = Number(about?.duration);
    return {
      seconds: Number.isFinite(seconds) ? seconds : null,
      width: film?.width ?? 0,
      height: film?.height ?? 0,
      poster: film ? await posterOf(join(folder, 'ffmpeg'), file, place, seconds) : null,
      strange:
        [film, sound].map((each) => each?.codec_name ?? 'aac').find((codec) => !PLAYED.test(codec)) ?? null,
    };
  } catch {
    // It says no to what it cannot read, and is ended when it takes too long: both are the file's doing.
    return 'broken';
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** A frame of its first tenth: the very first is often black. */
async function posterOf(
  ffmpeg: string,
  file: string,
  place: string,
  seconds: number,
): Promise<Buffer | null> {
  const at = Number.isFinite(seconds) ? Math.min(3, seconds / 10) : 0;
  const to = join(place, 'poster.jpg');
  const asked = [
    '-v',
    'error',
    '-ss',
    String(at),
    '-i',
    file,
    '-frames:v',
    '1',
    '-q:v',
    '3',
    '-threads',
    '1',
    to,
  ];
  await run(ffmpeg, asked, { timeout: PATIENCE });
  return existsSync(to) ? readFile(to) : null;
}

/** Films and sounds of our own: taken as browsers play them, with a still and a length where ffmpeg is at hand, and captions that are shown. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../tests/support/server.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { findFfmpeg, probeRecording } from './ffmpeg.ts';
import { listMediaOf } from './media.ts';
import { recordingKind } from './recording-file.ts';
import { addTrack, takeMedia } from './take-media.ts';
import { vttFault } from './web-vtt.ts';

const ffmpeg = findFfmpeg();
const VTT = 'WEBVTT\n\n00:00.000 --> 00:01.500\nThe ferry leaves.\n';

describe.skipIf(ffmpeg === null)('a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crier-film-'));
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const made = (name: string, ...how: string[]): Buffer => {
    const path = join(folder, name);
    execFileSync(join(ffmpeg ?? '', 'ffmpeg'), ['-v', 'error', '-y', ...how, '-threads', '1', path]);
    return readFileSync(path);
  };
  const film = (name: string, ...codec: string[]) =>
    made(
      name,
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=640x360:rate=10:duration=2',
      '-pix_fmt',
      'yuv420p',
      ...codec,
    );
  const sound = (name: string) => made(name, '-f', 'lavfi', '-i', 'sine=frequency=440:duration=2');
  const take = async (bytes: Buffer, name: string) => {
    const { pictureId } = await takeMedia(server.newsroom, {
      bytes,
      name,
      alt: '',
      caption: 'A ferry',
      credit: '',
      by,
    });
    return (await listMediaOf(server.newsroom, [pictureId], 'en')).get(pictureId)!;
  };

  it('as MP4 has a still, a length, and is served in parts', async () => {
    const view = await take(film('a.mp4', '-c:v', 'libx264'), 'a.mp4');
    expect(view).toMatchObject({ kind: 'video', width: 640, height: 360, file: { type: 'video/mp4' } });
    expect(view.length).toBeCloseTo(2, 0);
    expect((await server.app.inject({ url: view.poster! })).statusCode).toBe(200);
    const part = await server.app.inject({ url: view.file!.href, headers: { range: 'bytes=0-99' } });
    expect([part.statusCode, part.rawPayload.length, part.headers['content-type']]).toEqual([
      206,
      100,
      'video/mp4',
    ]);
    expect((await take(readFileSync(join(folder, 'a.mp4')), 'again.mp4')).id).toBe(view.id);
  });

  it.each(['a.mp3', 'a.m4a'])('as %s is a sound', async (name) => {
    const view = await take(sound(name), name);
    expect(view).toMatchObject({ kind: 'audio', poster: null, sources: [] });
    expect((await server.app.inject({ url: view.file!.href })).statusCode).toBe(200);
  });

  it('that browsers do not play, or that is damaged, is refused with what to do', async () => {
    const old = take(film('old.mp4', '-c:v', 'mpeg4'), 'old.mp4');
    await expect(old).rejects.toMatchObject({
      code: 'upload-not-media',
      words: expect.stringContaining('mpeg4'),
    });
    const quickTime = take(film('a.mov', '-c:v', 'libx264'), 'a.mov');
    await expect(quickTime).rejects.toMatchObject({ words: expect.stringContaining('QuickTime') });
    const half = film('half.mp4', '-c:v', 'libx264').subarray(0, 3_000);
    await expect(take(half, 'half.mp4')).rejects.toMatchObject({ words: expect.stringContaining('damaged') });
  });

  it('has captions by language, and says what is wrong with those that a browser would not show', async () => {
    const view = await take(film('c.webm', '-c:v', 'libvpx'), 'c.webm');
    await addTrack(server.newsroom, { mediaId: view.id, language: 'el', bytes: Buffer.from(VTT), by });
    const { tracks } = (await listMediaOf(server.newsroom, [view.id], 'en')).get(view.id)!;
    expect(tracks).toEqual([
      { href: `/media/${view.id}-v1-track-el.vtt`, language: 'el', label: 'Ελληνικά' },
    ]);
    expect((await server.app.inject({ url: tracks![0]!.href })).body).toBe(VTT);
    const wrong = addTrack(server.newsroom, {
      mediaId: view.id,
      language: 'en',
      bytes: Buffer.from('1\n'),
      by,
    });
    await expect(wrong).rejects.toMatchObject({ code: 'form-incomplete' });
  });

  it('is taken without still and length where ffmpeg is not on the machine', async () => {
    expect(await probeRecording(Buffer.from('x'), 'mp4', null)).toBeNull();
  });
});

it.each([
  ['1\n00:00:01,000 --> 00:00:02,000\nSRT', 'SRT'],
  ['<html>', 'the first line of WebVTT is WEBVTT'],
  ['WEBVTT\n\n00:01 --> 00:02\nx', 'Line 3 is no time'],
  ['WEBVTT\n\n00:04.000 --> 00:02.000\nx', 'Line 3 ends before it begins.'],
  ['WEBVTT\n\n00:04.000 --> 00:05.000\nx\n\n00:01.000 --> 00:02.000\ny', 'Line 6 begins before'],
  ['WEBVTT\n\nNOTE nothing', 'There is no caption in it.'],
])('captions that read %j are refused in words', (text, words) => {
  expect(vttFault(Buffer.from(text))).toContain(words);
});

it('captions with hours, names, settings and notes are good', () => {
  const text =
    '\ufeffWEBVTT - a film\r\n\r\nNOTE by Anna\r\n\r\nfirst\r\n01:00:00.000 --> 01:00:02.000 align:start\r\nx';
  expect(vttFault(Buffer.from(text))).toBeNull();
});

it.each([
  ['OggS', 'Ogg'],
  ['fLaC', 'FLAC'],
  ['RIFF\0\0\0\0WAVE', 'WAV'],
  ['\x1aE\xdf\xa3 matroska', 'Matroska'],
  ['\0\0\0\x14ftypqt  ', 'QuickTime'],
  ['\0\0\0\x14ftyp3gp4', 'not taken'],
])('%j is refused by its name', (start, words) => {
  expect(() => recordingKind(Buffer.from(start, 'latin1'))).toThrow(words);
});

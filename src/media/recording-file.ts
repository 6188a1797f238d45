/** Films and sounds as browsers play them: told by their first bytes, whatever their name says. */
import { refuse } from '../kit/refusal.ts';

export interface RecordingKind {
  kind: 'video' | 'audio';
  format: 'mp4' | 'webm' | 'mp3' | 'm4a';
}

const TAKEN = 'MP4 and WebM, MP3 and M4A';

/** Null where it is neither; refuses with `upload-not-media` a film or sound that browsers do not play. */
export function recordingKind(bytes: Uint8Array): RecordingKind | null {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  if (text(4, 8) === 'ftyp') return ofBoxes(text(8, 12), text(8, Math.min(bytes.length, 64)));
  if (text(0, 4) === '\x1aE\xdf\xa3') {
    if (/webm/.test(text(0, 64))) return { kind: 'video', format: 'webm' };
    return no('This is a Matroska film. Save it as MP4 (H.264) and send that.');
  }
  const isMp3 = text(0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);
  if (isMp3) return { kind: 'audio', format: 'mp3' };
  if (text(0, 4) === 'OggS') return no(`This is Ogg, which iPhones do not play. Taken are ${TAKEN}.`);
  if (text(0, 4) === 'fLaC')
    return no(`This is FLAC. Save it as MP3 or M4A and send that. Taken are ${TAKEN}.`);
  if (text(0, 4) === 'RIFF' && /WAVE|AVI /.test(text(8, 12)))
    return no(`This is ${text(8, 12) === 'WAVE' ? 'a WAV sound' : 'an AVI film'}. Taken are ${TAKEN}.`);
  return null;
}

/** ISO base media (ISO/IEC 14496-12): the major brand, then all. Pictures have brands of their own. */
function ofBoxes(major: string, brands: string): RecordingKind | null {
  if (/^(?:avi[fs]|hei[cxms]|hev[cxm]|mif1|msf1|crx )/.test(major)) return null;
  if (/^M4[AB] /.test(major)) return { kind: 'audio', format: 'm4a' };
  if (/^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash|mmp4|f4v )/.test(major))
    return { kind: 'video', format: 'mp4' };
  if (major === 'qt  ' || /qt {2}/.test(brands))
    return no(
      'This is a QuickTime film, which not every browser plays. Export it as MP4 (H.264) and send that.',
    );
  return no(`This is a film or sound of a kind that is not taken. Taken are ${TAKEN}.`);
}

function no(words: string): never {
  return refuse('upload-not-media', { words, fields: { picture: words } });
}

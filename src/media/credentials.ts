/**
 * Whether a file carries Content Credentials (C2PA): a signed account of how it was made, in a JUMBF box. Crier does not verify
 * the signature; it says at the desk that there is one, and by which program. Every edit breaks it.
 */
const NEAR = 4_000; // bytes after the key in which its value stands
const LONGEST = 200; // characters of a program's name

/** The program that made the claim, 'unknown' where it says none; empty where there is no claim. */
export function credentialsIn(file: Buffer): string {
  const box = file.indexOf('jumb', 0, 'latin1');
  if (box < 0 || file.indexOf('c2pa', box, 'latin1') < 0) return '';
  for (const key of ['claim_generator_info', 'claim_generator']) {
    const at = file.indexOf(key, box, 'latin1');
    if (at < 0) continue;
    const words = textAfter(file, at + key.length);
    if (words !== '') return words;
  }
  return 'unknown';
}

/** The first text of CBOR (RFC 8949, major type 3) that is a name, not a key. */
function textAfter(file: Buffer, from: number): string {
  const end = Math.min(file.length, from + NEAR);
  for (let at = from; at < end; at += 1) {
    const first = file[at] ?? 0;
    if (first >> 5 !== 3) continue;
    const short = first & 0x1f;
    const length = short < 24 ? short : short === 24 ? (file[at + 1] ?? 0) : 0;
    const start = at + (short < 24 ? 1 : 2);
    if (length < 2 || length > LONGEST || start + length > file.length) continue;
    const words = file.toString('utf8', start, start + length);
    if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{P}\p{Zs}]*$/u.test(words)) continue;
    if (words !== 'name' && words !== 'version') return words;
    at = start + length - 1;
  }
  return '';
}

import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LARGEST, makeTicket, RecordSealer, recordOf, sealedLength, type Ticket } from './web-push.ts';

const bytes = (text: string) => Buffer.from(text, 'base64url');

const sealer = new RecordSealer();
function sealRecord(ticket: Ticket, record: Buffer, salt?: Buffer): Buffer {
  const body = Buffer.alloc(sealedLength(record));
  sealer.seal(body, 0, { ticket, record, ...(salt ? { salt } : {}) });
  return body;
}

function decrypt(body: Buffer, device: { pair: ReturnType<typeof createECDH>; auth: Buffer }): Buffer {
  const salt = body.subarray(0, 16);
  const theirs = body.subarray(21, 86);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), device.pair.getPublicKey(), theirs]);
  const ikm = Buffer.from(hkdfSync('sha256', device.pair.computeSecret(theirs), device.auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(body.subarray(-16));
  const record = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
  return record.subarray(0, record.lastIndexOf(2));
}

function someDevice() {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = randomBytes(16);
  return { pair, auth, keys: { p256dh: pair.getPublicKey(), auth } };
}

describe('encryption for a device', () => {
  it('is the example of RFC 8291 Appendix A, byte for byte', () => {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'));
    const device = {
      p256dh: bytes(
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      ),
      auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
    };
    const record = recordOf(Buffer.from('When I grow up, I want to be a watermelon'), false);
    const body = sealRecord(makeTicket(device, pair), record, bytes('DGv6ra1nlYgDCS1FRnbzlw'));
    expect(body.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
    expect(body.length).toBe(144);
  });

  it('opens again to the same text at every length that fits, and to no more than 4,096 bytes on the wire', () => {
    const device = someDevice();
    for (let length = 0; length <= LARGEST; length += length < 600 || length > 3_900 ? 7 : 131) {
      const text = randomBytes(length);
      const body = sealRecord(makeTicket(device.keys), recordOf(text));
      expect(body.length).toBeLessThanOrEqual(4_096);
      expect(decrypt(body, device).equals(text)).toBe(true);
    }
    const longest = randomBytes(LARGEST);
    expect(decrypt(sealRecord(makeTicket(device.keys), recordOf(longest)), device).equals(longest)).toBe(
      true,
    );
  });

  it('refuses one byte more than fits', () => {
    expect(() => recordOf(Buffer.alloc(LARGEST + 1))).toThrow(RangeError);
  });

  it('takes a fresh key pair and salt for each message', () => {
    const device = someDevice();
    const record = recordOf(Buffer.from('the same'));
    const bodies = Array.from({ length: 200 }, () => sealRecord(makeTicket(device.keys), record));
    expect(new Set(bodies.map((body) => body.subarray(0, 16).toString('hex'))).size).toBe(200);
    expect(new Set(bodies.map((body) => body.subarray(21, 86).toString('hex'))).size).toBe(200);
    expect(new Set(bodies.map((body) => body.subarray(86).toString('hex'))).size).toBe(200);
  });

  it('hides how long a short text is', () => {
    const short = recordOf(Buffer.from('Fire.'));
    const longer = recordOf(Buffer.from('The ferry to Lyra is late by two hours, the harbour master says.'));
    expect(short.length).toBe(longer.length);
  });
});

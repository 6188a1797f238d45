import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StandingClock } from '../../tests/support/newsroom.ts';
import { HOUR } from '../kit/clock.ts';
import { makeKeys } from '../kit/keys.ts';
import { contactOf, openVapidSigner } from './vapid.ts';

function opened(header: string) {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const valid = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  return { valid, head: read(head), claims: read(claims) };
}

describe('the VAPID header', () => {
  it('is read the way the example of RFC 8292 section 2.4 is', () => {
    const example = opened(
      'vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs',
    );
    expect(example.valid).toBe(true);
    expect(example.claims.aud).toBe('https://push.example.net');

    const [key] = makeKeys().vapid;
    const clock = new StandingClock();
    const ours = openVapidSigner([key!], 'mailto:desk@harbour.example', clock).header(
      'https://push.example.net',
      key!.id,
    );
    expect(opened(ours ?? '')).toEqual({
      valid: true,
      head: { typ: 'JWT', alg: 'ES256' },
      claims: {
        aud: 'https://push.example.net',
        exp: (clock.now() + 12 * HOUR) / 1_000,
        sub: 'mailto:desk@harbour.example',
      },
    });
  });

  it('serves one origin for hours and is renewed long before it ends', () => {
    const [key] = makeKeys().vapid;
    const clock = new StandingClock();
    const signer = openVapidSigner([key!], null, clock);
    const first = signer.header('https://one.example', key!.id);
    clock.pass(4 * HOUR);
    expect(signer.header('https://one.example', key!.id)).toBe(first);
    expect(signer.header('https://two.example', key!.id)).not.toBe(first);
    clock.pass(3 * HOUR);
    const second = signer.header('https://one.example', key!.id);
    expect(second).not.toBe(first);
    expect(opened(second ?? '').claims.exp).toBe((clock.now() + 12 * HOUR) / 1_000);
  });

  it('is not made with a key that is gone', () => {
    const signer = openVapidSigner(makeKeys().vapid, null, new StandingClock());
    expect(signer.header('https://one.example', 'another')).toBeNull();
  });
});

describe('whom a push service may write to', () => {
  it('is the setting, else the masthead, else the site, but never localhost', () => {
    expect(contactOf('mailto:ops@a.example', 'desk@b.example', 'https://b.example')).toBe(
      'mailto:ops@a.example',
    );
    expect(contactOf(undefined, 'desk@b.example', 'https://b.example')).toBe('mailto:desk@b.example');
    expect(contactOf(undefined, 'desk@localhost', 'https://b.example')).toBe('https://b.example');
    expect(contactOf(undefined, 'write to us', 'http://localhost:4000')).toBeNull();
    expect(contactOf('mailto:me@localhost', null, 'https://localhost:4000')).toBeNull();
  });
});

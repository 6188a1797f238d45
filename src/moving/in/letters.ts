/** Who had asked the other house for letters, kept sealed until there are letters here: a name and an address in nobody's sight. */
import type { Newsroom } from '../../newsroom.ts';
import { normalAddress } from '../../replies/reply.ts';
import type { PlainRow } from '../../store/table-rows.ts';
import { keepLetterReaders } from '../moved-queries.ts';
import type { MemberRecord } from '../records.ts';

const LONGEST = 254; // characters of an address; RFC 5321 4.5.3.1.3

/** Keeps those who want letters, each address once; the answer is how many that are. */
export async function takeLetterReaders(inner: Newsroom, members: MemberRecord[]): Promise<number> {
  const rows = new Map<string, Parameters<typeof keepLetterReaders>[1][number]>();
  for (const { email, name, language, since, wantsLetters } of members) {
    const address = normalAddress(email);
    if (!wantsLetters || address.length > LONGEST || !/^[^\s@]+@[^\s@]+$/.test(address)) continue;
    const address_hash = inner.seal.hash('letter-address', address);
    rows.set(address_hash, {
      address_hash,
      address_sealed: inner.seal.close('letter-address', address),
      name_sealed: inner.seal.close('letter-name', name),
      language,
      asked_at: since,
      moved_at: inner.clock.now(),
    });
  }
  await keepLetterReaders(inner, [...rows.values()]);
  return rows.size;
}

/** Those of a folder that `crier move-out --with-addresses` made; lines that name nobody are passed over. */
export function letterReadersIn(rows: readonly PlainRow[]): MemberRecord[] {
  return rows.flatMap(({ email, name, language, since }) =>
    typeof email !== 'string'
      ? []
      : [
          {
            kind: 'member' as const,
            email,
            name: typeof name === 'string' ? name : '',
            language: typeof language === 'string' ? language : null,
            wantsLetters: true,
            since: typeof since === 'number' ? since : null,
          },
        ],
  );
}

/** Looks up a push service's host at the moment of connecting, and lets no address inside the network through. */
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../kit/public-address.ts';

export const REFUSED = 'EADDRESSREFUSED';

/** A `lookup` for sockets that fails unless all that a name stands for is public; the address checked is the one used. */
export const publicLookup: LookupFunction = (host, options, answer) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, '');
    const [first] = found;
    if (!first || !found.every(({ address }) => isPublicAddress(address))) {
      return answer(Object.assign(new Error('not on the public internet'), { code: REFUSED }), '');
    }
    return options.all ? answer(null, found) : answer(null, first.address, first.family);
  });
};

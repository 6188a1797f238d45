/** Addresses of another house that are to be asked for: of its map, or of its export, whose pages of files stand in no map. */

import { fileHead, textOfHead } from './open-file.ts';
import type { RestWays } from './rest.ts';
import { sitemapAddresses } from './sitemap.ts';
import { isWxr, wxrSource } from './wxr.ts';

/** Each once. Refuses in words what cannot be read. */
export async function* addressesToAsk(place: string, ways: RestWays): AsyncGenerator<string> {
  const isFile = !/^https?:\/\//i.test(place);
  if (!isFile || !isWxr(textOfHead((await fileHead(place)).bytes))) {
    yield* sitemapAddresses(place, ways);
    return;
  }
  const given = new Set<string>();
  for await (const address of exportAddresses(place)) {
    if (given.has(address)) continue;
    given.add(address);
    yield address;
  }
}

/** Of everything that readers could find by an address: posts by each that they had, files and the pages of those. */
async function* exportAddresses(path: string): AsyncGenerator<string> {
  let house: string | null = null;
  for await (const record of wxrSource(path, null).read()) {
    if (record.kind === 'site') house = record.address;
    const said =
      record.kind === 'post' && record.state === 'published'
        ? [record.address ?? '', ...record.alsoAt]
        : record.kind === 'attachment'
          ? [record.page ?? '', record.address]
          : [];
    for (const address of said) {
      const whole = house === null ? address : address.replace(/^(?=\/)/, house);
      if (/^https?:/.test(whole) && URL.canParse(whole)) yield whole;
    }
  }
}

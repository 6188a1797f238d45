/** An item's link out of the redirect that a search or an alert put around it; the paper it leads to had it before. */
import { unwrapRedirect } from '../../kit/plain-link.ts';
import type { ParsedHop } from './feed.ts';

/** `site` is the feed's own, which is no step on the way. */
export function throughRedirect(
  written: string | null,
  site: string | null,
): { link: string | null; from: ParsedHop[] } {
  if (written === null) return { link: null, from: [] };
  const link = unwrapRedirect(written);
  const party = hostOf(link);
  if (link === written.trim() || party === '' || party === hostOf(site ?? '') || party === hostOf(written))
    return { link, from: [] };
  return { link, from: [{ party, link, language: null, at: null }] };
}

/** The host as a name of who is there. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}

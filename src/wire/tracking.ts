/** What in addresses and pictures only tells someone that a reader came. */

/** Parameters that say how a reader came, not what is there. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|at_(medium|campaign|custom\d|link\w*)|ns_\w+|cmp(id)?|ito|xtor|ocid|wt_mc|pk_\w+|mtm_\w+|_hsenc|_hsmi|ftag|smid|partner|guccounter|traffic_source|rss(campaign)?)$/i;

/** The address without parameters that only track; everything else of it stays as it is. */
export function withoutTracking(address: string): string {
  if (!address.includes('?') || !URL.canParse(address)) return address;
  const url = new URL(address);
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  // Only an address that tracks is written anew: some servers mind the order and the spelling.
  if (kept.length === url.searchParams.size) return address;
  url.search = new URLSearchParams(kept).toString();
  return url.href;
}

/** Hosts and paths of pictures that count readers and show nothing. */
const COUNTERS =
  /(?:feeds\.feedburner\.com\/~r\/|feedsportal\.com\/|doubleclick\.net|google-analytics\.com|pixel\.wp\.com|stats\.wordpress\.com|feeds\.wordpress\.com\/1\.0\/|quantserve\.com|scorecardresearch\.com|statcounter\.com|pheedo\.com|\.gif\?(?:.*&)?(?:ns_|uid=|rand=)|\/(?:pixel|beacon|track(?:er|ing)?|counter|clear|spacer|blank|1x1|transparent)(?:\.(?:gif|png)|[/?]))/i;

/** True of a picture that is a dot, or that is known to count. */
export function isPixel(picture: { href: string; width: number | null; height: number | null }): boolean {
  const isDot = [picture.width, picture.height].some((size) => size !== null && size <= 2);
  return isDot || COUNTERS.test(picture.href);
}

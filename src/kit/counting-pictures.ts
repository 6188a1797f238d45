/** Pictures that only tell someone that a reader came. */

/** Hosts and paths of pictures that count readers and show nothing. */
const COUNTERS =
  /(?:feeds\.feedburner\.com\/~r\/|feedsportal\.com\/|doubleclick\.net|google-analytics\.com|pixel\.wp\.com|stats\.wordpress\.com|feeds\.wordpress\.com\/1\.0\/|quantserve\.com|scorecardresearch\.com|statcounter\.com|pheedo\.com|\.gif\?(?:.*&)?(?:ns_|uid=|rand=)|\/(?:pixel|beacon|track(?:er|ing)?|counter|clear|spacer|blank|1x1|transparent)(?:\.(?:gif|png)|[/?](?![^?#]*\.(?:jpe?g|webp|avif)(?:[?#]|$))))/i;

/** True of a picture that is a dot, or that is known to count. */
export function isPixel(picture: { href: string; width: number | null; height: number | null }): boolean {
  const isDot = [picture.width, picture.height].some((size) => size !== null && size <= 2);
  return isDot || COUNTERS.test(picture.href);
}

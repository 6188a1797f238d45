/** Headers of what other sites may show: pictures, icons and feeds, which are read in readers and aggregators. */

/** Fetch standard, “Cross-Origin-Resource-Policy header”: it beats the `same-origin` of everything else. */
export const shownElsewhere: Record<string, string> = { 'cross-origin-resource-policy': 'cross-origin' };

/** And what scripts of other sites may read, as they may read the API. */
export const readElsewhere: Record<string, string> = {
  ...shownElsewhere,
  'access-control-allow-origin': '*',
};

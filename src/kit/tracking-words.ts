/** Parameters of addresses that say how a reader came, or who that is, and not what is there. */

/** These are never needed to open a page: links are published without them. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|vero_id|at_(medium|campaign|custom\d|link\w*|format|bbc_team|ptr_name)|ns_\w+|cmp(id)?|cmpid|icid|ito|xtor|ocid|wt_mc|wt\.\w+|pk_\w+|mtm_\w+|matomo_\w+|_hsenc|_hsmi|__hs\w+|hsctatracking|ftag|smid|smtyp|partner|guccounter|guce_referrer\w*|traffic_source|rss(campaign)?|oly_\w+_id|s_cid|sr_share|_openstat|spm|scm|ncid|sref|dmcid|taid|__twitter_impression|trk|trkcampaign|si_source|ref_src|ref_url)$/i;

/** True of a parameter without which the page is the same. */
export function isTracking(name: string): boolean {
  return TRACKING.test(name);
}

/**
 * Shortcodes of which no file holds what they showed: forms, advertisements, buttons to share, lists of other posts, and galleries,
 * sliders and polls that a plugin keeps in tables of its own. Readers are not shown their names in brackets; the desk is told of them.
 */

/** Patterns of whole names, apart by blanks. */
const anyOf = (names: string): RegExp => new RegExp(`^(?:${names.trim().split(/\s+/).join('|')})$`);

/** What a page has around its story. */
const OF_THE_PAGE = anyOf(String.raw`
  ssba(?:-buttons)? sharethis(?:-inline-buttons|-sticky-buttons)? addtoany a2a addthis(?:_\w+)? shareaholic
  social_warfare easy-social-(?:share|like)\w* sassy_social_share mashshare social_share(?:_\w+)?
  socialsnap\w* novashare\w* hupso\w* wp_social_\w+ adrotate adinserter adsense\w* ad_\d+
  the_ad(?:_group|_placement)? bsa_pro_ad_space wp_ad_camp_\d+ quads wpads adsforwp advanced_iframe_ad
  dfp_ads? broadstreet(?:-zone)? newspack-ads? ad-inserter jetpack-related-posts related_?posts?(?:_\w+)?
  relatedposts yarpp wpp wpp_\w+ crp recent-?_?posts?(?:_\w+)? display-posts latest-?_?posts?
  latest-selected-content list_posts postlist post_grid the-post-grid ess_grid blog_posts wp_rss_\w+
  rss_feed feedzy-rss wpp-popular most_popular sidebar widget do_widget breadcrumbs? wpseo_breadcrumb
  rank_math_breadcrumb toc ez-toc lwptoc rank_math_toc no_toc latexpage post_title post_author\w* author_box
  molongui_\w+ post-views post_view\w* wp_reading_time rt_reading_time print-me printfriendly tts_\w+
  gspeech\w* wp_login_form login_form loginout subscribe2 jetpack_subscription_form blog_subscription_form
  fbcomments fblike tribe_events\w* events_list my_calendar ai1ec searchandfilter searchform search_form
  sitemap wp_sitemap_page products? product_\w+ add_to_cart woocommerce_\w+
  td_block_(?:\d+|big_grid\w*|trending_now|slide|authors?\w*|instagram|weather|exchange|social_counter|ad_box|popular_categories|related_posts|homepage\w*|mega_menu|mix\w*)
  td_flex_block_\w+ tdb_\w+ tdm_\w+
  vc_(?:posts_(?:grid|slider)|basic_grid|masonry_grid|media_grid_posts|facebook|tweetmeme|googleplus|pinterest|wp_\w+|flickr|zigzag|acf)
  et_pb_(?:blog|fullwidth_post_\w+|post_\w+|portfolio|filterable_portfolio|fullwidth_portfolio|comments|search|login|shop|sidebar|countdown_timer|social_media_follow(?:_network)?|menu|fullwidth_menu)
  fusion_(?:blog|recent_posts|portfolio|sharing|social_links|widget_area|products_\w+|countdown|breadcrumbs|search|login|register|post_cards\w*|tb_\w+)
  av_(?:blog|postslider|portfolio|magazine|masonry_entries|social_share|sidebar|comments_list|countdown|headline_rotator)
`);

/** What a plugin showed out of its own store. */
const ELSEWHERE = anyOf(String.raw`
  nggallery ngg ngg_images ngg_src nggalbum nggtags album imagebrowser singlepic nextgen_\w+ foogallery
  envira-gallery envira-album modula robo-gallery justified_image_grid photonic huge_it_\w+ wds
  rev_slider(?:_vc)? layerslider metaslider ml-slider smartslider3 soliloquy slide-anything sp_\w+slider\w*
  cycloneslider royalslider\w* new_royalslider nivoslider wonderplugin_\w+ 3d-flip-book flipbook dflip
  real3dflipbook wpdm_\w+ download sdm_download embedpress\w* visualizer wpdatatable wpdatachart
  ninja_tables? supsystic-tables table tablepress poll total-poll yop_poll polls polldaddy_rating quiz
  hdquiz qsm h5p infogram timeline-express leaflet-\w+ mappress wpgmza maps?marker elementor-template
  insert_page googleapps liveblog 24liveblog live_blog
`);

const FORM = anyOf(String.raw`
  contact-form(?:-7)? contact_form(?:_\w+)? contactform\w* gravityforms? wpforms
  ninja_forms?(?:_display_form)? mc4wp_(?:form|checkbox) newsletter_(?:form|signup\w*) newsletter formidable
  frm-\w+ caldera_form\w* fluentform\w* forminator_\w+ weforms everest_form happyforms formcraft quform
  cforms si-contact-form mailpoet_form wysija_form sibwp_form ctct constantcontact\w* hubspot typeform\w*
  wufoo jotform paperform optin-?monster\w* thrive_leads convertkit\w* give_form donation\w* paypal-donation
  seamless-donations charitable_\w+ wpedon et_pb_(?:contact_form|contact_field|signup(?:_custom_field)?)
  fusion_form\w* av_contact fscf-contact-form bws_contact_form user-submitted-posts usp_form tdp-?form
`);

/** Names that stand in brackets as words do, where nothing else stands there. */
const ALSO_WORDS = anyOf(String.raw`
  a2a wpp crp wds ngg toc quads widget sidebar sitemap products? album download table polls? quiz ctct
  hubspot newsletter donation\w* flipbook breadcrumbs? visualizer infogram
`);

export type LeftOutCode = 'of the page' | 'elsewhere' | 'form';

/** Null for one that is not known as such; `name` in small letters. */
export function leftOutCode(name: string, hasAttributes: boolean): LeftOutCode | null {
  if (!hasAttributes && ALSO_WORDS.test(name)) return null;
  if (FORM.test(name)) return 'form';
  if (OF_THE_PAGE.test(name)) return 'of the page';
  return ELSEWHERE.test(name) ? 'elsewhere' : null;
}

const WHY: [LeftOutCode, string, string][] = [
  ['form', 'showed a form and was left out', 'showed forms and were left out'],
  ['of the page', 'is the page’s and was left out', 'are the page’s and were left out'],
  [
    'elsewhere',
    'showed what is not in the file and was left out: look at the page there',
    'showed what is not in the file and were left out: look at the page there',
  ],
];

/** What is said of them at the desk. */
export function leftOutCodeWords(codes: ReadonlyMap<string, LeftOutCode>): string[] {
  return WHY.flatMap(([why, one, many]) => {
    const names = [...codes].filter(([, what]) => what === why).map(([name]) => `[${name}]`);
    if (names.length === 0) return [];
    return [
      `The shortcode${names.length === 1 ? '' : 's'} ${names.join(', ')} ${names.length === 1 ? one : many}.`,
    ];
  });
}

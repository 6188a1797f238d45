/** What a program or a form showed of a page is in no file: it is said, so that somebody looks at the old page beside the new. */
import { attributesOfTag } from './pictures.ts';

/** Programs that only dress what stands beside them, or that readers never saw. */
const BESIDE =
  /(?:^|\.)(?:twitter\.com|x\.com|instagram\.com|facebook\.net|tiktok\.com|tiktokcdn\.com|bsky\.app|threads\.(?:net|com)|flourish\.studio|infogram\.com|datawrapper\.de|dwcdn\.net|reddit(?:media|static)?\.com|imgur\.com|pinterest\.com|googlesyndication\.com|googletagmanager\.com|google-analytics\.com|googletagservices\.com|doubleclick\.net|vimeo\.com|spotify\.com|soundcloud\.com|embedly\.com|cloudflareinsights\.com|wp\.com|gist\.github\.com)$/;
const SCRIPT = /<script\b([^<>]*)>([\s\S]{0,200})/gi;
const DATA =
  /^(?:application\/(?:ld\+)?json|text\/(?:template|html|x-template)|importmap|speculationrules)$/i;
/** Inline ones that count, ask for advertisements, or only make a frame beside them as high as what it shows. */
const COUNTS =
  /datawrapper-height|InfogramEmbeds|facebook-jssdk|googletag|gtag\(|adsbygoogle|dataLayer|_gaq|google_ad|fbq\(|^\s*(?:<!--|\/\*)?\s*$/;

export function lostPrograms(html: string): string[] {
  const odd: string[] = [];
  const hosts = html.includes('<script') ? hostsOfPrograms(html) : new Set<string>();
  if (hosts.size > 0)
    odd.push(
      `What a program showed is missing (${[...hosts].slice(0, 5).join(', ')}): look at the page there.`,
    );
  if (/<form\b/i.test(html)) odd.push('A form was left out.');
  return odd;
}

function hostsOfPrograms(html: string): Set<string> {
  const hosts = new Set<string>();
  for (const [, words = '', inner = ''] of html.matchAll(SCRIPT)) {
    const { src = '', type = '' } = attributesOfTag(words);
    if (DATA.test(type)) continue;
    const address = src.replace(/^\/\//, 'https://');
    if (src === '') {
      if (!COUNTS.test(inner)) hosts.add('in the text itself');
    } else if (!URL.canParse(address)) hosts.add(src.slice(0, 60));
    else if (!BESIDE.test(new URL(address).hostname)) hosts.add(new URL(address).hostname);
  }
  return hosts;
}

/**
 * Sites whose oEmbed server is known: their pages name none, or show strangers a wall (oEmbed 1.0, 2.1). Others say in their
 * pages where theirs is (section 4).
 */

const SERVERS: [host: RegExp, server: string][] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'https://www.youtube.com/oembed?format=json'],
  [/(?:^|\.)vimeo\.com$/, 'https://vimeo.com/api/oembed.json'],
  [/(?:^|\.)(?:dailymotion\.com|dai\.ly)$/, 'https://www.dailymotion.com/services/oembed?format=json'],
  [/(?:^|\.)(?:twitter|x)\.com$/, 'https://publish.twitter.com/oembed?omit_script=1&dnt=1'],
  [/(?:^|\.)tiktok\.com$/, 'https://www.tiktok.com/oembed'],
  [/(?:^|\.)bsky\.app$/, 'https://embed.bsky.app/oembed?format=json'],
  [/(?:^|\.)reddit\.com$/, 'https://www.reddit.com/oembed'],
  [/(?:^|\.)rutube\.ru$/, 'https://rutube.ru/api/oembed/?format=json'],
  [/(?:^|\.)soundcloud\.com$/, 'https://soundcloud.com/oembed?format=json'],
  [/(?:^|\.)spotify\.com$/, 'https://open.spotify.com/oembed'],
  [/(?:^|\.)flickr\.com$|^flic\.kr$/, 'https://www.flickr.com/services/oembed/?format=json'],
  [/(?:^|\.)(?:datawrapper\.de|dwcdn\.net)$/, 'https://api.datawrapper.de/v3/oembed/?format=json'],
  [/(?:^|\.)flourish\.studio$/, 'https://app.flourish.studio/api/v1/oembed'],
  [/(?:^|\.)infogram\.com$/, 'https://infogram.com/oembed?format=json'],
  [/(?:^|\.)documentcloud\.org$/, 'https://api.www.documentcloud.org/api/oembed/?format=json'],
];

/** What to ask about an address; null where no server is known. */
export function oembedRequest(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const { hostname } = new URL(href);
  const server = SERVERS.find(([host]) => host.test(hostname.toLowerCase()))?.[1];
  if (server === undefined) return null;
  const asked = new URL(server);
  asked.searchParams.set('url', href);
  return asked.href;
}

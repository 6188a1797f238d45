/** Which addresses are push services: by the parsed host, never by a pattern over the address. */
import { refuse } from '../kit/refusal.ts';

/** The services of today's browsers: this host, or a host below it. */
const known: readonly { host: string; below: boolean }[] = [
  { host: 'fcm.googleapis.com', below: false }, // Chrome, Edge on Android, Opera, Samsung
  { host: 'push.services.mozilla.com', below: true }, // Firefox
  { host: 'push.apple.com', below: true }, // Safari
  { host: 'notify.windows.com', below: true }, // Edge on Windows
];

const LONGEST = 1_500; // characters; the longest in use (Windows) are under 700

/**
 * The address of a push resource, checked; refuses with `push-service-unknown`. `further` are the origins that the
 * operator trusts besides the browsers' own: only those may be plain http, another port, or inside the network.
 */
export function checkedEndpoint(endpoint: string, further: readonly string[]): URL {
  if (endpoint.length > LONGEST || !URL.canParse(endpoint)) refuse('push-service-unknown');
  const url = new URL(endpoint);
  if (url.username !== '' || url.password !== '') refuse('push-service-unknown');
  if (isTrusted(url.origin, further)) return url;
  if (url.protocol !== 'https:' || url.port !== '') refuse('push-service-unknown');
  const ours = known.some(({ host, below }) =>
    below ? url.hostname.endsWith(`.${host}`) : url.hostname === host,
  );
  return ours ? url : refuse('push-service-unknown');
}

/** Whether the operator listed this origin: `CRIER_PUSH_SERVICES`. */
export function isTrusted(origin: string, further: readonly string[]): boolean {
  return (
    /^https?:\/\//.test(origin) &&
    further.some((listed) => URL.canParse(listed) && new URL(listed).origin === origin)
  );
}

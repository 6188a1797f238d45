/** Headers of every answer: what browsers may load (only from us), and what they must not guess. */

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:", // blob: the desk's preview of a picture before it is sent
  "media-src 'self' blob:", // our own films and sounds
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `address`: the newsroom's own; over https browsers are told to stay there for a year. */
export function securityHeaders(address: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(address.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

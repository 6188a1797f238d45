/** Whether this browser can show alerts only from the Home Screen, and what its reader has to do. For iOS alone. */

export interface Looks {
  userAgent: string;
  maxTouchPoints: number;
  /** Opened from the Home Screen. */
  standalone: boolean;
}

export function isIos({ userAgent, maxTouchPoints }: Pick<Looks, 'userAgent' | 'maxTouchPoints'>): boolean {
  // An iPad says that it is a Mac; Macs have no touch screen.
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/**
 * Null where there is nothing to install. Web Push came with iOS 16.4, for apps of the Home Screen; an app with a browser
 * inside (of a social network, say) cannot put anything there.
 */
export function installGuide(looks: Looks): 'install' | 'install-elsewhere' | 'install-old' | null {
  if (!isIos(looks) || looks.standalone) return null;
  const [, major = '', minor = ''] = /\bOS (\d+)_(\d+)/.exec(looks.userAgent) ?? [];
  if (major !== '' && (Number(major) < 16 || (Number(major) === 16 && Number(minor) < 4)))
    return 'install-old';
  const whole =
    /\bSafari\//.test(looks.userAgent) && !/\bFBA[NV]\b|Instagram|Line\/|GSA\//.test(looks.userAgent);
  return whole ? 'install' : 'install-elsewhere';
}

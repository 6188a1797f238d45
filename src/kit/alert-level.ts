/** How loudly readers are told: the closed set, rising. Who follows one level hears it and those above it. */
export const alertLevels = ['routine', 'urgent', 'bulletin', 'flash'] as const;

export type AlertLevel = (typeof alertLevels)[number];

export function isAlertLevel(word: unknown): word is AlertLevel {
  return alertLevels.some((level) => level === word);
}

/** What an alert says by itself: the languages of readers' devices, where an edition may have none of its own. */
import type { KindWords } from './kind-words.ts';

export interface AlertWords {
  correction: (headline: string) => string;
  withdrawn: string;
  withdrawnBody: string;
  welcome: string;
  welcomeBody: (paper: string) => string;
}

export interface ActionWords {
  /** No more of this story. */
  stop: string;
  settings: string;
}

export interface GatheredWords {
  /** After quiet hours. */
  quiet: (count: number) => string;
  /** What was more than the reader's cap. */
  cap: (count: number) => string;
}

export interface AlertCatalog {
  alert?: AlertWords;
  kinds?: KindWords;
  /** The buttons on a notification, two short words each. */
  actions?: ActionWords;
  /** The line over several alerts in one; phrased to need no plural. */
  gathered?: GatheredWords;
}

/**
 * Who may send an alert, and what a flash asks for before it leaves. Rules only.
 *
 * Publishing is an editor's, and with it every level up to bulletin. A flash wakes everyone: a chief sends one with the
 * typed word, or with another editor's eyes on it, as CRIER_FLASH_CHECK says; an editor's flash, and one that came
 * unread from a wire, waits for a chief. The story is out meanwhile: only the alert waits.
 */
import { covers, type Role } from '../staff/roles.ts';
import type { AlertLevel } from '../stories/story.ts';

/**
 * 'word': whoever sends it types it; 'editor': another editor agrees; 'chief': another person agrees who may send a flash.
 */
export type FlashCheck = 'word' | 'editor' | 'chief';

/** What an editor types to send a flash, in any case of letters. */
export const FLASH_WORD = 'flash';

export interface Asker {
  id: string;
  /** Null for who left, and for a program. */
  role: Role | null;
}

/** Whether someone in this role may have an alert of this level sent at all, be it with a second pair of eyes. */
export function mayAsk(role: Role): boolean {
  return covers(role, 'editor');
}

/** Whether the role sends this level on its own word. */
export function maySend(role: Role, level: AlertLevel): boolean {
  return covers(role, level === 'flash' ? 'chief' : 'editor');
}

/** What an alert of news must wait for; null for nothing. `asker` is null where no person asked. */
export function checkNeeded(asked: {
  level: AlertLevel;
  asker: Asker | null;
  /** Whether it came from a wire and no editor saw it. */
  unread: boolean;
  setting: 'word' | 'editor' | 'no';
}): FlashCheck | null {
  if (asked.level !== 'flash' || asked.setting === 'no') return null;
  if (!asked.asker) return asked.unread ? 'chief' : null;
  if (!asked.asker.role || !maySend(asked.asker.role, 'flash')) return 'chief';
  return asked.setting;
}

/** Whether this person's agreement is what the alert waits for. `askerId` is null where no person asked. */
export function mayAgree(
  check: FlashCheck,
  askerId: string | null,
  person: { id: string; role: Role },
): boolean {
  if (check === 'word') return maySend(person.role, 'flash');
  if (person.id === askerId) return false;
  return check === 'chief' ? maySend(person.role, 'flash') : mayAsk(person.role);
}

export function isFlashWord(typed: string): boolean {
  return typed.trim().toLowerCase() === FLASH_WORD;
}

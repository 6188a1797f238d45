import { describe, expect, it } from 'vitest';
import type { Role } from '../staff/roles.ts';
import { alertLevels } from '../stories/story.ts';
import { checkNeeded, isFlashWord, mayAgree, mayAsk, maySend } from './alert-check.ts';

const person = (role: Role | null, id = 'maria') => ({ id, role });

describe('who may send an alert', () => {
  it('is nobody below an editor; a flash on their own word only who decides for the paper', () => {
    const asks = (['reporter', 'moderator', 'editor', 'chief', 'administrator'] as const).filter(mayAsk);
    expect(asks).toEqual(['editor', 'chief', 'administrator']);
    const sends = (role: Role) => alertLevels.filter((level) => maySend(role, level));
    expect(sends('editor')).toEqual(['routine', 'urgent', 'bulletin']);
    expect(sends('chief')).toEqual([...alertLevels]);
    expect(sends('reporter')).toEqual([]);
  });
});

describe('what an alert waits for', () => {
  const needed = (
    level: (typeof alertLevels)[number],
    role: Role | null,
    setting: 'word' | 'editor' | 'no',
  ) => checkNeeded({ level, asker: person(role), unread: false, setting });

  it('is nothing below a flash, and nothing where the setting says no', () => {
    for (const level of ['routine', 'urgent', 'bulletin'] as const)
      expect(needed(level, 'editor', 'editor')).toBeNull();
    expect(needed('flash', 'editor', 'no')).toBeNull();
  });

  it('is what the setting says for a chief, and a chief for everyone else: an editor, a program, who left', () => {
    expect(needed('flash', 'chief', 'word')).toBe('word');
    expect(needed('flash', 'administrator', 'editor')).toBe('editor');
    expect(needed('flash', 'editor', 'word')).toBe('chief');
    expect(needed('flash', null, 'word')).toBe('chief');
  });

  it('is a chief for what came unread, and nothing for what the newsroom does itself', () => {
    const byItself = (unread: boolean) =>
      checkNeeded({ level: 'flash', asker: null, unread, setting: 'word' });
    expect([byItself(true), byItself(false)]).toEqual(['chief', null]);
  });
});

describe('who may agree', () => {
  it('is whoever sends it by the word, and never oneself where a second person is asked for', () => {
    expect(mayAgree('word', 'maria', { id: 'maria', role: 'chief' })).toBe(true);
    expect(mayAgree('word', 'petros', { id: 'petros', role: 'editor' })).toBe(false);
    expect(mayAgree('editor', 'maria', { id: 'maria', role: 'chief' })).toBe(false);
    expect(mayAgree('editor', 'maria', { id: 'petros', role: 'editor' })).toBe(true);
    expect(mayAgree('chief', 'petros', { id: 'rhea', role: 'editor' })).toBe(false);
    expect(mayAgree('chief', 'petros', { id: 'maria', role: 'chief' })).toBe(true);
    expect(mayAgree('editor', 'maria', { id: 'anton', role: 'reporter' })).toBe(false);
  });

  it('types the word, in whatever case', () => {
    expect(['flash', ' FLASH ', 'Flash'].every(isFlashWord)).toBe(true);
    expect(['', 'flas', 'flash!', 'yes'].some(isFlashWord)).toBe(false);
  });
});

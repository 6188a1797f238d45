import { describe, expect, it } from 'vitest';
import { openLog } from './log.ts';

function logged(facts: Record<string, unknown>): Record<string, Record<string, unknown>> {
  const lines: string[] = [];
  openLog('info', { write: (line) => void lines.push(line) }).error('bug', facts);
  return JSON.parse(lines[0] ?? '{}');
}

class DatabaseError extends Error {
  readonly code: string;
  readonly detail = 'Key (address)=(ana@reader.example) already exists.';
  readonly parameters = ['ana@reader.example'];
  readonly where = 'COPY replies, line 1: "ana@reader.example"';
  constructor(message: string, code: string) {
    super(message);
    this.name = 'error'; // as pg calls its own
    this.code = code;
  }
}

describe('an error in the log', () => {
  it('says what it is, what it says and where', () => {
    const { error } = logged({ id: 'abc', error: new TypeError('story is not a function') });
    expect(error).toMatchObject({ type: 'TypeError', message: 'story is not a function' });
    expect(error?.stack).toMatch(/^at .*log\.test\.ts:\d+/);
  });
  it('leaves out the row, the values and the statement of a database', () => {
    const unique = new DatabaseError(
      'duplicate key value violates unique constraint "replies_pkey"',
      '23505',
    );
    const line = JSON.stringify(logged({ error: unique }));
    expect(line).toContain('replies_pkey');
    expect(line).toContain('23505');
    expect(line).not.toContain('ana@');
  });
  it('leaves out the value that did not fit', () => {
    const wrong = new DatabaseError('invalid input syntax for type bigint: "ana@reader.example"', '22P02');
    expect(logged({ error: wrong }).error?.message).toBe('invalid input syntax for type bigint: "…"');
  });
  it('tells of its cause in the same way', () => {
    const cause = new DatabaseError('the cause', '57P01');
    const { error } = logged({ error: new Error('the poll failed', { cause }) });
    expect(error).toMatchObject({ type: 'Error', cause: { message: 'the cause', code: '57P01' } });
    expect(JSON.stringify(error)).not.toContain('ana@');
  });
  it('that is its own cause ends', () => {
    const circle = new Error('round');
    circle.cause = circle;
    expect(logged({ error: circle }).error?.message).toBe('round');
  });
  it('is seen under whatever name it stands', () => {
    expect(logged({ why: new RangeError('too far') }).why).toMatchObject({ type: 'RangeError' });
  });
});

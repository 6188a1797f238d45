/**
 * The text of an iCalendar file (RFC 5545) as its components, each to be read by itself: a line that nobody understands takes one
 * event away, and not the calendar.
 */
import ICAL from 'ical.js';
import { calendarLines } from './calendar-lines.ts';

/** A property as jCal (RFC 7265) has it: name, parameters, type, values. */
export type JCalProperty = [
  name: string,
  parameters: Record<string, string | string[]>,
  type: string,
  ...values: unknown[],
];
/** A component: name, properties, components in it. */
export type JCalComponent = [name: string, properties: JCalProperty[], components: JCalComponent[]];

export interface CalendarParts {
  /** Properties of the calendar itself. */
  head: JCalProperty[];
  zones: JCalComponent[];
  events: JCalComponent[];
  problems: string[];
}

export type CalendarSplit = { ok: true; parts: CalendarParts } | { ok: false; words: string };

const MOST_EVENTS = 20_000; // components of one calendar; a parliament's decade has a tenth of that
const MOST_LINES = 1_000_000;
const WEB_PAGE = /^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/is;
const PROPERTY = /^[A-Za-z0-9-]+(?:;[^:]*(?:"[^"]*"[^:]*)*)?:/;

/** Splits what was sent. Refuses, in words, what is no calendar, or not whole. */
export function splitCalendar(text: string): CalendarSplit {
  if (text.trim() === '') return { ok: false, words: 'It is empty.' };
  if (WEB_PAGE.test(text.slice(0, 4_096)))
    return {
      ok: false,
      words: 'This is a web page, not a calendar. Look there for the address of its iCalendar file.',
    };
  if (!/^BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 65_536)))
    return { ok: false, words: 'This is not a calendar.' };
  return new Splitter().split(text);
}

class Splitter {
  readonly #parts: CalendarParts = { head: [], zones: [], events: [], problems: [] };
  /** Names of what is open, the calendar first. */
  readonly #open: string[] = [];
  #lines: string[] = [];
  #odd = 0;
  #broken = 0;
  #ruleless = 0;
  #many = false;

  split(text: string): CalendarSplit {
    const lines = calendarLines(text);
    if (lines.length > MOST_LINES) return { ok: false, words: 'It has more than a million lines.' };
    for (const line of lines) this.#take(line);
    if (this.#open.length > 0)
      return { ok: false, words: 'It is cut off: it has no end. What stood in it before is kept.' };
    const { problems } = this.#parts;
    if (this.#broken > 0) problems.push(`${this.#broken} of its events cannot be read.`);
    if (this.#ruleless > 0)
      problems.push(`${this.#ruleless} of its events recur by a rule that cannot be read; they stand once.`);
    if (this.#odd > 0) problems.push(`${this.#odd} of its lines say nothing that a calendar has.`);
    if (this.#many) problems.push(`It has more than ${MOST_EVENTS} events; the rest was not read.`);
    return { ok: true, parts: this.#parts };
  }

  #take(line: string): void {
    const [, begins] = /^BEGIN:([\w-]+)\s*$/i.exec(line) ?? [];
    const [, ends] = /^END:([\w-]+)\s*$/i.exec(line) ?? [];
    if (begins) this.#open.push(begins.toUpperCase());
    if (line.trim() !== '' && this.#open.length > 1) {
      if (begins || ends || PROPERTY.test(line)) this.#lines.push(line);
      else this.#odd += 1;
    } else if (this.#open.length === 1 && !begins && !ends && PROPERTY.test(line)) this.#head(line);
    if (!ends) return;
    while (this.#open.length > 0 && this.#open.pop() !== ends.toUpperCase()) this.#odd += 1;
    if (this.#open.length === 1) this.#closed(ends.toUpperCase());
  }

  #head(line: string): void {
    const read = parsed([line]);
    if (read) this.#parts.head.push(...read[1]);
  }

  /** One whole component of the calendar: an event, a zone, or something that no plan needs. */
  #closed(name: string): void {
    const lines = this.#lines;
    this.#lines = [];
    if (name !== 'VEVENT' && name !== 'VTIMEZONE') return;
    if (name === 'VEVENT' && this.#parts.events.length >= MOST_EVENTS) {
      this.#many = true;
      return;
    }
    const [component] = (parsed(lines) ?? this.#parsedWithout(lines))?.[2] ?? [];
    if (!component) this.#broken += name === 'VEVENT' ? 1 : 0;
    else (name === 'VEVENT' ? this.#parts.events : this.#parts.zones).push(component);
  }

  /** An event with lines that cannot be read is read without them. */
  #parsedWithout(lines: string[]): JCalComponent | null {
    const isWhole = (line: string) => /^(?:BEGIN|END):/i.test(line) || parsed([line]) !== null;
    const whole = lines.filter(isWhole);
    if (!/^BEGIN:VEVENT/i.test(lines[0] ?? '') || whole.length === lines.length) return null;
    const broken = lines.length - whole.length;
    if (lines.some((line) => /^(?:RRULE|EXRULE)[;:]/i.test(line) && !isWhole(line))) this.#ruleless += 1;
    else this.#odd += broken;
    return parsed(whole);
  }
}

function parsed(lines: string[]): JCalComponent | null {
  try {
    return ICAL.parse(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')) as JCalComponent;
  } catch {
    return null; // the library throws on what it cannot read, whatever that is; it is counted and told
  }
}

/** The first value of a property as text; empty where there is none. */
export function propertyText(component: JCalComponent, name: string): string {
  const value = propertyOf(component, name)?.[3];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function propertyOf([, properties]: JCalComponent, name: string): JCalProperty | undefined {
  return properties.find(([each]) => each === name);
}

export function propertiesOf([, properties]: JCalComponent, name: string): JCalProperty[] {
  return properties.filter(([each]) => each === name);
}

export function parameterOf([, parameters]: JCalProperty, name: string): string {
  const value = parameters[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

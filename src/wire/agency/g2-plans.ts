/**
 * What a NewsML-G2 item says of things to come: events, in concepts, knowledge items and news items that list them, and planning
 * items, which say what the agency will send. None of it is news.
 */
import type { ReceivedPlan } from '../../runner/work.ts';
import { allOf, attributeOf, childOf, childrenOf, type Element, xmlWords } from '../parse/xml-document.ts';
import { codeOf } from './g2-names.ts';
import { plannedTime, planWords, recurrenceSaid } from './planned-time.ts';

const ONLY_NAMES = new Set(['conceptItem', 'knowledgeItem', 'catalogItem']);

/**
 * The plans in an item; null of one that is news. An item that brings names for things, or plans nothing that has a time, is no
 * news either: it has none.
 */
export function g2PlansOf(item: Element): ReceivedPlan[] | null {
  const events = [...allOf(item, 'concept'), ...allOf(item, 'event')].filter((each) =>
    childOf(each, 'eventDetails'),
  );
  if (events.length > 0)
    return events.flatMap((event, index) => eventPlan(item, event, { index, many: events.length > 1 }) ?? []);
  if (item.name === 'planningItem') return [planOfCoverage(item)].filter((plan) => plan !== null);
  return ONLY_NAMES.has(item.name) ? [] : null;
}

function isOff(item: Element): boolean {
  const management = childOf(item, 'itemMeta');
  const status = codeOf(childOf(management, 'pubStatus'));
  const signals = childrenOf(management, 'signal').map(codeOf).join(' ');
  return /cancel|withheld|killed/i.test(status) || /\b(?:remove|cancel|kill|delete)/i.test(signals);
}

function eventPlan(
  item: Element,
  event: Element,
  { index, many }: { index: number; many: boolean },
): ReceivedPlan | null {
  const details = childOf(event, 'eventDetails');
  const dates = childOf(details, 'dates');
  const start = xmlWords(childOf(dates, 'start'));
  const time = plannedTime({
    start,
    end: xmlWords(childOf(dates, 'end')),
    duration: xmlWords(childOf(dates, 'duration')),
  });
  if (!time) return null;
  const id = codeOf(childOf(event, 'conceptId'));
  const guid = attributeOf(item, 'guid');
  const status = codeOf(childOf(details, 'occurStatus'));
  return planWords({
    key: id || (many ? `${guid} ${index + 1}` : guid) || xmlWords(childOf(event, 'name')),
    what: nameIn(event, item),
    place: placeOf(childrenOf(details, 'location')[0]),
    note: childrenOf(event, 'definition').map(xmlWords).filter(Boolean).join('\n'),
    link: xmlWords(allOf(details, 'web')[0]),
    isCoverage: false,
    isCancelled: isOff(item) || /cancel/i.test(status),
    time,
    recurs: recurrenceIn(dates, start),
  });
}

/** `rDate`, `rRule`, `exDate`, `exRule`: what iCalendar has, with a rule's parts as attributes. */
function recurrenceIn(dates: Element | undefined, start: string) {
  const of = (name: string) => childrenOf(dates, name);
  return recurrenceSaid({
    start,
    rules: of('rRule').map((rule) => rule.attributes),
    exceptRules: of('exRule').map((rule) => rule.attributes),
    dates: of('rDate').map(xmlWords),
    struck: of('exDate').map(xmlWords),
  });
}

function nameIn(event: Element, item: Element): string {
  return xmlWords(childOf(event, 'name')) || xmlWords(allOf(item, 'headline')[0]);
}

/** 'Sokos Hotel Presidentti, Helsinki'. */
function placeOf(location: Element | undefined): string {
  const city = childrenOf(location, 'broader').map((one) => xmlWords(childOf(one, 'name')))[0] ?? '';
  return [xmlWords(childOf(location, 'name')), city].filter(Boolean).join(', ');
}

/** What an agency will send of something: under the event that it is of, where it names one. */
function planOfCoverage(item: Element): ReceivedPlan | null {
  const content = childOf(item, 'contentMeta');
  const scheduled = allOf(item, 'scheduled').map(xmlWords).filter(Boolean).sort();
  const dated = allOf(item, 'related').find((one) => /^date/i.test(attributeOf(one, 'valuedatatype')));
  const time = plannedTime({ start: scheduled[0] || attributeOf(dated, 'value'), end: '', duration: '' });
  if (!time) return null;
  const event = allOf(item, 'subject').find((one) => /:event$/.test(attributeOf(one, 'type')));
  return planWords({
    key: codeOf(event) || attributeOf(item, 'guid'),
    what:
      xmlWords(childOf(content, 'headline')) ||
      xmlWords(allOf(item, 'headline')[0]) ||
      xmlWords(childOf(content, 'slugline')) ||
      xmlWords(childOf(event, 'name')),
    place: xmlWords(childOf(childrenOf(content, 'located')[0], 'name')),
    note: [...childrenOf(content, 'description'), ...childrenOf(childOf(item, 'itemMeta'), 'edNote')]
      .map(xmlWords)
      .filter(Boolean)
      .join('\n'),
    link: '',
    isCoverage: event !== undefined,
    isCancelled: isOff(item),
    time,
  });
}

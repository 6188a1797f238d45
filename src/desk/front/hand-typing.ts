/** The form of a hand, read and filled in. */
import type { FastifyRequest } from 'fastify';
import type { HandWords } from '../../fronts/change-front.ts';
import { type Hand, type HandPicture, type HandSize, handPictures, handSizes } from '../../fronts/hands.ts';
import { placeWord, readPlace } from '../../fronts/places.ts';
import type { PublishedSummary } from '../../stories/read.ts';
import { field, fieldList } from '../door/form-fields.ts';
import { fromLocalInput, localInput, type PageTime } from '../views/words.ts';
import type { HandTyping } from './front-props.ts';
import { holdEnd } from './front-words.ts';

/**
 * Whoever types a time and leaves the choice beside it as it stood means the time. With script the choice follows what is typed
 * (browser/desk-front.ts).
 */
function holdIn(request: FastifyRequest): string {
  const [hold, until] = [field(request, 'hold'), field(request, 'until')];
  const isTyped = field(request, 'untilThen') !== '' && until !== field(request, 'untilThen');
  return isTyped && hold === field(request, 'holdThen') ? 'own' : hold;
}

/** What the form says; an end that is no time is one that is past, and refused as that. */
export function readHandForm(request: FastifyRequest, when: PageTime): HandWords {
  const hold = holdIn(request);
  const pictureId = field(request, 'pictureId');
  const [size, picture] = [field(request, 'size'), field(request, 'picture')];
  return {
    place: readPlace(field(request, 'place')),
    until: holdEnd(hold, when) ?? fromLocalInput(field(request, 'until'), when.zone) ?? 0,
    untilUrgent: field(request, 'untilUrgent') === 'yes',
    headline: field(request, 'headline'),
    kicker: field(request, 'kicker'),
    size: (handSizes as readonly string[]).includes(size) ? (size as HandSize) : 'usual',
    picture: (handPictures as readonly string[]).includes(picture) ? (picture as HandPicture) : 'usual',
    pictureId: pictureId === '' ? null : pictureId,
    related: fieldList(request, 'related'),
    packageName: field(request, 'packageName'),
  };
}

/** What was typed, when it was refused. */
export function typedAgain(
  request: FastifyRequest,
  { storyId, story, basedOn }: { storyId: string; story: PublishedSummary | null; basedOn: string },
): HandTyping {
  return {
    storyId,
    story,
    basedOn,
    place: field(request, 'place'),
    hold: holdIn(request),
    until: field(request, 'until'),
    untilUrgent: field(request, 'untilUrgent') === 'yes',
    headline: field(request, 'headline'),
    kicker: field(request, 'kicker'),
    size: field(request, 'size'),
    picture: field(request, 'picture'),
    pictureId: field(request, 'pictureId'),
    related: fieldList(request, 'related'),
    packageName: field(request, 'packageName'),
    isLaid: false,
  };
}

/** The hand as it lies, or one that says nothing yet. */
export function typingOf(
  given: {
    storyId: string;
    story: PublishedSummary | null;
    version: number;
    hand: Hand | null;
    /** Where the story stands now. */
    place: string;
  },
  when: PageTime,
): HandTyping {
  const { storyId, story, hand, version, place } = given;
  const until = hand?.until ?? holdEnd('usual', when);
  return {
    storyId,
    story,
    basedOn: String(version),
    place: hand ? (hand.place ? placeWord(hand.place) : '') : place,
    hold: hand ? 'own' : 'usual',
    until: localInput(until, when.zone),
    untilUrgent: hand?.untilUrgent ?? false,
    headline: hand?.headline ?? '',
    kicker: hand?.kicker ?? '',
    size: hand?.size ?? 'usual',
    picture: hand?.picture ?? 'usual',
    pictureId: hand?.pictureId ?? '',
    related: hand?.related ?? [],
    packageName: hand?.packageName ?? '',
    isLaid: hand !== null,
  };
}

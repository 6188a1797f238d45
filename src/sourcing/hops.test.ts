import { describe, expect, it } from 'vitest';
import { chainLine, type Hop, hearingOf, joinHops, needsStanding, stepsOf } from './hops.ts';

const hop = (party: string, act: Hop['act'], language: string | null = null): Hop => ({
  party,
  act,
  language,
  sourceId: null,
  link: null,
  at: null,
});

describe('how a statement was heard', () => {
  it('is at first hand when nobody stands between the speaker and us', () => {
    expect(hearingOf([]).hands).toBe(1);
    expect(hearingOf([hop('Eleni Doukas', 'said', 'el')])).toEqual({
      hands: 1,
      relays: [],
      languages: ['el'],
    });
  });

  it('is one hand further for each party that passed it on', () => {
    const chain = [
      hop('Eleni Doukas', 'said', 'el'),
      hop('Radio Thalassa', 'reported', 'el'),
      hop('Aegean News Agency', 'aggregated', 'el'),
      hop('The Harbour Post', 'published', 'en'),
    ];
    expect(hearingOf(chain)).toEqual({
      hands: 3,
      relays: ['Radio Thalassa', 'Aegean News Agency'],
      languages: ['el', 'en'],
    });
  });

  it('counts a party that reports and translates once', () => {
    const chain = [hop('Coast Agency', 'reported', 'ar'), hop('coast agency', 'translated', 'en')];
    expect(hearingOf(chain).hands).toBe(2);
  });

  it('counts a party again when the story came back to it', () => {
    const chain = [hop('A', 'reported'), hop('B', 'reported'), hop('A', 'aggregated')];
    expect(hearingOf(chain).hands).toBe(4);
  });

  it('counts every unknown party: nobody knows that they are the same', () => {
    expect(hearingOf([hop('', 'reported'), hop('', 'aggregated')]).relays).toEqual(['', '']);
  });

  it('asks for a standing from two relays on', () => {
    expect(needsStanding([hop('A', 'reported')])).toBe(false);
    expect(needsStanding([hop('A', 'reported'), hop('B', 'aggregated')])).toBe(true);
  });
});

describe('the chain as a line', () => {
  it('names each party once in a row and the unknown as unknown', () => {
    const chain = [hop('Radio Thalassa', 'said'), hop('Radio Thalassa', 'reported'), hop(' ', 'aggregated')];
    expect(chainLine(chain, 'unknown')).toBe('Radio Thalassa — unknown');
    expect(chainLine([])).toBe('');
  });
});

describe('the chain as steps', () => {
  it('makes one step of what one party did in a row, and keeps the unknown apart', () => {
    const chain = [
      hop('Radio Thalassa', 'reported', 'el'),
      hop('Aegean News Agency', 'aggregated', 'el'),
      hop('aegean news agency', 'translated', 'en'),
      hop('', 'reported'),
      hop('', 'reported'),
    ];
    expect(stepsOf(chain).map(({ party, acts, languages }) => [party, acts, languages])).toEqual([
      ['Radio Thalassa', ['reported'], ['el']],
      ['Aegean News Agency', ['aggregated', 'translated'], ['el', 'en']],
      ['', ['reported'], []],
      ['', ['reported'], []],
    ]);
  });

  it('is joined to the story’s own without naming a party twice', () => {
    const joined = joinHops(
      [hop('Radio Thalassa', 'reported'), hop('Coast Agency', 'aggregated')],
      [hop('Coast agency', 'reported')],
    );
    expect(joined.map(({ party }) => party)).toEqual(['Radio Thalassa', 'Coast agency']);
  });
});

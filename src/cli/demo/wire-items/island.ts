/** Island Wire, in English: the one whose copy may be published unread. */
import type { WirePool } from './wire-item.ts';

export const island: WirePool = {
  written: [
    [
      'Tug Perseverance leaves the north quay for the tanker',
      'The tug Perseverance left the north quay to stand by the tanker Lyra Star, the harbour office said. She carries a second boom and twelve hands.',
      'Tug Perseverance is alongside the tanker, second boom in the water',
    ],
    [
      'Night ferry will sail an hour late',
      'The Halcyon will leave at ten instead of nine, Halcyon Lines said, because she is waiting for a consignment of medicines from the mainland.',
      'Night ferry sails at ten with the medicines on board',
    ],
    [
      'Power back in the Upper Town',
      'The lights came on again in the Upper Town after an outage of forty minutes. A cable had been cut at the market hall works, the company said; nobody was hurt.',
    ],
    [
      'Skimmers have lifted eleven tonnes',
      'Two skimmers working inside the mole have lifted eleven tonnes of oil and water, the coastguard said in its afternoon note. It did not say how much of that was oil.',
      'Skimmers have lifted fourteen tonnes, a third of it water',
    ],
    [
      'School bus route moved away from the beach',
      'The school bus will run by the upper road until the beach is open again. The stop at the lighthouse moves to the chapel, two minutes uphill.',
    ],
    [
      'Inquiry asks for the pilots’ book',
      'The harbour inquiry has asked to see the pilots’ book for the whole week, its secretary said. The harbour master is to bring it in person.',
    ],
    [
      'Wind to go north by midnight',
      'The wind will go round to the north by midnight and freshen to force six, the island’s weather station said. That would carry what is left of the slick offshore.',
      'North wind arrives early, force six by ten',
    ],
    [
      'Co-operative opens a second press',
      'The olive co-operative has opened its old press at the mill to shorten the queue. Growers are asked to bring their own crates, and patience.',
    ],
    [
      'Cleared: the rocks under the chapel',
      'Volunteers have cleared the rocks under the chapel, the harbour office said. It asked people to stop bringing kitchen sponges, which do not help.',
    ],
    [
      'Market hall clock stops early',
      'The clock of the market hall stopped at twenty past two, three weeks before it was meant to. The town’s engineer said that he had not touched it.',
      'Market hall clock goes again: a pigeon, the engineer says',
    ],
    [
      'Two crew of the Lyra Star see a lawyer',
      'Two members of the tanker’s crew have spoken to a lawyer on shore, the seafarers’ union said. It did not say what about.',
    ],
    [
      'Gloves arrive: 400 pairs',
      'Four hundred pairs of gloves have arrived for the people cleaning the shore, a gift of the fishmongers of Marsa Nour. They are at the harbour office, left hands first.',
    ],
  ],
  composed(pick) {
    const place = pick([
      'Cape Lyra',
      'the inner mole',
      'the north quay',
      'the old customs house',
      'the river mouth',
    ]);
    const minutes = pick.number(5, 55);
    const boats = pick.number(3, 19);
    return pick([
      [
        `Wind force ${pick.number(3, 7)} at ${place}`,
        `The gauge at ${place} shows force ${pick.number(3, 7)} from the ${pick(['north', 'north-west', 'south', 'west'])}, the weather station said. Small boats are asked to stay in for ${minutes} minutes.`,
      ],
      [
        `${boats} boats back with ${pick(['sardines', 'bream', 'squid', 'anchovies'])}`,
        `${boats} boats have landed ${pick.number(90, 880)} kilos at the fish quay, the harbour office said; first price ${pick.number(3, 11)}.${pick.number(10, 90)} a kilo.`,
        `${boats + 1} boats back, and the price falls`,
      ],
      [
        `Night ferry ${minutes} minutes late`,
        `The Halcyon is ${minutes} minutes behind her time, Halcyon Lines said, because of ${pick(['swell', 'fog', 'a late train on the mainland', 'a wedding party'])}.`,
        `Night ferry in, ${minutes + 6} minutes late`,
      ],
      [
        `Water sample ${pick.number(4, 40)} from ${place} is clean`,
        `The morning sample from ${place} shows no oil, the town said. Two clean ones in a row open a beach.`,
      ],
    ]);
  },
};

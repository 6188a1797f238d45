/**
 * Where sentences of English still stand in rooms below the doors, and why. Everything else says a name and facts, and a catalog of
 * `language/<code>` makes the sentence: refusals, what stands in the gate, what checks find, what sources and engines did wrong.
 */

export const sentencesStand: Record<string, string> = {
  'kit/decode.ts': 'faults of the letters of a delivery: kept with what came',
  'kit/refusal.ts': 'the words of a code, beside its status: docs/refusals.md is compared with them',
  'kit/settings.ts': 'read before there is a newsroom, on the command line',
  'kit/safe-href.ts': 'for the editor in the browser too, which has no catalog yet',
  'kit/s3.ts': 'for whoever runs the newsroom: the doctor and the log',
  'kit/threads.ts': 'faults of a thread of ours, for the log',
  'kit/side-process.ts': 'faults of a process of ours, for the log',
  'sourcing/quotations/hearer-words.ts': 'a pattern, not words',
  'mail/': 'for whoever runs the newsroom: the doctor and the settings of mail',
  'staff/': 'fields of the set-up form, which the library that checks them says',
  'media/': 'what a file is refused for: named in words by whoever reads the format, see the decision',
  'moving/': 'said on the command line of a move and kept as its report',
  'wire/agency/': 'faults of a format, by the names that its standard gives: kept with the item',
  'wire/parse/': 'faults of a format: kept with what came',
  'wire/reading/': 'faults of a format: kept with what came',
  'wire/arriving/': 'what a hub or a folder did, kept with the delivery',
  'wire/notices/': 'what a source did, in the words in which it was told then',
  'wire/sources/': 'the line of a source in its list, made of what was kept',
  'planning/': 'faults of a calendar: kept with it',
  'replies/': 'why a reply was held, kept with it',
  'stories/': 'what partners are told, and what the audit keeps',
  'translation/engines/': 'instructions to a language model, and faults of a folder of models',
  'translation/engines.ts': 'fields of the form of an engine',
  'translation/readers-eye.ts': 'instructions to a language model',
  'translation/edit-pairs.ts': 'where an engine said nothing',
  'translation/second-versions.ts': 'a line of the two columns',
  'fronts/machine.ts': 'the rules of the machine, as the desk reads them',
  'alerts/alert-text.ts': 'for the page of an alert, which counts in the browser by the same rule',
};

/** English: what went wrong outside the newsroom, at sources and engines, as it is said at the desk. Facts come from whoever asked. */

type Fact = string | number;

export const enOutside = {
  'fetch:bad-address': 'That is not an address that can be fetched: it must begin with http:// or https://.',
  'fetch:refused-address': 'The address leads to a place that is not on the public internet.',
  'fetch:name-unknown': 'The host name is not known.',
  'fetch:unreachable': 'The server cannot be reached.',
  'fetch:not-secure': 'The server shows no valid certificate there, or speaks only http.',
  'fetch:timed-out': 'The server took too long.',
  'fetch:too-large': 'The answer is larger than 15 MB.',
  'fetch:too-many-redirects': 'The server redirects again and again.',
  'fetch:broken-answer': 'The answer is broken: it cannot be read to its end.',

  'feed:gone': 'The source says that its feed is gone for good.',
  'feed:not-there': 'There is nothing at the address of the feed (404).',
  'feed:refused': ({ status }: { status: Fact }) => `The server refuses us the feed (${status}).`,
  'feed:asked-too-often': 'The server says that it is asked too often (429).',
  'feed:server-failed': ({ status }: { status: Fact }) => `The server is in trouble (${status}).`,
  'feed:odd-answer': ({ status }: { status: Fact }) => `The server answers ${status}.`,
  'feed:bot-wall':
    'A guard in front of the site takes us for a robot. Ask the source to let us through to its feed.',
  'feed:address-refused': ({ status }: { status: Fact }) => `The server answers ${status} to that address.`,
  'feed:none-named': 'There is a page at that address, but it names no feed.',
  'feed:not-public':
    'The address leads to a place that is not on the public internet. If it is yours, whoever runs the newsroom names its host and port in CRIER_TRUSTED_HOSTS.',

  'reading:too-long': 'What it sent took too long to read, and reading was ended.',
  'reading:too-much': 'What it sent took too much memory to read, and reading was ended.',
  'reading:broken': 'What it sent could not be read. This is a fault of Crier; the log has more.',
  'reading:closed': 'The newsroom was closing.',

  'engine:unreachable': 'The translation engine cannot be reached.',
  'engine:too-slow': 'The translation engine took too long.',
  'engine:key-refused': 'The translation engine does not accept our key.',
  'engine:quota-spent': 'What we may send to this translation engine is used up.',
  'engine:asked-too-often': 'The translation engine was asked too often and wants a rest.',
  'engine:pair-unknown': 'The translation engine does not know these languages.',
  'engine:answer-broken': 'The translation engine’s answer cannot be read.',
  'engine:answer-wrong': 'What the translation engine answered is no translation of what it was given.',
  'engine:cut-off': 'The model’s answer was cut off.',
  'engine:would-not': ({ act }: { act: string }) => `The model would not ${act} this.`,
  'engine:points-nowhere': 'The model’s answer points at no words with a reason.',
  'engine:doubts-everything': 'The model doubts everything in a sentence, which says nothing.',
  'engine:makes-none': 'It reads translations and makes none.',
  'engine:no-folder': ({ folder }: { folder: string }) => `There is no folder of models at ${folder}.`,
  'engine:stopped': 'The model took too long and was stopped.',
  'engine:no-memory': 'There is not memory enough for the model.',
  'engine:thread-ended': ({ fault }: { fault: string }) => `The model’s thread ended: ${fault}`,
  'engine:other-count': ({ given, answered }: { given: Fact; answered: Fact }) =>
    `The engine was given ${given} sentences and answered ${answered}.`,
  'engine:web-page': 'The engine answered with a web page.',
  'engine:all-the-same': 'The engine answered the same for every sentence.',
  'engine:essay': 'The engine answered at far greater length than it was given: an essay, no translation.',
};

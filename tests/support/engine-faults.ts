/** Engines at their worst, on loopback: everything that one was seen to answer in place of a translation. */
import {
  chatServer,
  deeplServer,
  type EngineServer,
  engineServer,
  libreServer,
  type Reply,
} from './engine-servers.ts';

export const words: Record<string, string> = {
  'Το λιμάνι άνοιξε ξανά': 'The harbour has opened again',
  'Το πλοίο έφυγε από το λιμάνι της πόλης.': 'The ship left the harbour of the town.',
  'Κανείς δεν χτύπησε στο ατύχημα της Τρίτης.': 'Nobody was hurt in the accident on Tuesday.',
  'Η έρευνα του λιμενικού συνεχίζεται ακόμη.': 'The inquiry of the coast guard still goes on.',
};
export const greek = Object.keys(words);
export const right = (text: string): string =>
  words[text] ?? `In English: sentence number ${/\d+/.exec(text)?.[0]}.`;
const essay =
  'I’m sorry, but I cannot help with that request. As an AI, I would suggest asking a translator.';
const choice = (message: object, finish_reason = 'stop'): Reply => ({
  body: { choices: [{ finish_reason, message }] },
});
export const answersOf = (body: string): string[] => (JSON.parse(body) as { q: string[] }).q.map(right);
const page = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

export type Serve = () => Promise<EngineServer>;
/** What an engine does, its kind, the server that does it, and what the desk is told. */
export const engineFaults: [string, string, Serve, string][] = [
  [
    'is down',
    'libretranslate',
    () => engineServer(() => ({ status: 503, body: 'overloaded' })),
    'cannot be reached',
  ],
  ['is too slow', 'libretranslate', () => engineServer(() => new Promise(() => {})), 'took too long'],
  [
    'gives fewer sentences',
    'libretranslate',
    () => engineServer((body) => ({ body: { translatedText: answersOf(body).slice(1) } })),
    'was given 4 sentences and answered 3',
  ],
  [
    'gives more sentences',
    'libretranslate',
    () => engineServer((body) => ({ body: { translatedText: [...answersOf(body), 'And one more.'] } })),
    'was given 4 sentences and answered 5',
  ],
  [
    'answers in another language',
    'libretranslate',
    () => libreServer(() => 'El barco ha salido de los muelles con todas las personas que estaban.'),
    'the same for every sentence',
  ],
  [
    'answers each sentence in another language',
    'libretranslate',
    () =>
      libreServer((text) => `El barco ha salido de los muelles con todas las personas que ${text.length}.`),
    'answered in another language',
  ],
  ['gives the source back', 'libretranslate', () => libreServer((text) => text), 'gave the original back'],
  [
    'adds markup',
    'libretranslate',
    () => libreServer((text) => `<b onclick="steal()">${right(text)}</b>`),
    'put markup in, in 4 sentences',
  ],
  ['answers with a page, as JSON', 'libretranslate', () => libreServer(() => page), 'a web page'],
  [
    'answers with a page and 200',
    'libretranslate',
    () => engineServer(() => ({ headers: { 'content-type': 'text/html' }, body: page })),
    'cannot be read',
  ],
  [
    'tells of the text instead',
    'libretranslate',
    () =>
      libreServer((text) => `The text, which is Greek, tells of ${text.length} ships and more. `.repeat(30)),
    'left out or made up too much',
  ],
  [
    'will not, in prose',
    'chat',
    () => engineServer(() => choice({ content: essay })),
    'no translation of what',
  ],
  [
    'will not, in the model’s own field',
    'chat',
    () => engineServer(() => choice({ content: null, refusal: 'I can’t.' })),
    'would not translate this',
  ],
  [
    'will not, sentence by sentence',
    'chat',
    () => chatServer((text) => `I’m sorry, I cannot translate this ${text.length}.`),
    'it would not translate',
  ],
  [
    'sums it up in one segment',
    'chat',
    () =>
      engineServer(() =>
        choice({ content: '{"segments":[{"i":1,"text":"A ship left and nobody was hurt."}]}' }),
      ),
    'no translation of what',
  ],
  [
    'sums up every sentence',
    'libretranslate',
    () => libreServer((text) => (text.endsWith('.') ? `S${text.length}.` : right(text))),
    'left out or made up too much',
  ],
  ['says salad', 'libretranslate', () => libreServer(() => 'salad '.repeat(40)), 'the same'],
  [
    'says salad in one sentence',
    'libretranslate',
    () =>
      libreServer((text) =>
        text.startsWith('Κανείς') ? 'Nobody was salad salad salad salad salad.' : right(text),
      ),
    'again and again, in 1 sentence.',
  ],
  ['does not know our key', 'deepl', () => deeplServer(right, 'wrong'), 'Authorization failure'],
  ['says nothing', 'libretranslate', () => libreServer(() => ''), 'nothing back'],
];

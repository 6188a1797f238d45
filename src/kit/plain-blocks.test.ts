/** F11, F17: plain text keeps its paragraphs, and lines that are no wrapped ones stay lines. */
import { expect, it } from 'vitest';
import { plainBlocks } from './plain-blocks.ts';
import { writeBlocks } from './write-blocks.ts';

it.each([
  [
    'The council met on Tuesday evening in the town hall and\ndecided with eleven votes to two that the harbour\nwould be closed.',
    '<p>The council met on Tuesday evening in the town hall and decided with eleven votes to two that the harbour would be closed.</p>',
  ],
  [
    '- The council voted for the harbour plan on Monday\n- The mayor said that it was too dear for the town\n- Readers',
    '<p>- The council voted for the harbour plan on Monday<br />- The mayor said that it was too dear for the town<br />- Readers</p>',
  ],
  [
    '1. The council voted for the harbour plan on Monday\n2. The mayor said that it was too dear for the town\n3. Readers',
    '<p>1. The council voted for the harbour plan on Monday<br />2. The mayor said that it was too dear for the town<br />3. Readers</p>',
  ],
  [
    '– Θα μείνουμε εδώ για πάντα, είπε ο δήμαρχος της πόλης\n– Κι εμείς θα φύγουμε, απάντησαν οι κάτοικοι του χωριού',
    '<p>– Θα μείνουμε εδώ για πάντα, είπε ο δήμαρχος της πόλης<br />– Κι εμείς θα φύγουμε, απάντησαν οι κάτοικοι του χωριού</p>',
  ],
])('%s', (text, wanted) => {
  expect(writeBlocks(plainBlocks(text))).toBe(wanted);
});

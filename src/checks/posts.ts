/** Posts that people hold, in English, and which of them one person does not hold at once. */

/** Each group: words for one post. Two of different groups, said of one person in the present, exclude each other. */
const groups: Record<string, string> = {
  mayor: 'mayor',
  governor: 'governor',
  president: 'president',
  'prime minister': 'prime minister|premier',
  minister:
    '(?:foreign|finance|defen[cs]e|health|interior|education|justice|transport|energy|labou?r|shipping|culture|agriculture) minister',
  ambassador: 'ambassador',
  judge: 'judge|chief justice',
  prosecutor: '(?:chief |public )?prosecutor|district attorney',
  'police chief': 'police chief|chief of police|police commissioner',
  'harbour master': 'harbou?r master',
  bishop: 'bishop|archbishop',
  headteacher: 'head ?teacher|headmaster|headmistress|school principal',
  coach: 'head coach',
  spokesperson: 'spokes(?:man|woman|person)',
  captain: "ship[’']s captain|skipper",
  fisherman: 'fisherman',
  doctor: 'surgeon|physician',
  farmer: 'farmer',
};

export const postPattern = Object.values(groups).join('|');
const eachGroup = Object.entries(groups).map(([post, words]): [string, RegExp] => [
  post,
  new RegExp(`^(?:${words})$`, 'iu'),
]);

/** The post's group; null for words that are none. */
export function postGroup(words: string): string | null {
  return eachGroup.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

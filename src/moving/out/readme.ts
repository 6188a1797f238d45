/** The page that stands in a folder that went out: what is where, for whoever has the folder and no Crier. */
import type { Masthead } from '../../stories/masthead.ts';

export function readme(
  { name, language, timeZone }: Masthead,
  counts: { stories: number; editions: number; replies: number; files: number },
): string {
  return `# ${name}

Everything that this paper has published, drafted and withdrawn: ${counts.stories} stories in ${counts.editions} editions, with
${counts.replies} replies and ${counts.files} files of pictures. Its language is ${language}, its time zone ${timeZone}. All text is UTF-8.

| where | what |
|---|---|
| \`stories/YEAR-MONTH/ID/LANGUAGE.ninjs.json\` | an edition as IPTC ninjs 3.1: headline, text as HTML and plain, byline, topics, who it came through. \`pubStatus\` is \`usable\` for what readers have, \`withheld\` for drafts, \`canceled\` for what was withdrawn |
| \`stories/YEAR-MONTH/ID/story.json\` | everything that hangs on the story: its state and dates, editions with their addresses, every saved take, the steps by which it came, who said what, corrections, translations sentence by sentence, replies, objections, what the desk remarked, releases under embargo |
| \`paper/\` | sections, topics, staff (names, no addresses), sources, speakers, house style, glossary, media with their words and rights; one JSON object a line |
| \`media/\` | the files themselves: \`originals/\` as they came, by the SHA-256 of what is in them (\`hash\` in \`paper/media.jsonl\`); the others begin with the picture's id |
| \`desk/\` | what editors said of fronts and what stood there, banners, the plan with its calendars, handovers, advisories, findings that were answered |
| \`past/\` | what stories are to each other, addresses they had in houses before, and what these called them |
| \`crier.json\` | when this was made, and where |

Times ending in \`_at\` are milliseconds since 1970 (UTC); yes and no are 1 and 0. In a text, \`data-media\` names a picture by its id.
Not here: passwords and keys, devices that asked for alerts, items of the wire, files of calendars, who did what and
when, and, unless asked for, the addresses with which readers wrote, and who asked for letters (\`paper/letter-readers.jsonl\`).

With Crier: \`crier move-in FOLDER --go\` on an empty newsroom brings it all back.
`;
}

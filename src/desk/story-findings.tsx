/** What the checks found and what stands in the way, each a step from its place in the copy. */
import type { Finding } from '../checks/check.ts';
import { PaneHead } from './desk-layout.tsx';
import type { StoryPageProps } from './story-view.ts';

/** Where on the page each part of the copy is written. */
const places: Record<Finding['part'], string> = {
  headline: '#headline',
  dek: '#dek',
  byline: '#byline',
  body: '#body',
  hops: '#steps',
};

const colours: Record<Finding['severity'], string> = { critical: 'live', major: 'unsure', minor: 'dim' };

export function Findings({ story, findings, obstacles }: StoryPageProps) {
  const found = new Set(findings.map(({ check }) => check));
  const others = obstacles.filter(({ code }) => !found.has(code));
  const count = findings.length + others.length;
  return (
    <div id="findings" data-live="stories" data-live-from={`/desk/stories/${story.id}?look=1`}>
      {count > 0 && (
        <>
          <PaneHead end={<kbd>F8</kbd>}>Findings · {count}</PaneHead>
          <ul class="facts">
            {others.map(({ code, words }) => (
              <li key={code} class="fact">
                <span class="live">{words}</span>
                <span class="k">{code.replaceAll('-', ' ')}</span>
              </li>
            ))}
            {findings.map((finding) => (
              <li key={`${finding.check} ${finding.start}`} class="fact">
                <a class={colours[finding.severity]} href={places[finding.part]} data-finding>
                  {finding.message}
                </a>
                {finding.suggestion && <span class="source">{finding.suggestion}</span>}
                <span class="k">
                  {finding.part} · {finding.severity}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

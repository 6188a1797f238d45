/** The numbers of a newsroom that are looked up when Prometheus asks; docs/metrics.md says what each is good for. */

import type { LiveHub } from '../alerts/live/live-hub.ts';
import { countDevices } from '../alerts/readers/read-alerts.ts';
import { countUnderWay } from '../alerts/under-way.ts';
import { SECOND } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { readBackupNotes } from '../runner/backup-notes.ts';
import { countGivenUp } from '../runner/given-up.ts';
import { listWork } from '../runner/work-list.ts';
import { countFailingSources } from '../wire/sources/sources.ts';

const one = (value: number) => new Map([['', value]]);

export function registerGauges(newsroom: Newsroom, { liveHub }: { liveHub: LiveHub }): void {
  const { meter, clock, bell } = newsroom;
  meter.gauge({
    name: 'work_waiting',
    help: 'Follow-ups that are due and not begun',
    label: 'lane',
    values: async () => new Map((await listWork(newsroom)).lanes.map(({ lane, waiting }) => [lane, waiting])),
  });
  meter.gauge({
    name: 'work_oldest_seconds',
    help: 'For how long the first of them has been due',
    label: 'lane',
    values: async () =>
      new Map(
        (await listWork(newsroom)).lanes.map(({ lane, oldest }) => [
          lane,
          oldest === null ? 0 : (clock.now() - oldest) / SECOND,
        ]),
      ),
  });
  meter.gauge({
    name: 'work_given_up',
    help: 'Follow-ups that failed at every try and wait for someone',
    values: async () => one(await countGivenUp(newsroom)),
  });
  meter.gauge({
    name: 'processes',
    help: 'Processes at work on this database; 0 on SQLite, where there is one',
    values: async () => one((await listWork(newsroom)).processes.length),
  });
  meter.gauge({
    name: 'open_pages',
    help: 'Open pages of readers that hear of changes here',
    values: async () => one(liveHub.count()),
  });
  meter.gauge({
    name: 'devices',
    help: 'Devices that asked for alerts and can be reached',
    values: async () => one((await countDevices(newsroom)).reachable),
  });
  meter.gauge({
    name: 'alerts_sending',
    help: 'Alerts on their way',
    values: async () => one(await countUnderWay(newsroom)),
  });
  meter.gauge({
    name: 'sources_failing',
    help: 'Sources whose last poll failed',
    values: async () => one(await countFailingSources(newsroom)),
  });
  meter.gauge({
    name: 'backup_rehearsed_timestamp_seconds',
    help: 'When a backup was last restored and compared, well; seconds since 1970',
    values: async () => {
      const { rehearsed } = await readBackupNotes(newsroom);
      return rehearsed ? one(rehearsed.at / SECOND) : new Map();
    },
  });
  meter.gauge({
    name: 'bell_behind_seconds',
    help: 'For how long this process has not known that it hears the others; 0 on SQLite',
    values: async () => {
      const heard = bell.heardUpTo();
      return one(Number.isFinite(heard) ? Math.max(0, (clock.now() - heard) / SECOND) : 0);
    },
  });
}

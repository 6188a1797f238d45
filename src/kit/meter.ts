/** What is counted of the newsroom while it runs, for Prometheus. Nothing is, and nothing is loaded, where nobody asks. */
import type { Registry } from 'prom-client';

export interface Meter {
  /** A request that the router answered; pages from memory are counted beside it. */
  answered(request: { door: 'site' | 'desk' | 'api' | 'other'; status: number; seconds: number }): void;
  pageFromMemory(): void;
  /** A page that was not in memory, by where it was read. */
  pageMade(at: 'replica' | 'first server'): void;
  worked(work: {
    lane: string;
    verb: string;
    outcome: 'done' | 'failed' | 'given up';
    seconds: number;
  }): void;
  /** Devices by what became of them. */
  told(outcomes: ReadonlyMap<string, number>): void;
  /** A number that is looked up when it is asked for, by its name without `crier_`. */
  gauge(gauge: GaugeRecipe): void;
  /** All of it in Prometheus's text form; null where nothing is counted. */
  read(): Promise<{ type: string; text: string } | null>;
}

export interface GaugeRecipe {
  name: string;
  help: string;
  label?: string;
  /** Values by the label; under '' where there is none. */
  values: () => Promise<Map<string, number>>;
}

export const silentMeter: Meter = {
  answered() {},
  pageFromMemory() {},
  pageMade() {},
  worked() {},
  told() {},
  gauge() {},
  read: async () => null,
};

const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]; // a page that is made takes some milliseconds
const WORK_SECONDS = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600]; // an alert of a million devices takes a minute

export async function openMeter(): Promise<Meter> {
  const { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
  const registry: Registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'crier_requests_total',
    help: 'Requests that the router answered',
    labelNames: ['door', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'crier_request_seconds',
    help: 'How long such an answer took',
    labelNames: ['door'],
    buckets: ANSWER_SECONDS,
    registers,
  });
  const pages = new Counter({
    name: 'crier_pages_from_memory_total',
    help: 'Pages answered from memory, before the router',
    registers,
  });
  const made = new Counter({
    name: 'crier_pages_made_total',
    help: 'Pages of readers that were not in memory, by the server at which they were read',
    labelNames: ['at'],
    registers,
  });
  const work = new Counter({
    name: 'crier_work_total',
    help: 'Follow-ups that ended, by how',
    labelNames: ['lane', 'verb', 'outcome'],
    registers,
  });
  const workSeconds = new Histogram({
    name: 'crier_work_seconds',
    help: 'How long a follow-up took, whatever became of it',
    labelNames: ['lane'],
    buckets: WORK_SECONDS,
    registers,
  });
  const devices = new Counter({
    name: 'crier_alert_devices_total',
    help: 'Devices that alerts were sent to, by what became of it',
    labelNames: ['outcome'],
    registers,
  });
  return {
    answered(request) {
      requests.inc({ door: request.door, status: `${Math.floor(request.status / 100)}xx` });
      seconds.observe({ door: request.door }, request.seconds);
    },
    pageFromMemory: () => pages.inc(),
    pageMade: (at) => made.inc({ at }),
    worked({ lane, verb, outcome, seconds: took }) {
      work.inc({ lane, verb, outcome });
      workSeconds.observe({ lane }, took);
    },
    told(outcomes) {
      for (const [outcome, many] of outcomes) devices.inc({ outcome }, many);
    },
    gauge({ name, help, label, values }) {
      const shown = new Gauge({
        name: `crier_${name}`,
        help,
        labelNames: label ? [label] : [],
        registers,
        async collect() {
          shown.reset();
          const found = await values().catch(() => null); // a store that does not answer: the others are told all the same
          for (const [key, value] of found ?? []) shown.set(label ? { [label]: key } : {}, value);
        },
      });
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

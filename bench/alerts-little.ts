/**
 * Alerts in little memory: one alert to 200,000 devices with their tickets in a process that V8 lets have 256 MB of heap, beside one that
 * has what it wants. How many messages came is counted at the push service: more than devices are some told twice, fewer are some missed.
 */
import type { Service } from './nginx.ts';
import { type Result, resultOf } from './result.ts';

const DEVICES = 200_000;
const HEAP = 256; // MB
const MB = 1_000_000;

interface LittleRun {
  devices: number;
  seconds: number;
  /** Resident bytes at the most. */
  peak: number;
}

/** `tell` runs one alert to so many devices in a process of its own with these flags. */
export async function measureLittle(
  service: Service,
  tell: (many: number, flags: string[]) => Promise<LittleRun>,
): Promise<Result[]> {
  const usual = await tell(DEVICES, []);
  const before = await service.asked();
  const little = await tell(DEVICES, [`--max-old-space-size=${HEAP}`]);
  const messages = (await service.asked()) - before - 1; // the question itself
  const beside = { peer: 'Crier, with the heap that it wants', peerVersion: '', better: 'less' as const };
  const many = `${DEVICES.toLocaleString('en')} devices, a heap of ${HEAP} MB, ${service.name}`;
  return [
    resultOf({
      name: `last of ${many}`,
      value: little.seconds,
      unit: 's',
      ...beside,
      peerValue: usual.seconds,
    }),
    resultOf({
      name: `resident at the most, of ${many}`,
      value: little.peak / MB,
      unit: 'MB',
      ...beside,
      peerValue: usual.peak / MB,
    }),
    resultOf({
      name: `messages to ${many}`,
      value: messages,
      unit: 'messages',
      ...beside,
      peer: 'devices, each once',
      peerValue: little.devices,
    }),
  ];
}

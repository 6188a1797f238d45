/** The head of a line on which open pages hear (HTML, 9.2 server-sent events). */
export const EVENT_STREAM = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no', // nginx would gather what is said
} as const;

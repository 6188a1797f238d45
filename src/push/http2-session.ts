/**
 * A connection of HTTP/2 (RFC 9113) as a push service needs it: requests with a small body each, and of their answers the status,
 * `retry-after` and the beginning of a body. It knows no sockets: bytes go in and bytes come out, so that every order in which
 * they may arrive can be tried.
 */
import { HeaderBlockError } from './hpack-decoder.ts';
import { type AnswerHeaders, AnswerReader } from './http2-answers.ts';
import {
  CODE,
  ConnectionError,
  FIRST_WINDOW,
  FLAG,
  FRAME,
  FrameReader,
  frame,
  goodbye,
  type Http2Frame,
  LARGEST_WINDOW,
  numberFrame,
  PREFACE,
  readGoodbye,
  SETTING,
  settingsFrame,
  wantSize,
  withoutPadding,
} from './http2-frames.ts';
import { Sending } from './http2-sending.ts';
import { PeerSettings } from './http2-settings.ts';
import {
  type OpenStream,
  openStream,
  type SessionPlace,
  type SessionRequest,
  type StreamAnswer,
  widen,
} from './http2-stream.ts';

const STREAMS = 100; // under way at once, until the other side says how many (section 6.5.2 wants no fewer)
const LAST_STREAM = 2 ** 31 - 1;
const BODY_KEPT = 1_024; // bytes of a refusal that we look at; nothing that it can say needs more
const BODY_BORNE = 16_384; // bytes of a good answer's body, which nobody reads
const GIVE_BACK = 32_768; // bytes taken of the connection's window, after which they are given back
const CONTROL_BORNE = 10_000; // frames that want an answer of ours and bring none themselves, in a row

export class Http2Session {
  readonly #place: SessionPlace;
  readonly #reader = new FrameReader();
  readonly #answers = new AnswerReader();
  readonly #sending: Sending;
  readonly #settings: PeerSettings;
  readonly #streams = new Map<number, OpenStream>();
  #nextStream = 1;
  #taken = 0;
  #control = 0;
  #isFirst = true;
  #leaving = false;
  #ended = false;
  #pong: (() => void) | null = null;

  constructor(place: SessionPlace) {
    this.#place = place;
    this.#sending = new Sending((bytes, done) => place.write(bytes, done));
    this.#settings = new PeerSettings((most) => this.#sending.encoder.limit(most));
    this.#sending.put(PREFACE);
    this.#sending.put(settingsFrame([[SETTING.push, 0]]));
  }

  /** How many more requests it takes now. */
  get room(): number {
    if (this.#leaving || this.#sending.isHeldUp) return 0;
    return (this.#settings.streams ?? STREAMS) - this.#streams.size;
  }

  /** False once it takes no more. */
  get usable(): boolean {
    return !this.#leaving;
  }

  get underWay(): number {
    return this.#streams.size;
  }

  /** Sends one request, only where there is `room`. The answer comes once, whatever happens. */
  send(request: SessionRequest, answer: (answer: StreamAnswer) => void): void {
    const id = this.#nextStream;
    this.#nextStream += 2;
    if (this.#nextStream > LAST_STREAM) this.#leaving = true;
    const stream = openStream(id, {
      since: this.#place.now(),
      window: this.#settings.window,
      rest: null,
      answer,
    });
    this.#streams.set(id, stream);
    this.#sending.request(stream, request);
  }

  /** Ends requests that began before an instant: the other side is told that nobody waits for them any more. */
  sweep(before: number): void {
    for (const stream of this.#streams.values()) {
      if (stream.since >= before) break; // a map keeps the order in which they began
      this.#sending.put(numberFrame(FRAME.reset, stream.id, CODE.cancel));
      this.#finish(stream, { failed: 'no answer in time', again: false });
    }
  }

  /** Asks whether the other side is there; `pong` is called when it is. */
  ping(pong: () => void): void {
    this.#pong = pong;
    this.#sending.put(frame(FRAME.ping, 0, 0, Buffer.alloc(8)));
  }

  /** Bytes that arrived, however they were cut. */
  receive(bytes: Buffer): void {
    if (this.#ended) return;
    try {
      this.#reader.read(bytes, (each) => {
        if (!this.#ended) this.#take(each);
      });
    } catch (error) {
      if (!(error instanceof ConnectionError) && !(error instanceof HeaderBlockError)) throw error;
      this.#sending.put(goodbye(error instanceof ConnectionError ? error.code : CODE.compression));
      this.end(error.message, true);
      return;
    }
    if (this.#ended) return;
    this.#place.changed();
    this.#sending.flush();
  }

  /** It is over, by us or because the socket closed: what was under way is given back. */
  end(why: string, misunderstood = false): void {
    if (this.#ended) return;
    this.#sending.end();
    this.#ended = true;
    this.#leaving = true;
    for (const stream of [...this.#streams.values()]) this.#fail(stream, why);
    this.#place.over(why, misunderstood);
  }

  #take(each: Http2Frame): void {
    if (this.#isFirst && each.type !== FRAME.settings)
      throw new ConnectionError(CODE.protocol, 'it did not begin with its settings');
    this.#isFirst = false;
    this.#answers.mind(each);
    if (each.type === FRAME.data) this.#takeData(each);
    else if (each.type === FRAME.headers || each.type === FRAME.continuation) this.#takeHeaders(each);
    else if (each.type === FRAME.reset) this.#takeReset(each);
    else if (each.type === FRAME.settings) this.#takeSettings(each);
    else if (each.type === FRAME.ping) this.#takePing(each);
    else if (each.type === FRAME.goaway) this.#takeGoAway(each);
    else if (each.type === FRAME.window) this.#takeWindow(each);
    else if (each.type === FRAME.priority) wantSize(each, 5);
    else if (each.type === FRAME.promise)
      throw new ConnectionError(CODE.protocol, 'it pushed, though told not to');
    // Kinds that nobody knows are passed over (section 5.5).
  }

  /** A stream that is open, or null for one that is over; one that was never begun breaks the connection (section 5.1). */
  #stream(id: number): OpenStream | null {
    if (id === 0 || id % 2 === 0 || id >= this.#nextStream)
      throw new ConnectionError(CODE.protocol, 'it spoke of a request that was never made');
    return this.#streams.get(id) ?? null;
  }

  #takeHeaders(each: Http2Frame): void {
    this.#stream(each.stream);
    const said = this.#answers.take(each);
    const stream = said && this.#streams.get(said.stream);
    if (said && stream) this.#hear(stream, said);
  }

  #hear(stream: OpenStream, { status, retryAfter, isEnd }: AnswerHeaders): void {
    const isTrailer = stream.status >= 200;
    // Headers without a status, trailers that do not end, an interim answer that does: malformed (section 8.1.1).
    const isWrong = isTrailer ? !isEnd || status !== 0 : status < 100 || (status < 200 && isEnd);
    if (isWrong) {
      this.#malformed(stream);
      return;
    }
    if (!isTrailer) Object.assign(stream, { status, retryAfter });
    if (isEnd) this.#answered(stream);
  }

  #takeData(each: Http2Frame): void {
    this.#taken += each.length; // padding counts (section 6.9.1)
    if (this.#taken > FIRST_WINDOW)
      throw new ConnectionError(CODE.flowControl, 'it sent more than it was let');
    const stream = this.#stream(each.stream);
    const plain = withoutPadding(each);
    if (this.#taken >= GIVE_BACK) {
      this.#sending.put(numberFrame(FRAME.window, 0, this.#taken));
      this.#taken = 0;
    }
    if (stream && stream.status < 200) this.#malformed(stream);
    else if (stream) this.#takeBody(stream, plain, (each.flags & FLAG.endStream) !== 0);
  }

  /** A stream is closed before its window is used up, so that none need be given back. */
  #takeBody(stream: OpenStream, part: Buffer, isEnd: boolean): void {
    stream.length += part.length;
    const isGood = stream.status < 300;
    if (!isGood) stream.body += part.toString('latin1', 0, Math.max(BODY_KEPT - stream.body.length, 0));
    const isEnough = stream.length >= (isGood ? BODY_BORNE : BODY_KEPT);
    if (isEnough && !isEnd) this.#sending.put(numberFrame(FRAME.reset, stream.id, CODE.cancel));
    if (isEnough || isEnd) this.#answered(stream, { isReset: isEnough && !isEnd });
  }

  #takeReset(each: Http2Frame): void {
    wantSize(each, 4);
    const stream = this.#stream(each.stream);
    if (!stream) return;
    // nginx answers before it has read a body, and resets the request without an error: what came counts.
    if (stream.status >= 200) this.#answered(stream, { isReset: true });
    else if (each.number === CODE.refused) this.#fail(stream, 'the service took no more requests');
    else this.#fail(stream, 'the service broke the request off');
  }

  #takeSettings(each: Http2Frame): void {
    if (each.stream !== 0) throw new ConnectionError(CODE.protocol, 'settings came for a request');
    const isAgreed = (each.flags & FLAG.ack) !== 0; // to ours
    if (isAgreed) wantSize(each, 0);
    if (isAgreed) return;
    this.#bear();
    const grown = this.#settings.read(each.payload);
    for (const stream of this.#streams.values()) widen(stream, grown);
    this.#sending.put(frame(FRAME.settings, FLAG.ack, 0, Buffer.alloc(0)));
    if (grown > 0) this.#sending.waiting();
  }

  #takePing(each: Http2Frame): void {
    wantSize(each, 8);
    if (each.stream !== 0) throw new ConnectionError(CODE.protocol, 'a ping came for a request');
    if ((each.flags & FLAG.ack) === 0) {
      this.#bear();
      this.#sending.put(frame(FRAME.ping, FLAG.ack, 0, each.payload));
      return;
    }
    this.#pong?.();
    this.#pong = null;
  }

  /** What the other side has begun it finishes; the rest, it says, it never looked at (section 6.8). */
  #takeGoAway(each: Http2Frame): void {
    const { last, blamesUs } = readGoodbye(each);
    this.#leaving = true;
    if (blamesUs) this.end('the service did not understand us', true);
    for (const one of [...this.#streams.values()])
      if (one.id > last) this.#fail(one, 'the service said goodbye');
    if (this.#streams.size === 0) this.end('the service said goodbye');
  }

  #takeWindow(each: Http2Frame): void {
    wantSize(each, 4);
    const grown = each.number & LARGEST_WINDOW;
    if (each.stream === 0) {
      if (grown === 0) throw new ConnectionError(CODE.protocol, 'a window grew by nothing');
      widen(this.#sending.window, grown);
    } else {
      const stream = this.#stream(each.stream);
      if (!stream) return;
      if (grown === 0 || stream.window + grown > LARGEST_WINDOW) this.#malformed(stream);
      else stream.window += grown;
    }
    this.#sending.waiting();
  }

  #answered(stream: OpenStream, { isReset = false } = {}): void {
    // It answered before it had all of the body: the rest need not be sent (section 8.1).
    if (stream.rest && !isReset) this.#sending.put(numberFrame(FRAME.reset, stream.id, CODE.none));
    this.#control = 0;
    this.#finish(stream, { status: stream.status, retryAfter: stream.retryAfter, body: stream.body });
  }

  #malformed(stream: OpenStream): void {
    this.#sending.put(numberFrame(FRAME.reset, stream.id, CODE.protocol));
    this.#fail(stream, 'the service answered what is no answer');
  }

  #fail(stream: OpenStream, why: string): void {
    this.#finish(stream, { failed: why, again: true });
  }

  #finish(stream: OpenStream, answer: StreamAnswer): void {
    this.#sending.drop(stream);
    if (!this.#streams.delete(stream.id)) return;
    stream.answer(answer);
    if (this.#leaving && this.#streams.size === 0) this.end('the service said goodbye');
  }

  /** Settings and pings want an answer and bring none: a service sends some, and a flood is no service. */
  #bear(): void {
    this.#control += 1;
    if (this.#control > CONTROL_BORNE)
      throw new ConnectionError(CODE.calm, 'it sent nothing but settings and pings');
  }
}

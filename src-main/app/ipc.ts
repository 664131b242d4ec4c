import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { stickError, toStickError } from '../../src-shared/errors';
import {
  events,
  requests,
  type EventName,
  type EventOf,
  type RequestName,
  type ResponseOf,
} from '../../src-shared/ipc';
import type { z } from 'zod';
import { log } from './log';
import { APP_ORIGIN } from './protocol';
import type { Answerer } from './requests';

/** What a handler is given: the request after validation, with defaults and transforms applied. */
export type ParsedRequest<C extends RequestName> = z.output<(typeof requests)[C]['request']>;

export type Handlers = {
  [C in RequestName]: (payload: ParsedRequest<C>) => Promise<ResponseOf<C>> | ResponseOf<C>;
};

/** A handler of the channel, as far as its schema knows it: the map that it comes from ties the two. */
type AnyHandler = (payload: unknown) => unknown;

/**
 * Answers the window's requests, those of `first` at once, others by what `rest` loads. Every one passes here: the sender must be our own
 * page in its top frame, and the payload must fit its schema. Errors travel as data.
 */
export function answerBy<First extends RequestName>(
  first: Pick<Handlers, First>,
  rest: () => Promise<Omit<Handlers, First>>,
): Answerer {
  const known: Partial<Record<RequestName, unknown>> = first;
  return async (channel, event, payload) => {
    try {
      requireOwnPage(event);
      const parsed = requests[channel].request.safeParse(payload);
      if (!parsed.success) {
        throw stickError('helper/protocol', { message: `${channel}: ${parsed.error.message}` });
      }
      const handlers: Partial<Record<RequestName, unknown>> =
        channel in known ? known : await rest();
      const handler = handlers[channel] as AnyHandler;
      return { ok: true, value: await handler(parsed.data) };
    } catch (thrown) {
      const error = toStickError(thrown);
      log.warn(`${channel}: ${error.message}`, error.detail ?? '');
      return { ok: false, error: error.toData() };
    }
  };
}

function requireOwnPage(event: IpcMainInvokeEvent): void {
  const frame = event.senderFrame;
  const own = frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
  if (!own) throw stickError('helper/protocol', { message: 'a request came from a foreign page' });
}

/** Tells the window something. A payload that doesn't fit its schema is a fault of ours and throws. */
export function tell<C extends EventName>(
  contents: WebContents,
  channel: C,
  payload: EventOf<C>,
): void {
  if (!contents.isDestroyed()) contents.send(channel, events[channel].parse(payload));
}

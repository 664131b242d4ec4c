import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { stickError, toStickError } from '../../src-shared/errors';
import {
  events,
  requests,
  type Answer,
  type EventName,
  type EventOf,
  type RequestName,
  type ResponseOf,
} from '../../src-shared/ipc';
import type { z } from 'zod';
import { log } from './log';
import { APP_ORIGIN } from './protocol';

/** What a handler is given: the request after validation, with defaults and transforms applied. */
export type ParsedRequest<C extends RequestName> = z.output<(typeof requests)[C]['request']>;

export type Handlers = {
  [C in RequestName]: (payload: ParsedRequest<C>) => Promise<ResponseOf<C>> | ResponseOf<C>;
};

/**
 * Answers the window's requests. Every one passes here: the sender must be our own page in its top frame, and the payload must fit its
 * schema. Errors travel as data.
 */
export function answerRequests(handlers: Handlers): void {
  for (const channel of Object.keys(requests) as RequestName[]) answer(channel, handlers);
}

function answer(channel: RequestName, handlers: Handlers): void {
  // The map ties each handler to its schema; here, where any channel may come, only the schema knows.
  const handler = handlers[channel] as (payload: unknown) => unknown;
  ipcMain.handle(channel, async (event, payload: unknown): Promise<Answer<unknown>> => {
    try {
      requireOwnPage(event);
      const parsed = requests[channel].request.safeParse(payload);
      if (!parsed.success) {
        throw stickError('helper/protocol', { message: `${channel}: ${parsed.error.message}` });
      }
      return { ok: true, value: await handler(parsed.data) };
    } catch (thrown) {
      const error = toStickError(thrown);
      log.warn(`${channel}: ${error.message}`, error.detail ?? '');
      return { ok: false, error: error.toData() };
    }
  });
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

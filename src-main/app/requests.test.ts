import { beforeEach, expect, it, vi } from 'vitest';
import type { Answerer } from './requests';

type Handler = (event: unknown, payload: unknown) => Promise<unknown>;
const handlers = new Map<string, Handler>();

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}));
vi.stubGlobal('REQUEST_NAMES', ['app:info', 'drives:list']);
const { takeRequests } = await import('./requests');

beforeEach(() => {
  handlers.clear();
});

function ask(channel: string, payload: unknown): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`nobody takes ${channel}`);
  return handler({}, payload);
}

it('lets what the window asks early wait for who answers', async () => {
  let open: (answerer: Answerer) => void = () => undefined;
  takeRequests(
    new Promise((resolve) => {
      open = resolve;
    }),
  );
  expect([...handlers.keys()]).toEqual(['app:info', 'drives:list']);
  const answers = [ask('app:info', null), ask('drives:list', 7)];
  open((channel, _, payload) => Promise.resolve({ ok: true, value: [channel, payload] }));
  expect(await Promise.all(answers)).toEqual([
    { ok: true, value: ['app:info', null] },
    { ok: true, value: ['drives:list', 7] },
  ]);
});

it('fails what is asked where nobody will answer', async () => {
  const failed = Promise.reject(new Error('the program can’t be loaded'));
  takeRequests(failed);
  await expect(ask('app:info', null)).rejects.toThrow('can’t be loaded');
});

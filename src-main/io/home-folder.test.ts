import { userInfo } from 'node:os';
import { afterEach, expect, it, vi } from 'vitest';
import { homeFolder } from './home-folder';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('is what HOME says', () => {
  vi.stubEnv('HOME', '/some where/ü');
  expect(homeFolder()).toBe('/some where/ü');
});

it.each(['', 'relative/home'])('is that of the user list when HOME is %j', (home) => {
  vi.stubEnv('HOME', home);
  expect(homeFolder()).toBe(userInfo().homedir);
});

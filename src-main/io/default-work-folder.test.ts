import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { defaultWorkFolder } from './default-work-folder';

describe('the usual work folder', () => {
  it('is beside a portable executable', () => {
    const environment = { PORTABLE_EXECUTABLE_DIR: '/media/stick', XDG_CACHE_HOME: '/cache' };
    expect(defaultWorkFolder(environment, 'linux')).toBe('/media/stick/sticksmith-data/work');
  });

  it('is in the cache folder on Linux, whatever Windows’ variables say', () => {
    const environment = { XDG_CACHE_HOME: '/cache', LOCALAPPDATA: '/local' };
    expect(defaultWorkFolder(environment, 'linux')).toBe('/cache/sticksmith/work');
  });

  it.each([undefined, 'relative', ''])(
    'is in the home folder for a cache folder of %j',
    (cache) => {
      expect(defaultWorkFolder({ XDG_CACHE_HOME: cache }, 'linux')).toBe(
        `${homedir()}/.cache/sticksmith/work`,
      );
    },
  );

  it('is in the user’s local folder on Windows', () => {
    const environment = { XDG_CACHE_HOME: '/cache', LOCALAPPDATA: '/local' };
    expect(defaultWorkFolder(environment, 'win32')).toBe('/local/Sticksmith');
  });

  it.each([undefined, 'relative', ''])(
    'is where that folder usually lies on Windows for one of %j',
    (local) => {
      expect(defaultWorkFolder({ LOCALAPPDATA: local }, 'win32')).toBe(
        `${homedir()}/AppData/Local/Sticksmith`,
      );
    },
  );
});

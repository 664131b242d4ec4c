import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { dataFolder } from './data-folder';

describe('the data folder', () => {
  it('is in the folder for settings on Linux, whatever Windows’ variables say', () => {
    const environment = { XDG_CONFIG_HOME: '/config', APPDATA: '/roaming' };
    expect(dataFolder(environment, 'linux')).toBe('/config/sticksmith');
  });

  it('is in the user’s folder for programs’ data on Windows', () => {
    const environment = { XDG_CONFIG_HOME: '/config', APPDATA: '/roaming' };
    expect(dataFolder(environment, 'win32')).toBe('/roaming/sticksmith');
  });

  it.each([undefined, 'relative', ''])('is in the home folder for a variable of %j', (folder) => {
    expect(dataFolder({ XDG_CONFIG_HOME: folder }, 'linux')).toBe(
      `${homedir()}/.config/sticksmith`,
    );
    expect(dataFolder({ APPDATA: folder }, 'win32')).toBe(
      `${homedir()}/AppData/Roaming/sticksmith`,
    );
  });

  it('is beside a portable executable', () => {
    const environment = { PORTABLE_EXECUTABLE_DIR: '/media/stick', XDG_CONFIG_HOME: '/config' };
    expect(dataFolder(environment, 'linux')).toBe('/media/stick/sticksmith-data');
  });
});

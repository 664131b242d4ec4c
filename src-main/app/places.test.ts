import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlaces } from './places';

const beside = (folder: string) => ({
  data: join(folder, 'sticksmith-data'),
  work: join(folder, 'sticksmith-data', 'work'),
});

describe('the places of the program’s own files', () => {
  it('are beside a portable executable', () => {
    expect(findPlaces(() => '/user', { PORTABLE_EXECUTABLE_DIR: '/media/stick' })).toEqual(
      beside('/media/stick'),
    );
  });

  it('are where a test wants them, also of a portable executable', () => {
    const environment = { STICKSMITH_DATA: '/test', PORTABLE_EXECUTABLE_DIR: '/media/stick' };
    expect(findPlaces(() => '/user', environment)).toEqual(beside('/test'));
  });

  it('are beside a portable executable, too, when a variable for tests is empty', () => {
    const environment = { STICKSMITH_DATA: '', PORTABLE_EXECUTABLE_DIR: '/media/stick' };
    expect(findPlaces(() => '/user', environment)).toEqual(beside('/media/stick'));
  });

  it('are the system’s for an installed program', () => {
    const environment = {
      XDG_CONFIG_HOME: '/config',
      XDG_CACHE_HOME: '/cache',
      PORTABLE_EXECUTABLE_DIR: '',
    };
    expect(findPlaces(() => '/user', environment)).toEqual({
      data: join('/config', 'sticksmith'),
      work: join('/cache', 'sticksmith', 'work'),
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Wine, whyNoWine } from './test-support/wine';

const missing = await whyNoWine();
if (missing !== null) console.warn(`Windows code isn’t run: ${missing}.`);

describe.skipIf(missing !== null)('Windows code under Wine', () => {
  let wine: Wine;
  let results: Record<string, unknown> = {};

  beforeAll(async () => {
    wine = await Wine.start();
    // The helper takes Windows' functions from its start on.
    await wine.addKoffi();
    await wine.bundle({
      'wine-script': 'src-main/host/win32/test-support/wine-script.ts',
      helper: 'src-main/helper/main.ts',
    });
    results = (await wine.run('wine-script')) as Record<string, unknown>;
  });

  afterAll(() => wine.end());

  it('finds Windows’ programs in Windows’ folders only', () => {
    expect(results['programs']).toEqual({
      system: expect.stringMatching(/^C:\\windows\\system32$/i) as string,
      reg: expect.stringMatching(/^C:\\windows\\system32\\reg\.exe$/i) as string,
      missing: 'tool/missing',
      codePage: 437,
    });
  });

  it('hands hostile arguments to a program, and leaves no files', () => {
    // reg prints the OEM code page, 437 here, which has no Chinese characters: as on Windows, question marks stand for them.
    const missed = [['便携 Größe', '?? Größe']];
    expect(results['arguments']).toEqual({ missed, left: [] });
  });

  it('says when a program fails', () => {
    expect(results['failure']).toBe('tool/failed');
  });

  // Wine's taskkill doesn't know /T: that what the program started ends with it, only a real Windows can show.
  it('ends a cancelled program', () => {
    expect(results['cancel']).toEqual({ code: 'cancelled', soon: true, left: [] });
  });

  it('takes back what a process left', () => {
    expect(results['journal']).toEqual({
      before: 'nothing thrown',
      undone: ['delete left'],
      after: 'tool/failed',
      left: [],
    });
  });

  // Links, junctions and mounted folders, only a real Windows can show.
  it('handles files by Windows’ paths', () => {
    expect(results['files']).toEqual({
      kinds: ['file', 'file', 'folder', null],
      one: 'one',
      moved: 'two!\0\0\0\0\0',
      outside: expect.stringContaining('RangeError') as string,
      left: [],
    });
  });

  it('opens the place for elevated work', () => {
    expect(results['workPlace']).toEqual({
      programFiles: 'C:\\Program Files',
      folder: 'C:\\Program Files\\Sticksmith\\work',
      leftovers: { undone: [], failed: [] },
      left: [],
    });
  });

  it('speaks with the helper over a named pipe', () => {
    expect(results['helper']).toEqual({ answer: 'helper/protocol', after: 'helper/protocol' });
  });

  it('has the helper make an image file', () => {
    expect(results['image']).toEqual({
      unfinished: ['Größe 便携', 'stick.img.unfinished'],
      isRight: true,
      left: ['Größe 便携', 'stick.img'],
    });
  });

  it('lets nobody without the token be the helper', () => {
    expect(results['impostor']).toBe('helper/protocol');
  });
});

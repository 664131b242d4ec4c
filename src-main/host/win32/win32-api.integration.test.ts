import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Wine, whyNoWine } from './test-support/wine';

const missing = await whyNoWine();
if (missing !== null) console.warn(`Windows’ functions aren’t called: ${missing}.`);

describe.skipIf(missing !== null)('Windows’ functions, under Wine', () => {
  let wine: Wine;

  beforeAll(async () => {
    wine = await Wine.start();
    await wine.addKoffi();
    await wine.bundle({ probe: 'src-main/host/win32/test-support/win32-api-probe.ts' });
  });

  afterAll(() => wine.end());

  it('do what drives need of them', async () => {
    const found = await wine.run('probe');
    expect(found).toEqual({
      missing: 'CreateFileW 2',
      shared: 'CreateFileW 32',
      'final path': expect.stringMatching(
        /^\\\\\?\\Volume\{[0-9a-f-]{36}\}\\.*\\probe-[^\\]+\\Grüße 内部\.bin$/,
      ) as string,
      'written at once': true,
      'past the end': 'NtReadFile 38',
      'over the end': 'NtReadFile 38',
      closed: 'GetFinalPathNameByHandleW 6',
      'without the right': 'NtWriteFile 5',
      programs: [],
      room: true,
      'a letter that is not there': null,
      // As are the runners of GitHub, and whoever may open a volume as the next line does.
      elevated: true,
      volume: { isDisk: true, lockReply: 0 },
    });
  });
});

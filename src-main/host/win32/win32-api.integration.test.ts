import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lackForWine, runUnderWine } from './test-support/wine-with-koffi';

describe('Windows’ functions, under Wine', () => {
  it('do what drives need of them', async (context) => {
    const lack = await lackForWine();
    if (lack !== null) {
      console.log(`Not tested: ${lack}`);
      context.skip(lack);
    }
    const found = await runUnderWine(join(__dirname, 'test-support', 'win32-api-probe.ts'));
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
      volume: { isDisk: true, lockReply: 0 },
    });
  });
});

import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runTool } from '../host/run-tool';

const PAGE = resolve(__dirname, '../../docs/sticksmith.1');

describe('the man page', () => {
  it('is without fault for man', async () => {
    const { stderr } = await runTool('man', ['--warnings', '-l', PAGE], {
      env: { MANWIDTH: '80' },
    });
    expect(stderr).toBe('');
  });

  it('is without fault for mandoc, but for its date, which it doesn’t have', async () => {
    const { stdout } = await runTool('mandoc', ['-T', 'lint', PAGE], { okCodes: [0, 1, 2] });
    const complaints = stdout.split('\n').filter((line) => line !== '');
    expect(complaints).toEqual([expect.stringContaining('missing date')]);
  });
});

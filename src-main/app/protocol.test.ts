import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { pageFile } = await import('./protocol');

describe('pageFile', () => {
  it('finds pages in the folder', () => {
    expect(pageFile('/app/renderer', 'sticksmith://app/index.html')).toBe(
      '/app/renderer/index.html',
    );
    expect(pageFile('/app/renderer', 'sticksmith://app/assets/a%20b.js')).toBe(
      '/app/renderer/assets/a b.js',
    );
  });

  it.each([
    'sticksmith://app/%2e%2e/%2e%2e/etc/passwd',
    'sticksmith://app/..%2f..%2fetc%2fpasswd',
    'sticksmith://app/',
    'sticksmith://other/index.html',
    'sticksmith://app/%00index.html',
    'sticksmith://app/%zz',
    'not an address',
  ])('gives nothing for %s', (address) => {
    const file = pageFile('/app/renderer', address);
    expect(file === null || file.startsWith('/app/renderer/')).toBe(true);
    expect(file).not.toBe('/etc/passwd');
  });
});

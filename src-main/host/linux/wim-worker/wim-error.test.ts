import { describe, expect, it } from 'vitest';
import { wimError, type WimFailure } from './wim-error';

function failure(more: Partial<WimFailure>): WimFailure {
  return {
    code: 0,
    text: 'General text',
    log: '',
    wimPath: '/x/install.wim',
    index: 3,
    imageCount: 2,
    opening: false,
    ...more,
  };
}

describe('wimError', () => {
  it.each([
    [17, 'wim/header'],
    [43, 'wim/header'],
    [20, 'wim/hash-table'],
    [36, 'wim/hash-table'],
    [73, 'wim/xml'],
    [18, 'wim/edition-missing'],
    [47, 'image/unreadable'],
    [74, 'wim/unsupported'],
    [76, 'cancelled'],
    [28, 'wim/apply'],
    [46, 'wim/apply'],
    [9999, 'wim/apply'],
  ])('turns libwim’s error %i into %s', (code, expected) => {
    expect(wimError(failure({ code })).code).toBe(expected);
  });

  it('calls a file that ends too soon a bad header only while it is being opened', () => {
    expect(wimError(failure({ code: 65, opening: true })).code).toBe('wim/header');
    expect(wimError(failure({ code: 65 })).code).toBe('wim/apply');
  });

  it('quotes the first thing that libwim complained about and keeps the rest as detail', () => {
    const log =
      '[WARNING] odd\n[ERROR] The data is corrupt.\n        more\n[ERROR] So I stopped.\n';
    const error = wimError(failure({ code: 28, log }));
    expect(error.params).toEqual({ message: 'The data is corrupt.' });
    expect(error.detail).toContain('So I stopped.');
    expect(error.detail).toContain('wimlib error 28');
  });

  it('falls back to the general text', () => {
    expect(wimError(failure({ code: 28 })).params).toEqual({ message: 'General text' });
  });

  it('names the edition asked for and how many there are', () => {
    expect(wimError(failure({ code: 18 })).params).toEqual({ index: 3, available: 2 });
  });
});

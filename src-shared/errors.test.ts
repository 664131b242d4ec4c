import { describe, expect, it } from 'vitest';
import {
  errorCatalogue,
  ExitCode,
  fillIn,
  StickError,
  StickErrorDataSchema,
  stickError,
  toStickError,
} from './errors';

describe('the error catalogue', () => {
  it('gives every error a cause, a next step and a known exit code', () => {
    for (const [code, text] of Object.entries(errorCatalogue)) {
      expect(text.what, code).toMatch(/\S.*[.…]$/);
      expect(text.next.length, code).toBeGreaterThan(10);
      expect(ExitCode, code).toHaveProperty(text.exit);
    }
  });

  it('uses no exclamation marks', () => {
    expect(JSON.stringify(errorCatalogue)).not.toContain('!');
  });
});

describe('a StickError', () => {
  it('survives the way through another process with code, parameters, state and detail', () => {
    const error = stickError(
      'target/too-small',
      { target: '/dev/sdb', needed: 20, actual: 10 },
      { stick: 'untouched', detail: 'more' },
    );
    const received = new StickError(
      StickErrorDataSchema.parse(JSON.parse(JSON.stringify(error.toData()))),
    );
    expect(received.toData()).toEqual({
      code: 'target/too-small',
      params: { target: '/dev/sdb', needed: 20, actual: 10 },
      stick: 'untouched',
      detail: 'more',
    });
    expect(received.exitCode).toBe(3);
  });

  it('keeps its cause when the state of the stick becomes known', () => {
    const cause = new Error('EIO');
    const error = stickError('io/write', { path: 'x', offset: 1, message: 'EIO' }, { cause });
    const later = error.withStick('unfinished');
    expect(later.stick).toBe('unfinished');
    expect(later.cause).toBe(cause);
  });
});

describe('toStickError', () => {
  it('passes a StickError on as it is', () => {
    const error = stickError('cancelled', {});
    expect(toStickError(error)).toBe(error);
  });

  it('takes an abort for a cancellation', () => {
    const abort = new AbortController();
    abort.abort();
    expect(toStickError(abort.signal.reason).code).toBe('cancelled');
  });

  it('calls anything else internal and keeps its message', () => {
    expect(toStickError(new TypeError('x is undefined'), 'unknown').toData()).toMatchObject({
      code: 'internal',
      params: { message: 'x is undefined' },
      stick: 'unknown',
    });
    expect(toStickError('just text').params).toEqual({ message: 'just text' });
  });
});

describe('fillIn', () => {
  it('replaces names and sizes and leaves unknown names visible', () => {
    const text = fillIn(
      '{a} of {b:bytes}, {c}',
      { a: 'one', b: 1000 },
      (bytes) => `<${String(bytes)}>`,
    );
    expect(text).toBe('one of <1000>, {c}');
  });
});

import { expect } from 'vitest';

/*
 * For vitest two buffers are two lists of numbers, which costs some seconds of a processor's time for each MiB. Two of
 * one kind are equal when their bytes are.
 */
expect.addEqualityTesters([
  (one, other) =>
    one instanceof Uint8Array &&
    other instanceof Uint8Array &&
    one.constructor === other.constructor
      ? Buffer.compare(one, other) === 0
      : undefined,
]);

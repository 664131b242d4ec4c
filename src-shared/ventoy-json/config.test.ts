import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VentoyConfigSchema } from './config';
import { plainConfig } from './testing';

describe('VentoyConfigSchema', () => {
  it('takes configs as they are', () => {
    fc.assert(
      fc.property(plainConfig, (config) => {
        expect(VentoyConfigSchema.parse(config)).toEqual(config);
      }),
    );
  });

  it.each([
    ['a list', []],
    ['a text', '{}'],
    ['undefined inside', { a: [undefined] }],
    ['a date', { a: new Date(0) }],
    ['a number that is none', { a: NaN }],
    ['a map', { a: new Map() }],
    ['more than 1 MiB', { a: 'x'.repeat(1024 * 1024) }],
  ])('refuses %s', (_, value) => {
    expect(VentoyConfigSchema.safeParse(value).success).toBe(false);
  });

  it('can be part of a JSON Schema, as recipes need', () => {
    expect(z.toJSONSchema(VentoyConfigSchema, { io: 'input' })).toMatchObject({ type: 'object' });
  });

  it('refuses what is nested too deeply, and a ring', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(VentoyConfigSchema.safeParse({ deep }).success).toBe(false);
    const ring: Record<string, unknown> = {};
    ring['a'] = ring;
    expect(VentoyConfigSchema.safeParse(ring).success).toBe(false);
  });
});

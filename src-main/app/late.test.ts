import { describe, expect, it, vi } from 'vitest';
import { Late } from './late';

describe('Late', () => {
  it('loads once, and only when it is asked for', async () => {
    const load = vi.fn(() => Promise.resolve({ ready: true }));
    const late = new Late(load);
    expect(late.value).toBeNull();
    expect(load).not.toHaveBeenCalled();
    const [one, other] = await Promise.all([late.get(), late.get()]);
    expect(one).toBe(other);
    expect(late.value).toBe(one);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says why it can’t be loaded to everyone who asks', async () => {
    const late = new Late(() => Promise.reject(new Error('damaged')));
    await expect(late.get()).rejects.toThrow('damaged');
    await expect(late.get()).rejects.toThrow('damaged');
    expect(late.value).toBeNull();
  });
});

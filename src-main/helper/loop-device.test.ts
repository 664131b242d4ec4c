import { describe, expect, it } from 'vitest';
import { parseLoopList } from './loop-device';

const attached = {
  name: '/dev/loop0',
  'back-ino': 42,
  'back-maj:min': '254:1  ',
  offset: 0,
  sizelimit: 1024,
};

describe('the list of losetup', () => {
  it('tells what lies behind a device, in bytes', () => {
    const text = JSON.stringify({ loopdevices: [attached] });
    expect(parseLoopList(text)).toEqual([{ ...attached, 'back-maj:min': '254:1' }]);
  });

  it('may hold a device that is just being detached', () => {
    const going = { ...attached, name: '/dev/loop3', 'back-ino': null, 'back-maj:min': null };
    const text = JSON.stringify({ loopdevices: [going, attached] });
    expect(parseLoopList(text).map((device) => device['back-maj:min'])).toEqual([null, '254:1']);
  });

  it('is empty without any device', () => {
    expect(parseLoopList('\n')).toEqual([]);
  });
});

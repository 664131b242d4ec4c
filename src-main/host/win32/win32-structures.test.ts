import fc from 'fast-check';
import koffi from 'koffi';
import { describe, expect, it } from 'vitest';
import {
  RM_PROCESS_INFO_BYTES,
  VOLUME_DISK_EXTENTS_BYTES,
  decodeDiskExtents,
  decodeDiskNumber,
  decodeLength,
  decodePrograms,
} from './win32-structures';

/** The structures as Windows' headers declare them, laid out by koffi: it knows nothing of our offsets. */
const Extent = koffi.struct({ disk: 'uint32_t', offset: 'int64_t', length: 'int64_t' });
const Extents = koffi.struct({ count: 'uint32_t', extents: koffi.array(Extent, 16) });
const DeviceNumber = koffi.struct({ type: 'uint32_t', number: 'uint32_t', partition: 'uint32_t' });
const FileTime = koffi.struct({ low: 'uint32_t', high: 'uint32_t' });
const UniqueProcess = koffi.struct({ id: 'uint32_t', started: FileTime });
const ProcessInfo = koffi.struct({
  process: UniqueProcess,
  name: koffi.array('char16_t', 256),
  service: koffi.array('char16_t', 64),
  kind: 'int',
  status: 'uint32_t',
  session: 'uint32_t',
  restartable: 'int',
});

type Type = Parameters<typeof koffi.sizeof>[0];
function encoded(type: Type, value: unknown): Buffer {
  const bytes = Buffer.alloc(koffi.sizeof(type));
  koffi.encode(bytes, type, value);
  return bytes;
}
const units = (text: string, length: number) =>
  Array.from({ length }, (_, index) => text.charCodeAt(index) || 0);

describe('what Windows answers', () => {
  it('has the sizes that a compiler gives it', () => {
    expect(koffi.sizeof(ProcessInfo)).toBe(RM_PROCESS_INFO_BYTES);
    expect(koffi.sizeof(Extents)).toBe(VOLUME_DISK_EXTENTS_BYTES);
  });

  it('tells the disks of a volume', () => {
    const extent = fc.record({
      disk: fc.nat(0xffff),
      offset: fc.bigInt({ min: 0n, max: 2n ** 53n }),
      length: fc.bigInt({ min: 0n, max: 2n ** 53n }),
    });
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 16 }), (extents) => {
        const none = { disk: 0, offset: 0n, length: 0n };
        const padded = [...extents, ...Array.from({ length: 16 - extents.length }, () => none)];
        const reply = encoded(Extents, { count: extents.length, extents: padded });
        expect(decodeDiskExtents(reply)).toEqual(extents);
      }),
    );
  });

  it('is not read past its end', () => {
    const reply = Buffer.alloc(8 + 24);
    reply.writeUInt32LE(2);
    expect(() => decodeDiskExtents(reply)).toThrow(RangeError);
    expect(() => decodeDiskExtents(Buffer.alloc(0))).toThrow(RangeError);
    expect(() => decodePrograms(Buffer.alloc(RM_PROCESS_INFO_BYTES), 2)).toThrow(RangeError);
  });

  it('tells the number of a disk, and of nothing else', () => {
    const reply = (type: number) => encoded(DeviceNumber, { type, number: 3, partition: 0 });
    expect(decodeDiskNumber(reply(7))).toBe(3);
    expect(decodeDiskNumber(reply(2))).toBeNull();
  });

  it('tells the length of a disk beyond 4 GiB', () => {
    const reply = Buffer.alloc(8);
    reply.writeBigInt64LE(2_000_398_934_016n);
    expect(decodeLength(reply)).toBe(2_000_398_934_016);
  });

  it('tells programs by their names, and services that have none by theirs', () => {
    const record = (id: number, name: string, service: string) =>
      encoded(ProcessInfo, {
        process: { id, started: { low: 1, high: 2 } },
        name: units(name, 256),
        service: units(service, 64),
        kind: 1000,
        status: 1,
        session: 1,
        restartable: 0,
      });
    const records = Buffer.concat([
      record(42, 'Grüße 内部 – Editor', ''),
      record(7, '', 'WSearch'),
      record(8, '', ''),
    ]);
    expect(decodePrograms(records, 3)).toEqual([
      { processId: 42, name: 'Grüße 内部 – Editor' },
      { processId: 7, name: 'WSearch' },
      { processId: 8, name: '' },
    ]);
  });
});

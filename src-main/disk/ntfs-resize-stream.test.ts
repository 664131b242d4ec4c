import { describe, expect, it } from 'vitest';
import { FileSystemError } from './file-system-error';
import { decodeRecord } from './ntfs-record';
import { resizeStream } from './ntfs-resize-stream';
import { decodeRuns, type Run } from './ntfs-runs';

const CLUSTER = 4096;
/** The record of $Bitmap on a volume of 200 MB that mkntfs made, without the zeros at its end. */
const BITMAP_RECORD = `
  46494c4530000300 0000000000000000 0600010038000100 5001000000040000
  0000000000000000 0300000006000000 0200000000000000 1000000060000000
  0000180000000000 4800000018000000 004159195f7cdd01 004159195f7cdd01
  004159195f7cdd01 004159195f7cdd01 0600000000000000 0000000000000000
  0000000000010000 0000000000000000 0000000000000000 3000000068000000
  0000180000000200 5000000018000100 0500000000000500 004159195f7cdd01
  004159195f7cdd01 004159195f7cdd01 004159195f7cdd01 0020000000000000
  0019000000000000 0600000000000000 0703240042006900 74006d0061007000
  8000000048000000 0100400000000100 0000000000000000 0100000000000000
  4000000000000000 0020000000000000 0019000000000000 0019000000000000
  2102071900000000 ffffffff00000000`;

function bitmapRecord(): Buffer {
  const record = Buffer.alloc(1024);
  Buffer.from(BITMAP_RECORD.replaceAll(/\s/g, ''), 'hex').copy(record);
  for (const at of [510, 1022]) record.writeUInt16LE(2, at);
  return record;
}

const OLD_RUN: Run = { vcn: 0, lcn: 0x1907, clusters: 2 };

function shape(runs: Run[]) {
  return { runs, clusterBytes: CLUSTER, dataBytes: 9000, initializedBytes: 9000 };
}

describe('a stream that is given other runs', () => {
  it('has them and its sizes, and all else in the record stays as it was', () => {
    const record = bitmapRecord();
    const before = decodeRecord(record, 'before');
    const runs = [OLD_RUN, { vcn: 2, lcn: 70_000, clusters: 300 }];
    resizeStream(record, '', shape(runs), 'the record');
    const after = decodeRecord(record, 'after');
    const [data] = after?.attributes.slice(-1) ?? [];
    if (!data || data.resident) throw new Error('the stream is gone');
    expect(decodeRuns(data.mappingPairs, 0, 100_000)).toEqual(runs);
    expect(data.dataBytes).toBe(9000);
    expect(data.initializedBytes).toBe(9000);
    expect(after?.attributes.slice(0, -1)).toEqual(before?.attributes.slice(0, -1));
    // Highest VCN and allocated bytes; then the end of the attributes and of what is used.
    expect(record.readBigUInt64LE(0x100 + 24)).toBe(301n);
    expect(record.readBigUInt64LE(0x100 + 40)).toBe(302n * 4096n);
    const used = record.readUInt32LE(24);
    expect(record.subarray(used - 8, used - 4).toString('hex')).toBe('ffffffff');
  });

  it('is protected by the next check number', () => {
    const record = bitmapRecord();
    resizeStream(record, '', shape([OLD_RUN]), 'the record');
    expect([48, 510, 1022].map((at) => record.readUInt16LE(at))).toEqual([3, 3, 3]);
    for (const at of [48, 510, 1022]) record.writeUInt16LE(0xfffe, at);
    resizeStream(record, '', shape([OLD_RUN]), 'the record');
    expect([48, 510, 1022].map((at) => record.readUInt16LE(at))).toEqual([1, 1, 1]);
  });

  it('is refused where the record has no room for them or no such stream', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ vcn: i, lcn: i * 1000, clusters: 1 }));
    expect(() => {
      resizeStream(bitmapRecord(), '', shape(many), 'the record');
    }).toThrow(new FileSystemError('the record has no room for more runs'));
    expect(() => {
      resizeStream(bitmapRecord(), '$Bad', shape([OLD_RUN]), 'the record');
    }).toThrow(new FileSystemError('the record lacks the stream “$Bad”'));
  });

  it('is refused where the record was not written whole', () => {
    const record = bitmapRecord();
    record.writeUInt16LE(7, 1022);
    expect(() => {
      resizeStream(record, '', shape([OLD_RUN]), 'the record');
    }).toThrow(FileSystemError);
  });
});

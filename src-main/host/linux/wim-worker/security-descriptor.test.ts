import { describe, expect, it } from 'vitest';
import {
  folderDescriptor,
  privateFileDescriptor,
  systemFileDescriptor,
  systemFolderDescriptor,
} from './security-descriptor';

const SYSTEM = '010100000000000512000000';
const ADMINISTRATORS = '01020000000000052000000020020000';
const USERS = '01020000000000052000000021020000';

describe('privateFileDescriptor', () => {
  it('is, byte for byte, O:BAG:BAD:P(A;;FA;;;SY)(A;;FA;;;BA)', () => {
    expect(privateFileDescriptor().toString('hex')).toBe(
      // Revision, control, offsets of owner, group, SACL and DACL.
      '0100049048000000580000000000000014000000' +
        '0200340002000000' +
        `00001400ff011f00${SYSTEM}` +
        `00001800ff011f00${ADMINISTRATORS}` +
        `${ADMINISTRATORS}${ADMINISTRATORS}`,
    );
  });
});

describe('folderDescriptor', () => {
  it('is, byte for byte, O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)', () => {
    expect(folderDescriptor().toString('hex')).toBe(
      '0100049060000000700000000000000014000000' +
        '02004c0003000000' +
        `00031400ff011f00${SYSTEM}` +
        `00031800ff011f00${ADMINISTRATORS}` +
        `00031800a9001200${USERS}` +
        `${ADMINISTRATORS}${ADMINISTRATORS}`,
    );
  });
});

describe('systemFolderDescriptor', () => {
  it('is, byte for byte, O:SYG:SYD:PAI(A;OICI;FA;;;SY)', () => {
    expect(systemFolderDescriptor().toString('hex')).toBe(
      '01000494300000003c0000000000000014000000' +
        '02001c0001000000' +
        `00031400ff011f00${SYSTEM}` +
        `${SYSTEM}${SYSTEM}`,
    );
  });
});

describe('systemFileDescriptor', () => {
  it('is, byte for byte, O:SYG:SYD:AI(A;ID;FA;;;SY)', () => {
    expect(systemFileDescriptor().toString('hex')).toBe(
      '01000484300000003c0000000000000014000000' +
        '02001c0001000000' +
        `00101400ff011f00${SYSTEM}` +
        `${SYSTEM}${SYSTEM}`,
    );
  });
});

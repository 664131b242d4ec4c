import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHive } from '../hive/decode';
import { encodeHive } from '../hive/encode';
import { HiveError, subkey, valueOf } from '../hive/tree';
import { buildBcd, type BcdRequest } from './build';
import { readBcd } from './decode';
import { decodeDevice, encodeDevice, type BcdDevice } from './device';
import { encodeStore } from './encode';
import { findObject, valueOfElement, type BcdStore } from './store';

const diskGuid = '00112233-4455-6677-8899-aabbccddeeff';
const efiPartitionGuid = '11111111-2222-3333-4444-555555555555';
const windowsPartitionGuid = 'a1b2c3d4-e5f6-0718-293a-4b5c6d7e8f90';

function gptDevices(
  disk: string,
  efi: string,
  windows: string,
): Pick<BcdRequest, 'system' | 'windows'> {
  const device: BcdDevice = { kind: 'gpt', diskGuid: disk, partitionGuid: windows };
  const system: BcdDevice = { kind: 'gpt', diskGuid: disk, partitionGuid: efi };
  return { system, windows: { device, osDevice: device } };
}

const request: BcdRequest = {
  platform: 'uefi',
  ...gptDevices(diskGuid, efiPartitionGuid, windowsPartitionGuid),
  locale: 'de-DE',
  description: 'Windows 11 Pro für Köche 厨师',
  loaderGuid: '0a0b0c0d-0102-0304-0506-070809101112',
  resumeGuid: '0a0b0c0d-0102-0304-0506-070809101113',
  hasMemtest: true,
};
const bootManager = '9dea862c-5cdd-4e70-acc1-f32b344d4795';
const zeros = (bytes: number): string => '00'.repeat(bytes);

/** The stored type and bytes of one element, read from the hive below the store's own reader. */
function stored(bytes: Buffer, guid: string, element: string): [number, string] | undefined {
  const objects = subkey(decodeHive(bytes), 'Objects');
  const object = objects && subkey(objects, `{${guid}}`);
  const elements = object && subkey(object, 'Elements');
  const key = elements && subkey(elements, element);
  const value = key && valueOf(key, 'Element');
  return value && [value.type, value.data.toString('hex')];
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('hex');

describe('a device element', () => {
  it.each<[string, BcdDevice, string]>([
    [
      'a GPT partition',
      {
        kind: 'gpt',
        diskGuid,
        partitionGuid: windowsPartitionGuid,
      },
      zeros(16) +
        '06000000000000004800000000000000' +
        'd4c3b2a1f6e51807293a4b5c6d7e8f90' +
        '0000000000000000' +
        '33221100554477668899aabbccddeeff' +
        zeros(16),
    ],
    [
      'an MBR partition',
      { kind: 'mbr', diskSignature: 0xddba6bbb, partitionOffset: 0x13d00000n },
      zeros(16) +
        '06000000000000004800000000000000' +
        '0000d01300000000' +
        zeros(8) +
        '0000000001000000' +
        'bb6bbadd' +
        zeros(12) +
        zeros(16),
    ],
    ['boot', { kind: 'boot' }, zeros(16) + '05000000000000004800000000000000' + zeros(56)],
    [
      'locate by path',
      { kind: 'locate', path: '\\Win' },
      zeros(16) +
        '08000000000000002600000000000000' +
        '010000000000000000000000' +
        '5c00570069006e000000',
    ],
    [
      'locate by element',
      { kind: 'locate-element', element: 0x22000002 },
      zeros(16) + '08000000000000001e00000000000000' + '0000000002000022' + zeros(6),
    ],
    [
      'a virtual disk in a GPT partition',
      {
        kind: 'vhd',
        parent: { kind: 'gpt', diskGuid, partitionGuid: windowsPartitionGuid },
        path: '\\w.vhdx',
        element: 0x22000002,
      },
      // Locate by element, with a parent 30 bytes from the type.
      zeros(16) +
        '0800000000000000be00000000000000' +
        '00000000020000221e0000000000' +
        // The disk, the file in it, and its place.
        ('0000000000000000a000000000000000' + '06000000' + zeros(20)) +
        ('00000000000000007800000000000000' + '05000000') +
        ('01000000' + '64000000' + '05000000') +
        '06000000000000004800000000000000' +
        'd4c3b2a1f6e51807293a4b5c6d7e8f90' +
        '0000000000000000' +
        '33221100554477668899aabbccddeeff' +
        zeros(16) +
        utf16('\\w.vhdx\0'),
    ],
  ])('for %s has the bytes that Windows writes', (_, device, hex) => {
    expect(encodeDevice(device).toString('hex')).toBe(hex);
    expect(decodeDevice(Buffer.from(hex, 'hex'))).toEqual(device);
  });

  it('for a virtual disk on the boot partition has as many bytes as bcdedit writes', () => {
    const device: BcdDevice = {
      kind: 'vhd',
      parent: { kind: 'boot' },
      path: '\\wtg.vhdx',
      element: 0x12000002,
    };
    expect(encodeDevice(device)).toHaveLength(210);
  });

  it('for a virtual disk is read back, and not when one of its sizes or kinds is another', () => {
    const parent = { kind: 'mbr', diskSignature: 7, partitionOffset: 0x14000000n } as const;
    fc.assert(
      fc.property(fc.stringMatching(/^\\[\wäß厨 .-]{1,60}$/), fc.nat(1), (path, which) => {
        const element = which === 0 ? 0x12000002 : 0x22000002;
        const device: BcdDevice = { kind: 'vhd', parent, path, element };
        const bytes = encodeDevice(device);
        expect(decodeDevice(bytes)).toEqual(device);
        for (const at of [32, 40, 54, 62, 94, 102, 106, 110, 114]) {
          const damaged = Buffer.from(bytes);
          damaged.writeUInt8(damaged.readUInt8(at) ^ 0x40, at);
          expect(decodeDevice(damaged).kind).toBe('unknown');
        }
      }),
    );
  });

  it('of a kind that is not known is kept as it is', () => {
    const vhd = Buffer.from(
      zeros(16) + '08000000000000002e00000000000000' + '00000000020000121e000000' + zeros(18),
      'hex',
    );
    const device = decodeDevice(vhd);
    expect(device).toEqual({ kind: 'unknown', type: 8, data: vhd });
    const store: BcdStore = {
      objects: [
        {
          guid: bootManager,
          type: 0x10100002,
          elements: [{ id: 0x11000001, value: { format: 'device', device } }],
        },
      ],
    };
    expect(readBcd(encodeStore(store))).toEqual(store);
  });

  it('is read without failing whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.nat(9), (bytes, type) => {
        const data = Buffer.from(bytes);
        if (data.length > 28) {
          data.writeUInt32LE(type, 16);
          data.writeUInt32LE(data.length - 16, 24);
        }
        expect(() => decodeDevice(data)).not.toThrow();
      }),
    );
  });
});

describe('the store of a portable Windows', () => {
  const bytes = buildBcd(request);

  it.each([
    [bootManager, '12000002', 1, utf16('\\EFI\\Microsoft\\Boot\\bootmgfw.efi\0')],
    [bootManager, '12000005', 1, utf16('de-DE\0')],
    [bootManager, '14000006', 7, utf16('{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}\0\0')],
    [bootManager, '23000003', 1, utf16(`{${request.loaderGuid}}\0`)],
    [bootManager, '23000006', 1, utf16(`{${request.resumeGuid}}\0`)],
    [bootManager, '24000001', 7, utf16(`{${request.loaderGuid}}\0\0`)],
    [bootManager, '24000010', 7, utf16('{b2721d73-1db4-4c62-bf78-c548a880142d}\0\0')],
    [bootManager, '25000004', 3, '1e00000000000000'],
    [request.loaderGuid, '12000002', 1, utf16('\\Windows\\system32\\winload.efi\0')],
    [request.loaderGuid, '12000004', 1, utf16('Windows 11 Pro für Köche 厨师\0')],
    [request.loaderGuid, '16000009', 3, '00'],
    [request.loaderGuid, '16000060', 3, '01'],
    [request.loaderGuid, '17000077', 3, '7500001500000000'],
    [request.loaderGuid, '22000002', 1, utf16('\\Windows\0')],
    [request.loaderGuid, '25000020', 3, zeros(8)],
    [request.loaderGuid, '250000c2', 3, '0100000000000000'],
    [request.resumeGuid, '12000002', 1, utf16('\\Windows\\system32\\winresume.efi\0')],
    [request.resumeGuid, '22000002', 1, utf16('\\hiberfil.sys\0')],
    [request.resumeGuid, '26000006', 3, '00'],
    [
      '7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e',
      '14000006',
      7,
      utf16(
        '{4636856e-540f-4170-a130-a84776f4c654}\0{0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9}\0{5189b25c-5558-4bf2-bca4-289b11bd29e2}\0\0',
      ),
    ],
    ['7ff607e0-4395-11db-b0de-0800200c9a66', '250000f5', 3, '00c2010000000000'],
    ['a5a30fa2-3d06-4e9f-b5f4-a01df9d1fcba', '24000001', 7, utf16(`{${bootManager}}\0\0`)],
  ])('has in {%s} the element %s as Windows stores it', (guid, element, type, hex) => {
    expect(stored(bytes, guid, element)).toEqual([type, hex]);
  });

  it.each([
    [bootManager, '11000001', efiPartitionGuid],
    ['b2721d73-1db4-4c62-bf78-c548a880142d', '11000001', efiPartitionGuid],
    [request.loaderGuid, '11000001', windowsPartitionGuid],
    [request.loaderGuid, '21000001', windowsPartitionGuid],
    [request.resumeGuid, '11000001', windowsPartitionGuid],
    [request.resumeGuid, '21000001', windowsPartitionGuid],
  ])('names in {%s} %s the partition %s', (guid, element, partitionGuid) => {
    const object = findObject(readBcd(bytes), guid);
    expect(object && valueOfElement(object, parseInt(element, 16))).toEqual({
      format: 'device',
      device: { kind: 'gpt', diskGuid, partitionGuid },
    });
  });

  it('has exactly the twelve objects of a Windows-written store, and their types', () => {
    const types = readBcd(bytes).objects.map(({ guid, type }) => [guid, type.toString(16)]);
    expect(Object.fromEntries(types)).toEqual({
      'a5a30fa2-3d06-4e9f-b5f4-a01df9d1fcba': '10100001',
      [bootManager]: '10100002',
      [request.loaderGuid]: '10200003',
      [request.resumeGuid]: '10200004',
      'b2721d73-1db4-4c62-bf78-c548a880142d': '10200005',
      '0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9': '20100000',
      '4636856e-540f-4170-a130-a84776f4c654': '20100000',
      '5189b25c-5558-4bf2-bca4-289b11bd29e2': '20100000',
      '7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e': '20100000',
      '6efb52bf-1766-41db-a6b3-0ee5eff72bd7': '20200003',
      '1afa9c49-16ab-4a5c-901b-212802da9460': '20200004',
      '7ff607e0-4395-11db-b0de-0800200c9a66': '20200003',
    });
  });

  it('marks itself as the store of the system', () => {
    const description = subkey(decodeHive(bytes), 'Description');
    expect(description && valueOf(description, 'System')?.data.toString('hex')).toBe('01000000');
    expect(description && valueOf(description, 'KeyName')?.data.toString('utf16le')).toBe(
      'BCD00000000\0',
    );
  });

  it('does not mention a memory test that is not there', () => {
    const store = readBcd(buildBcd({ ...request, hasMemtest: false }));
    expect(findObject(store, 'b2721d73-1db4-4c62-bf78-c548a880142d')).toBeUndefined();
    const manager = findObject(store, bootManager);
    expect(manager && valueOfElement(manager, 0x24000010)).toBeUndefined();
  });

  it('is the same for GUIDs in upper case', () => {
    const shouted = {
      ...request,
      ...gptDevices(diskGuid.toUpperCase(), efiPartitionGuid, windowsPartitionGuid),
      loaderGuid: request.loaderGuid.toUpperCase(),
    };
    expect(buildBcd(shouted).equals(bytes)).toBe(true);
  });

  it('names every object it refers to', () => {
    const store = readBcd(bytes);
    for (const { elements } of store.objects) {
      for (const { value } of elements) {
        const guids =
          value.format === 'object' ? [value.guid] : value.format === 'objects' ? value.guids : [];
        for (const guid of guids) expect(findObject(store, guid)?.guid).toBe(guid);
      }
    }
  });
});

describe('the store for a BIOS', () => {
  const system: BcdDevice = { kind: 'mbr', diskSignature: 0xddba6bbb, partitionOffset: 0x100000n };
  const windows: BcdDevice = {
    kind: 'mbr',
    diskSignature: 0xddba6bbb,
    partitionOffset: 0x14000000n,
  };
  const bios: BcdRequest = {
    ...request,
    platform: 'bios',
    system,
    windows: { device: windows, osDevice: { kind: 'locate-element', element: 0x22000002 } },
  };
  const bytes = buildBcd(bios);
  const memoryTester = 'b2721d73-1db4-4c62-bf78-c548a880142d';

  it.each([
    [request.loaderGuid, '12000002', utf16('\\Windows\\system32\\winload.exe\0')],
    [request.resumeGuid, '12000002', utf16('\\Windows\\system32\\winresume.exe\0')],
    [memoryTester, '12000002', utf16('\\boot\\memtest.exe\0')],
    [request.loaderGuid, '17000077', '7500001500000000'],
    [request.loaderGuid, '11000001', encodeDevice(windows).toString('hex')],
    [request.loaderGuid, '21000001', encodeDevice(bios.windows.osDevice).toString('hex')],
    [request.resumeGuid, '11000001', encodeDevice(windows).toString('hex')],
    [memoryTester, '11000001', encodeDevice(system).toString('hex')],
    [bootManager, '11000001', encodeDevice(system).toString('hex')],
  ])('has in {%s} the element %s', (guid, element, hex) => {
    expect(stored(bytes, guid, element)?.[1]).toBe(hex);
  });

  it.each([
    [bootManager, '12000002'],
    [request.loaderGuid, '16000060'],
    [request.resumeGuid, '16000060'],
  ])('lacks in {%s} the element %s, which is for UEFI', (guid, element) => {
    expect(stored(buildBcd(request), guid, element)).toBeDefined();
    expect(stored(bytes, guid, element)).toBeUndefined();
  });

  it('has the objects of the one for UEFI but for the firmware’s', () => {
    const guids = (store: BcdStore): string[] => store.objects.map(({ guid }) => guid);
    const firmware = 'a5a30fa2-3d06-4e9f-b5f4-a01df9d1fcba';
    const forUefi = guids(readBcd(buildBcd(request)));
    expect(guids(readBcd(bytes))).toEqual(forUefi.filter((guid) => guid !== firmware));
  });
});

describe('reading a store', () => {
  it('gives back what was written, for any request', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.uuid(), fc.string(), (disk, efi, windows, text) => {
        const description = text.replace(/\0/g, '');
        const store = readBcd(
          buildBcd({
            ...request,
            ...gptDevices(disk, efi, windows),
            description,
          }),
        );
        expect(readBcd(encodeStore(store))).toEqual(store);
        const loader = findObject(store, request.loaderGuid);
        expect(loader && valueOfElement(loader, 0x12000004)).toEqual({
          format: 'string',
          text: description,
        });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a hive that is no store', () => {
    const other = encodeHive({ name: 'ROOT', values: [], subkeys: [] });
    expect(() => readBcd(other)).toThrow(HiveError);
  });

  it('marks elements that are not what their number promises', () => {
    const elements = [
      { id: 0x25000004, value: { format: 'malformed', type: 3, data: Buffer.alloc(9) } },
      { id: 0x23000003, value: { format: 'malformed', type: 1, data: Buffer.from('{no}') } },
      { id: 0x12000002, value: { format: 'malformed', type: 3, data: Buffer.from('ab') } },
      { id: 0x17000077, value: { format: 'malformed', type: 3, data: Buffer.alloc(12) } },
    ] as const;
    const store: BcdStore = {
      objects: [{ guid: bootManager, type: 0x10100002, elements: [...elements] }],
    };
    const formats = readBcd(encodeStore(store)).objects[0]?.elements.map((e) => e.value.format);
    expect(formats).toEqual(['malformed', 'malformed', 'malformed', 'malformed']);
  });

  it('reads the short integers of templates', () => {
    const value = { format: 'malformed', type: 3, data: Buffer.from([0x1e, 0]) } as const;
    const store = encodeStore({
      objects: [{ guid: bootManager, type: 0x10100002, elements: [{ id: 0x25000004, value }] }],
    });
    expect(readBcd(store).objects[0]?.elements[0]?.value).toEqual({
      format: 'integer',
      value: 30n,
    });
  });

  it('gives a store or a HiveError for any damage', () => {
    const sound = buildBcd(request);
    const change = fc.record({ at: fc.nat({ max: sound.length - 4096 - 1 }), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = Buffer.from(sound);
        for (const { at, to } of changes) bytes.writeUInt8(to, 4096 + at);
        try {
          expect(readBcd(bytes).objects).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(HiveError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { decodeXml, elementAt, readXml } from '../xml';
import { readDomainJoin, readWifiProfile, wifiProfile, type WifiNetwork } from '.';

const network: WifiNetwork = {
  ssid: 'Büro <&>',
  security: 'wpa2',
  hidden: false,
  key: 'pass & <word>',
};

function refusal(act: () => unknown, code: string): Record<string, unknown> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof StickError)) throw error;
    expect(error.code).toBe(code);
    return error.params;
  }
  throw new Error('nothing was refused');
}

function said(bytes: Buffer, ...path: string[]): string | undefined {
  return elementAt(readXml(decodeXml(bytes)).root, ...path)?.text;
}

describe('the profile of a network', () => {
  it('says what was entered', () => {
    const bytes = wifiProfile(network);
    expect(said(bytes, 'name')).toBe('Büro <&>');
    expect(said(bytes, 'SSIDConfig', 'SSID', 'hex')).toBe('42C3BC726F203C263E');
    expect(said(bytes, 'SSIDConfig', 'nonBroadcast')).toBe('false');
    expect(said(bytes, 'connectionMode')).toBe('auto');
    expect(said(bytes, 'MSM', 'security', 'authEncryption', 'authentication')).toBe('WPA2PSK');
    expect(said(bytes, 'MSM', 'security', 'authEncryption', 'encryption')).toBe('AES');
    expect(said(bytes, 'MSM', 'security', 'sharedKey', 'keyType')).toBe('passPhrase');
    expect(said(bytes, 'MSM', 'security', 'sharedKey', 'protected')).toBe('false');
    expect(said(bytes, 'MSM', 'security', 'sharedKey', 'keyMaterial')).toBe('pass & <word>');
  });

  it.each([
    [{ security: 'wpa3' as const }, 'WPA3SAE', 'AES', 'passPhrase'],
    [{ key: 'ab'.repeat(32) }, 'WPA2PSK', 'AES', 'networkKey'],
    [{ security: 'open' as const, key: null }, 'open', 'none', undefined],
  ])('with %j is of %s, %s, %s', (changes, authentication, encryption, keyType) => {
    const bytes = wifiProfile({ ...network, ...changes });
    expect(said(bytes, 'MSM', 'security', 'authEncryption', 'authentication')).toBe(authentication);
    expect(said(bytes, 'MSM', 'security', 'authEncryption', 'encryption')).toBe(encryption);
    expect(said(bytes, 'MSM', 'security', 'sharedKey', 'keyType')).toBe(keyType);
  });

  it('says when a network doesn’t announce itself', () => {
    expect(said(wifiProfile({ ...network, hidden: true }), 'SSIDConfig', 'nonBroadcast')).toBe(
      'true',
    );
  });

  it.each([
    { key: 'geheim' },
    { key: 'geheim\nxxx' },
    { key: 'geheimgeheimä' },
    { key: null },
    { security: 'open' as const, key: 'geheimgeheim' },
    { security: 'wpa3' as const, key: 'ab'.repeat(32) },
    { ssid: '' },
    { ssid: 'ä'.repeat(17) },
    { ssid: 'a\u0000' },
  ])('refuses %j and repeats no key', (changes) => {
    const params = refusal(() => wifiProfile({ ...network, ...changes }), 'wifi/invalid');
    expect(params['name']).toBe({ ...network, ...changes }.ssid);
    expect(String(params['message'])).not.toMatch(/geheim|abab|pass/);
  });

  it('gives every name and key back when it is read', () => {
    const ssids = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((ssid) => Buffer.byteLength(ssid) <= 32 && !/[\p{Cc}\ufffe\uffff]/u.test(ssid));
    const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    const keys = fc.string({ unit: printable, minLength: 8, maxLength: 63 });
    fc.assert(
      fc.property(ssids, keys, fc.constantFrom('wpa2', 'wpa3'), (ssid, key, security) => {
        const bytes = wifiProfile({ ssid, key, security, hidden: false });
        expect(said(bytes, 'MSM', 'security', 'sharedKey', 'keyMaterial')).toBe(key);
        expect(readWifiProfile(bytes, 'x.xml')).toEqual({
          ssid,
          hasKey: true,
          enterprise: false,
          xml: bytes,
        });
      }),
    );
  });
});

describe('an exported profile', () => {
  const text = wifiProfile(network).toString();
  const read = (xml: string) => readWifiProfile(Buffer.from(xml), '/home/anna/Wi-Fi-Office.xml');

  it('is refused when its key is bound to the computer it comes from', () => {
    const xml = text.replace('<protected>false', '<protected>true');
    const params = refusal(() => read(xml), 'wifi/invalid');
    expect(params['name']).toBe(network.ssid);
    expect(params['message']).toMatch(/encrypted/);
    expect(JSON.stringify(params)).not.toContain('word');
  });

  it('of a network that people sign in to passes, and says so', () => {
    const xml = text
      .replace(/<sharedKey>.*<\/sharedKey>/s, '<OneX xmlns="urn:x"><y/></OneX>')
      .replace('<useOneX>false', '<useOneX>true');
    expect(read(xml)).toMatchObject({ hasKey: false, enterprise: true });
  });

  it('in UTF-16 comes out in UTF-8, and otherwise as it was', () => {
    const utf16 = Buffer.from(`\ufeff${text.trimEnd()}`, 'utf16le');
    expect(readWifiProfile(utf16, 'x').xml.toString()).toBe(text);
  });

  it('takes the bytes of the name, not its text', () => {
    expect(read(text.replace(/<name>.*?<\/name>/g, '<name>?</name>')).ssid).toBe(network.ssid);
    expect(read(text.replace(/<hex>.*<\/hex>/, '')).ssid).toBe(network.ssid);
  });

  it('full of white space is read in a moment', () => {
    const start = performance.now();
    const white = ' '.repeat(900_000);
    expect(read(text.replace('</WLANProfile>', `${white}</WLANProfile>`)).ssid).toBe(network.ssid);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each([
    ['', /no element/],
    ['<WLANProfile/>', /no “WLANProfile”/],
    [text.replace('profile/v1', 'profile/v9'), /no “WLANProfile”/],
    [text.replace(/<SSIDConfig>.*<\/SSIDConfig>/s, ''), /no name of a network/],
    [text.replace(/<hex>.*<\/hex>/, '<hex>xyz</hex>'), /no name of a network/],
    [text.replace(/<MSM>.*<\/MSM>/s, ''), /secured/],
    [text.replace('</WLANProfile>', ''), /not closed/],
    [`<!DOCTYPE x>${text}`, /declaration|document type/],
    [`<!--${' '.repeat(2 ** 20)}-->`, /larger than 1 MiB/],
  ])('is refused when it is %j', (xml, reason) => {
    expect(refusal(() => read(xml), 'wifi/invalid')['message']).toMatch(reason);
  });
});

describe('what djoin saved', () => {
  /** A serialized type as RPC writes it, [MS-RPCE] 2.2.6: the two headers and some bytes. */
  const blob = Buffer.from('01100800cccccccc4000000000000000' + '00'.repeat(64), 'hex');
  const base64 = blob.toString('base64');
  const saved = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const params = (bytes: Buffer) =>
    refusal(() => readDomainJoin(bytes, '/srv/loaner.txt'), 'domain/invalid');

  it.each([base64, `${base64}\0`, `${base64}\r\n\0`])('is the account data of %j', (text) => {
    expect(readDomainJoin(saved(text), 'x')).toBe(base64);
  });

  it.each([
    ['nothing', Buffer.alloc(0), /UTF-16/],
    ['a mark alone', saved(''), /empty/],
    ['UTF-8', Buffer.from(base64), /UTF-16/],
    ['half a unit', Buffer.concat([saved(base64), Buffer.alloc(1)]), /UTF-16/],
    ['no base64', saved('Geheim!'), /base64/],
    ['base64 that is cut off', saved(base64.slice(0, -1)), /base64/],
    ['two of them', saved(`${base64}\r\n${base64}`), /base64/],
    ['other base64', saved(Buffer.from('Geheim und privat').toString('base64')), /djoin/],
    ['far too much', Buffer.alloc(4 * 2 ** 20 + 2), /larger/],
  ])('is not %s', (_, bytes, reason) => {
    const { path, message } = params(bytes);
    expect(path).toBe('/srv/loaner.txt');
    expect(message).toMatch(reason);
  });

  it('is refused in a moment when it is full of white space', () => {
    const start = performance.now();
    expect(params(saved(`${' '.repeat(1_900_000)}x`))['message']).toMatch(/base64/);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('is never repeated when it is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(JSON.stringify(params(saved(text)))).not.toContain(text.slice(0, 12));
      }),
    );
  });
});

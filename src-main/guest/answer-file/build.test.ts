import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { attributeOf, childrenOf, decodeXml, readXml, type XmlElement } from '../xml';
import { buildAnswerFile } from './build';
import { isRunningPass } from './passes';
import { SETTINGS } from './settings';
import { anyRequest, anyText, componentOf, fullRequest, plainRequest, settingOf } from './testing';

const SHELL = 'Microsoft-Windows-Shell-Setup';
const INTERNATIONAL = 'Microsoft-Windows-International-Core';

function full(pass: string, component: string, path: string): string | undefined {
  return settingOf(buildAnswerFile(fullRequest).bytes, pass, component, path);
}

/** Paths of all elements that hold a text, below their component. */
function leaves(element: XmlElement, path = ''): string[] {
  return element.children.flatMap((child) => {
    const at = path === '' ? child.name : `${path}/${child.name}`;
    return child.children.length === 0 ? [at] : leaves(child, at);
  });
}

describe('the answer file', () => {
  it('holds the first start alone when nothing is chosen', () => {
    const { bytes, notes } = buildAnswerFile(plainRequest);
    expect(bytes.toString('utf8')).toBe(`<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
  <settings pass="oobeSystem">
    <component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">
      <FirstLogonCommands>
        <SynchronousCommand wcm:action="add">
          <CommandLine>C:\\Windows\\first.cmd "a" &amp; b</CommandLine>
          <Description>Sticksmith first start</Description>
          <RequiresUserInput>false</RequiresUserInput>
          <Order>1</Order>
        </SynchronousCommand>
      </FirstLogonCommands>
    </component>
  </settings>
</unattend>
`);
    expect(notes).toEqual([]);
  });

  it.each([
    ['specialize', SHELL, 'ComputerName', 'LOANER-07'],
    ['specialize', SHELL, 'ProductKey', 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE'],
    ['specialize', SHELL, 'TimeZone', 'W. Europe Standard Time'],
    ['oobeSystem', SHELL, 'TimeZone', 'W. Europe Standard Time'],
    ['specialize', INTERNATIONAL, 'InputLocale', '0407:00000407'],
    ['oobeSystem', INTERNATIONAL, 'InputLocale', '0407:00000407'],
    ['oobeSystem', INTERNATIONAL, 'UserLocale', 'de-AT'],
    ['oobeSystem', INTERNATIONAL, 'UILanguage', 'de-DE'],
    ['oobeSystem', INTERNATIONAL, 'SystemLocale', 'de-DE'],
    [
      'specialize',
      'Microsoft-Windows-UnattendedJoin',
      'Identification/Provisioning/AccountData',
      'ARAIAMzMzMwgAgAA',
    ],
    ['oobeSystem', 'Microsoft-Windows-WinRE-RecoveryAgent', 'UninstallWindowsRE', 'true'],
    ['oobeSystem', SHELL, 'OOBE/HideEULAPage', 'true'],
    ['oobeSystem', SHELL, 'OOBE/HideOEMRegistrationScreen', 'true'],
    ['oobeSystem', SHELL, 'OOBE/HideOnlineAccountScreens', 'true'],
    ['oobeSystem', SHELL, 'OOBE/HideWirelessSetupInOOBE', 'true'],
    ['oobeSystem', SHELL, 'OOBE/ProtectYourPC', '3'],
    ['oobeSystem', SHELL, 'UserAccounts/LocalAccounts/LocalAccount/Name', 'Anna <& Söhne'],
    ['oobeSystem', SHELL, 'UserAccounts/LocalAccounts/LocalAccount/Group', 'Administrators'],
    ['oobeSystem', SHELL, 'UserAccounts/LocalAccounts/LocalAccount/Password/Value', ''],
    ['oobeSystem', SHELL, 'UserAccounts/LocalAccounts/LocalAccount/Password/PlainText', 'true'],
  ])('says in %s, %s/%s: %s', (pass, component, path, text) => {
    expect(full(pass, component, path)).toBe(text);
  });

  it('makes an account without rights one of the users', () => {
    const account = { name: 'Ben', administrator: false, askPassword: false };
    const answers = { ...plainRequest.answers, account };
    const { bytes } = buildAnswerFile({ ...plainRequest, answers });
    const group = 'UserAccounts/LocalAccounts/LocalAccount/Group';
    expect(settingOf(bytes, 'oobeSystem', SHELL, group)).toBe('Users');
  });

  it('leaves the page for the network where somebody has to sign in to Microsoft', () => {
    const answers = { ...plainRequest.answers, skipPages: true };
    const { bytes } = buildAnswerFile({ ...plainRequest, answers });
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/ProtectYourPC')).toBe('3');
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/HideWirelessSetupInOOBE')).toBeUndefined();
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/HideOnlineAccountScreens')).toBeUndefined();
  });

  it.each([
    ['x64', 'amd64'],
    ['arm64', 'arm64'],
  ] as const)('is for the processor of a Windows for %s', (architecture, processor) => {
    const { bytes } = buildAnswerFile({ ...fullRequest, architecture });
    const component = componentOf(bytes, 'oobeSystem', SHELL, processor);
    expect(component?.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['name', SHELL],
      ['processorArchitecture', processor],
      ['publicKeyToken', '31bf3856ad364e35'],
      ['language', 'neutral'],
      ['versionScope', 'nonSxS'],
    ]);
  });

  it('holds nothing but settings that Windows takes in that pass', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { root } = readXml(decodeXml(buildAnswerFile(request).bytes));
        for (const settings of childrenOf(root, 'settings')) {
          const pass = attributeOf(settings, 'pass');
          expect(isRunningPass(pass)).toBe(true);
          for (const component of childrenOf(settings, 'component')) {
            const known: Record<string, Record<string, readonly string[]>> = SETTINGS;
            const allowed = known[attributeOf(component, 'name') ?? ''] ?? {};
            for (const leaf of leaves(component)) expect(allowed[leaf], leaf).toContain(pass);
          }
        }
      }),
    );
  });

  it('writes every setting of the table for some request', () => {
    const { root } = readXml(decodeXml(buildAnswerFile(fullRequest).bytes));
    const written = childrenOf(root, 'settings').flatMap((settings) =>
      childrenOf(settings, 'component').flatMap((component) =>
        leaves(component).map(
          (leaf) =>
            `${attributeOf(settings, 'pass') ?? ''} ${attributeOf(component, 'name') ?? ''} ${leaf}`,
        ),
      ),
    );
    const table = Object.entries(SETTINGS).flatMap(([component, settings]) =>
      Object.entries(settings as Record<string, readonly string[]>).flatMap(([leaf, passes]) =>
        passes.map((pass) => `${pass} ${component} ${leaf}`),
      ),
    );
    expect(written.sort()).toEqual(table.sort());
  });

  it('gives back every text as it was', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { bytes } = buildAnswerFile(request);
        const processor = request.architecture === 'x64' ? 'amd64' : 'arm64';
        const said = (pass: string, component: string, path: string) =>
          settingOf(bytes, pass, component, path, processor) ?? null;
        const { answers } = request;
        expect(said('specialize', SHELL, 'ComputerName')).toBe(request.computerName);
        expect(said('specialize', SHELL, 'ProductKey')).toBe(request.productKey);
        expect(said('oobeSystem', INTERNATIONAL, 'UserLocale')).toBe(answers.region);
        expect(said('specialize', INTERNATIONAL, 'InputLocale')).toBe(answers.keyboard);
        expect(said('oobeSystem', SHELL, 'FirstLogonCommands/SynchronousCommand/CommandLine')).toBe(
          request.firstStartCommand,
        );
        expect(said('oobeSystem', SHELL, 'UserAccounts/LocalAccounts/LocalAccount/Name')).toBe(
          answers.account?.name ?? null,
        );
      }),
    );
  });

  it('is the same for the same request, and can be padded', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { bytes } = buildAnswerFile(request);
        expect(buildAnswerFile(structuredClone(request)).bytes.equals(bytes)).toBe(true);
        expect(bytes.at(-1)).toBe(0x0a);
        const padded = Buffer.concat([bytes, Buffer.alloc(100, ' ')]);
        expect(readXml(decodeXml(padded)).root.name).toBe('unattend');
      }),
    );
  });

  it('refuses a text that no XML can hold, and repeats nothing of it', () => {
    const wrong = fc.tuple(
      anyText,
      fc.constantFrom('\u0000', '\u001b', '\ufffe', '\ud800'),
      anyText,
    );
    fc.assert(
      fc.property(wrong, (parts) => {
        const productKey = `geheim${parts.join('')}`;
        try {
          buildAnswerFile({ ...fullRequest, productKey });
        } catch (error) {
          expect(error).toBeInstanceOf(StickError);
          expect(JSON.stringify(error)).toContain('plan/invalid');
          expect(JSON.stringify((error as StickError).toData())).not.toContain('geheim');
          return;
        }
        expect.unreachable();
      }),
    );
  });

  it('refuses a command that Windows would cut off', () => {
    const firstStartCommand = 'x'.repeat(1025);
    expect(() => buildAnswerFile({ ...plainRequest, firstStartCommand })).toThrow(/too long/);
  });
});

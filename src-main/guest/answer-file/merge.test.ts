import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { attributeOf, childrenOf, decodeXml, elementAt, readXml, type XmlElement } from '../xml';
import { WCM_NAMESPACE } from './additions';
import { buildAnswerFile } from './build';
import { anyRequest, anyText, componentOf, fullRequest, plainRequest, settingOf } from './testing';
import { readUserAnswerFile } from './user-file';
import type { AnswerFileRequest } from './wanted';

const SHELL = 'Microsoft-Windows-Shell-Setup';
const HEAD = `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="${WCM_NAMESPACE}">`;

function component(content: string, name = SHELL, processor = 'amd64'): string {
  return `<component name="${name}" processorArchitecture="${processor}">${content}</component>`;
}

function file(pass: string, content: string): string {
  return `${HEAD}\n  <settings pass="${pass}">\n    ${content}\n  </settings>\n</unattend>`;
}

function build(xml: string, request: AnswerFileRequest = fullRequest) {
  const userFile = readUserAnswerFile(Buffer.from(xml), '/home/anna/unattend.xml');
  return buildAnswerFile({ ...request, userFile });
}

describe('an answer file of the person’s own', () => {
  it('keeps what it says, and tells so', () => {
    const { bytes, notes } = build(
      file('specialize', component('<ComputerName>MINE</ComputerName><TimeZone>UTC</TimeZone>')),
    );
    expect(settingOf(bytes, 'specialize', SHELL, 'ComputerName')).toBe('MINE');
    expect(settingOf(bytes, 'specialize', SHELL, 'ProductKey')).toBe(fullRequest.productKey);
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'TimeZone')).toBe('W. Europe Standard Time');
    expect(notes).toEqual([
      {
        kind: 'file-wins',
        choice: 'computerName',
        pass: 'specialize',
        setting: `${SHELL}/ComputerName`,
      },
      { kind: 'file-wins', choice: 'timeZone', pass: 'specialize', setting: `${SHELL}/TimeZone` },
    ]);
  });

  it('has nothing to tell where it says the same', () => {
    const same = '<ComputerName> LOANER-07 </ComputerName>';
    expect(build(file('specialize', component(same))).notes).toEqual([]);
  });

  it('gets settings added inside its groups', () => {
    const { bytes, notes } = build(
      file('oobeSystem', component('<OOBE><ProtectYourPC>1</ProtectYourPC></OOBE>')),
    );
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/ProtectYourPC')).toBe('1');
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/HideEULAPage')).toBe('true');
    expect(notes).toEqual([
      {
        kind: 'file-wins',
        choice: 'skipPages',
        pass: 'oobeSystem',
        setting: `${SHELL}/OOBE/ProtectYourPC`,
      },
    ]);
  });

  it.each(['<OOBE/>', '<OOBE />', '<OOBE></OOBE>', '<OOBE>\n  </OOBE>', '<OOBE><!-- x --></OOBE>'])(
    'gets them into %s',
    (empty) => {
      const { bytes } = build(file('oobeSystem', component(empty)));
      expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/ProtectYourPC')).toBe('3');
    },
  );

  it.each([
    `${HEAD}</unattend>`,
    `${HEAD.slice(0, -1)}/>`,
    file('specialize', ''),
    file('oobeSystem', component('')),
  ])('gets everything when it is %j', (xml) => {
    const { bytes, notes } = build(xml);
    expect(settingOf(bytes, 'specialize', SHELL, 'ComputerName')).toBe('LOANER-07');
    expect(settingOf(bytes, 'oobeSystem', SHELL, 'OOBE/ProtectYourPC')).toBe('3');
    expect(notes).toEqual([]);
  });

  it('gets our account behind its own', () => {
    const theirs = '<LocalAccount wcm:action="add"><Name>Ben</Name></LocalAccount>';
    const { bytes } = build(
      file(
        'oobeSystem',
        component(`<UserAccounts><LocalAccounts>${theirs}</LocalAccounts></UserAccounts>`),
      ),
    );
    const list = elementAt(
      componentOf(bytes, 'oobeSystem', SHELL) as XmlElement,
      'UserAccounts',
      'LocalAccounts',
    );
    const accounts = childrenOf(list as XmlElement, 'LocalAccount');
    expect(accounts.map((one) => elementAt(one, 'Name')?.text)).toEqual(['Ben', 'Anna <& Söhne']);
    expect(accounts.map(actionOf)).toEqual(['add', 'add']);
  });

  it('keeps its own account of the same name, in capitals or not', () => {
    const theirs =
      '<LocalAccount><Name>ANNA &lt;&amp; söhne</Name><Group>Users</Group></LocalAccount>';
    const { bytes, notes } = build(
      file(
        'oobeSystem',
        component(`<UserAccounts><LocalAccounts>${theirs}</LocalAccounts></UserAccounts>`),
      ),
    );
    expect(bytes.toString().match(/<LocalAccount[ >]/g)).toHaveLength(1);
    const setting = `${SHELL}/UserAccounts/LocalAccounts/LocalAccount`;
    expect(notes).toEqual([{ kind: 'file-wins', choice: 'account', pass: 'oobeSystem', setting }]);
  });

  it.each([
    [[], '1'],
    [[1, 2], '3'],
    [[7, 3], '8'],
    [[500], '499'],
    [[500, 499, 2], '498'],
  ])('with commands numbered %j gets ours as %s', (orders, ours) => {
    const { bytes } = build(commands(orders));
    expect(ordersOf(bytes)).toEqual([...orders.map(String), ours]);
  });

  it('is refused when it has no number left for our command', () => {
    const all = Array.from({ length: 500 }, (_, i) => i + 1);
    expect(() => build(commands(all))).toThrow(/answers\/invalid/);
  });

  it('that was built for a stick before gets nothing twice', () => {
    const before = buildAnswerFile(fullRequest).bytes.toString();
    const { bytes, notes } = build(before);
    expect(bytes.toString()).toBe(before);
    expect(notes).toEqual([]);
  });

  it('keeps its own way into a domain as a whole', () => {
    const join = '<Identification><JoinWorkgroup>OFFICE</JoinWorkgroup></Identification>';
    const name = 'Microsoft-Windows-UnattendedJoin';
    const { bytes, notes } = build(file('specialize', component(join, name)));
    expect(bytes.toString()).not.toContain('AccountData');
    const setting = `${name}/Identification`;
    expect(notes).toEqual([
      { kind: 'file-wins', choice: 'domainJoin', pass: 'specialize', setting },
    ]);
  });

  it('tells which passes don’t run', () => {
    const { bytes, notes } = build(file('windowsPE', component('<x>1</x>')), plainRequest);
    expect(notes).toEqual([{ kind: 'pass-not-run', pass: 'windowsPE' }]);
    expect(settingOf(bytes, 'windowsPE', SHELL, 'x')).toBe('1');
  });

  it('for another processor is kept, and told', () => {
    const theirs = component('<ComputerName>OLD</ComputerName>', SHELL, 'x86');
    const { bytes, notes } = build(file('specialize', theirs));
    expect(settingOf(bytes, 'specialize', SHELL, 'ComputerName')).toBe('LOANER-07');
    expect(settingOf(bytes, 'specialize', SHELL, 'ComputerName', 'x86')).toBe('OLD');
    expect(notes).toEqual([{ kind: 'other-architecture', architectures: ['x86'] }]);
  });

  it('for several processors has nothing to tell', () => {
    const both = component('', SHELL, 'x86') + component('', SHELL, 'AMD64');
    expect(build(file('specialize', both), plainRequest).notes).toEqual([]);
  });

  it('with prefixes of its own gets elements that mean the same', () => {
    const { bytes } =
      build(`<u:unattend xmlns:u="urn:schemas-microsoft-com:unattend" xmlns:wcm="urn:other">
  <u:settings pass="oobeSystem"><u:component name="${SHELL}" processorArchitecture="amd64">
    <u:FirstLogonCommands><u:SynchronousCommand><u:Order>4</u:Order></u:SynchronousCommand></u:FirstLogonCommands>
  </u:component></u:settings>
</u:unattend>`);
    expect(ordersOf(bytes)).toEqual(['4', '5']);
    expect(settingOf(bytes, 'specialize', SHELL, 'ComputerName')).toBe('LOANER-07');
    expect(actionOf(commandsOf(bytes)[1] as XmlElement)).toBe('add');
  });

  it('in UTF-16 is written in UTF-8', () => {
    const xml = `\ufeff${file('specialize', component('<ComputerName>Ä</ComputerName>'))}`;
    const utf16 = Buffer.from(xml.replace('utf-8', 'utf-16'), 'utf16le');
    const userFile = readUserAnswerFile(utf16, 'x');
    const { bytes } = buildAnswerFile({ ...fullRequest, userFile });
    expect(bytes.toString()).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<unattend/);
    expect(settingOf(bytes, 'specialize', SHELL, 'ComputerName')).toBe('Ä');
  });

  it('stays as it was written: taking ours away gives it back', () => {
    const pieces = fc.constantFrom(
      ...[
        '<!-- mine -->',
        '<?x y?>',
        '\n\t',
        '\r\n',
        '<OOBE><x a="1"  b=\'&#9;\' /></OOBE>',
        '<TimeZone >UTC</TimeZone\n>',
      ],
      ...[
        '<FirstLogonCommands></FirstLogonCommands>',
        '<UserAccounts/>',
        '<y xmlns="urn:y"/>',
        '<![CDATA[ ]]>',
      ],
    );
    const xml = fc
      .tuple(
        fc.array(pieces, { maxLength: 6 }),
        fc.constantFrom('specialize', 'oobeSystem', 'generalize'),
      )
      .map(([all, pass]) => file(pass, `<!--a-->${component(all.join(''))}<other/>`));
    fc.assert(
      fc.property(xml, anyRequest, (original, request) => {
        const built = build(original, { ...request, architecture: 'x64' }).bytes.toString();
        expect(isSubsequence(original.replace(/\s*\/>/g, ''), built)).toBe(true);
        const [before, after] = [readXml(original).root, readXml(built).root];
        expect(missing(before, after)).toEqual([]);
      }),
    );
  });

  it('puts nothing of its text, and no secret, into notes and errors', () => {
    const request = {
      ...fullRequest,
      productKey: 'SECRE-TKEYS-ECRET-KEYSE-CRETK',
      domainJoin: 'SECRETBLOB',
    };
    const pairs = fc.tuple(anyText, fc.constantFrom('ComputerName', 'ProductKey', 'TimeZone'));
    fc.assert(
      fc.property(pairs, ([text, name]) => {
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
        const xml = file('specialize', component(`<${name}>geheim${escaped}</${name}>`));
        const { notes } = build(xml, request);
        expect(notes).toHaveLength(1);
        expect(JSON.stringify(notes)).not.toMatch(/geheim|SECRE/);
        expect(JSON.stringify(notes)).toContain(name);
      }),
    );
    const cut = file('specialize', component('<ProductKey>geheim')).slice(0, -40);
    expect(errorOf(() => build(cut))).not.toContain('geheim');
  });
});

function commands(orders: number[]): string {
  const items = orders.map(
    (order) =>
      `<SynchronousCommand><CommandLine>c${order}</CommandLine><Order>${order}</Order></SynchronousCommand>`,
  );
  return file(
    'oobeSystem',
    component(`<FirstLogonCommands>${items.join('')}</FirstLogonCommands>`),
  );
}

function commandsOf(bytes: Buffer): XmlElement[] {
  const list = elementAt(
    componentOf(bytes, 'oobeSystem', SHELL) as XmlElement,
    'FirstLogonCommands',
  );
  return childrenOf(list as XmlElement, 'SynchronousCommand');
}

function ordersOf(bytes: Buffer): (string | undefined)[] {
  return commandsOf(bytes).map((one) => elementAt(one, 'Order')?.text);
}

function actionOf(element: XmlElement): string | undefined {
  return element.attributes.find(
    ({ namespace, name }) => namespace === WCM_NAMESPACE && name === 'action',
  )?.value;
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let i = 0; i < whole.length && at < part.length; i++) if (whole[i] === part[at]) at += 1;
  return at === part.length;
}

/** Elements of the one tree that the other hasn't got at the same place, with the same attributes and text. */
function missing(before: XmlElement, after: XmlElement, path = ''): string[] {
  const here = `${path}/${before.name}`;
  const same =
    before.name === after.name &&
    before.namespace === after.namespace &&
    JSON.stringify(before.attributes) === JSON.stringify(after.attributes) &&
    before.text.trim() === after.text.trim();
  if (!same) return [here];
  return before.children.flatMap((child, i) => {
    const found = after.children[i];
    return found ? missing(child, found, here) : [`${here}/${child.name}`];
  });
}

function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StickError) return JSON.stringify(error.toData());
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the attributes of what is put in', () => {
  it('are those of a component', () => {
    const { bytes } = build(file('specialize', component('', 'Other')));
    const added = componentOf(bytes, 'specialize', SHELL) as XmlElement;
    expect(attributeOf(added, 'publicKeyToken')).toBe('31bf3856ad364e35');
    expect(readXml(decodeXml(bytes)).root.children).toHaveLength(2);
  });
});

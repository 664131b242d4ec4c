import fc from 'fast-check';
import { KEYBOARDS, REGIONS } from '../../../src-shared/keyboards';
import { TIME_ZONES } from '../../../src-shared/time-zones';
import { defaultWindowsChoices, type AnswerChoices } from '../../../src-shared/windows-choices';
import { decodeXml, elementAt, readXml, attributeOf, childrenOf, type XmlElement } from '../xml';
import type { AnswerFileRequest } from './wanted';

/** A request that chooses nothing. */
export const plainRequest: AnswerFileRequest = {
  answers: { ...defaultWindowsChoices.answers, onlineAccount: 'windows-decides' },
  removeRecovery: false,
  architecture: 'x64',
  build: 26_100,
  computerName: null,
  productKey: null,
  domainJoin: null,
  firstStartCommand: 'C:\\Windows\\first.cmd "a" & b',
  userFile: null,
};

/** A request that chooses everything there is. */
export const fullRequest: AnswerFileRequest = {
  ...plainRequest,
  answers: {
    account: { name: 'Anna <& Söhne', administrator: true, askPassword: true },
    computerName: { pattern: 'LOANER-##', firstNumber: 7 },
    timeZone: 'W. Europe Standard Time',
    region: 'de-AT',
    keyboard: '0407:00000407',
    language: 'de-DE',
    skipPages: true,
    onlineAccount: 'local',
    answerFile: null,
  },
  removeRecovery: true,
  computerName: 'LOANER-07',
  productKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
  domainJoin: 'ARAIAMzMzMwgAgAA',
};

/** Any text that an answer file can hold, hostile ones among them. */
export const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'\r\n\t ]!-;ß😀'.match(/./gsu)!), maxLength: 20 }),
    fc.constantFrom(
      ']]>',
      '<!--',
      '&#0;',
      '&lt;',
      '</unattend>',
      '<![CDATA[',
      '${x}',
      '$&',
      '%PATH%',
    ),
  )
  .filter(
    (text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/u.test(text),
  );

/** Requests with any text in every field that has one; the schemas would refuse many of them. */
export const anyRequest: fc.Arbitrary<AnswerFileRequest> = fc.record({
  answers: fc.record<AnswerChoices>({
    account: fc.option(
      fc.record({ name: anyText, administrator: fc.boolean(), askPassword: fc.boolean() }),
    ),
    computerName: fc.constant(null),
    timeZone: fc.option(fc.constantFrom(...TIME_ZONES.map(({ id }) => id))),
    region: fc.option(fc.oneof(anyText, fc.constantFrom(...REGIONS))),
    keyboard: fc.option(fc.oneof(anyText, fc.constantFrom(...KEYBOARDS.map(({ id }) => id)))),
    language: fc.option(anyText),
    skipPages: fc.boolean(),
    onlineAccount: fc.constantFrom('local', 'windows-decides'),
    answerFile: fc.constant(null),
  }),
  removeRecovery: fc.boolean(),
  architecture: fc.constantFrom('x64', 'arm64'),
  build: fc.option(fc.constantFrom(7601, 19_045, 22_000, 26_100)),
  computerName: fc.option(anyText),
  productKey: fc.option(anyText),
  domainJoin: fc.option(anyText),
  firstStartCommand: anyText,
  userFile: fc.constant(null),
});

/** The component of a pass; undefined when the file has none. */
export function componentOf(
  bytes: Buffer,
  pass: string,
  name: string,
  processor = 'amd64',
): XmlElement | undefined {
  return childrenOf(readXml(decodeXml(bytes)).root, 'settings')
    .filter((settings) => attributeOf(settings, 'pass') === pass)
    .flatMap((settings) => childrenOf(settings, 'component'))
    .find(
      (one) =>
        attributeOf(one, 'name') === name &&
        attributeOf(one, 'processorArchitecture') === processor,
    );
}

/** The text of a setting; undefined when the file hasn't got it. */
export function settingOf(
  bytes: Buffer,
  pass: string,
  name: string,
  path: string,
  processor = 'amd64',
): string | undefined {
  const component = componentOf(bytes, pass, name, processor);
  return component && elementAt(component, ...path.split('/'))?.text;
}

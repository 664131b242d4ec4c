import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../errors';
import { ventoyExplanations } from '../ventoy-explanations';
import { knownErrors } from './catalogue';
import { checkExplanations } from './check-explanations';
import { errorsNamedIn, explainCode, knownError } from './explain-code';
import type { KnownError } from './known-error';

const idsOf = (text: string): string[] => explainCode(text).map(({ error }) => error.id);
const first = (text: string): string | undefined => idsOf(text)[0];
const spellingsOf = ({ id, codes, names, phrases, short }: KnownError): string[] => [
  id,
  ...codes,
  ...names,
  ...phrases,
  ...short,
];
const spellings = knownErrors.flatMap((error) =>
  spellingsOf(error).map((spelling) => ({ spelling, error })),
);

describe('explainCode', () => {
  it.each([
    ['0xc0000225', '0xc0000225'],
    ['0XC0000225', '0xc0000225'],
    ['c0000225', '0xc0000225'],
    ['OxcOOOO225', '0xc0000225'],
    ['0x c000 0225', '0xc0000225'],
    ['Status: 0xc0000225.', '0xc0000225'],
    ['STATUS_NOT_FOUND', '0xc0000225'],
    ['status not found', '0xc0000225'],
    ['0x7B', 'INACCESSIBLE_BOOT_DEVICE'],
    ['7b', 'INACCESSIBLE_BOOT_DEVICE'],
    ['STOP: 0x0000007B (0xFFFFF880009A97E8, 0xFFFFFFFFC0000034, 0)', 'INACCESSIBLE_BOOT_DEVICE'],
    ['Stop code: INACCESSIBLE BOOT DEVICE', 'INACCESSIBLE_BOOT_DEVICE'],
    ['0000007b', 'INACCESSIBLE_BOOT_DEVICE'],
    ['bug check 0xEF', 'CRITICAL_PROCESS_DIED'],
    ['12', 'ventoy:start/boot-code'],
    ['This is NOT a standard Ventoy device and is NOT supported (12)', 'ventoy:start/boot-code'],
    ['Ventoy error 7', 'ventoy:start/layout'],
    ['[target/too-small]', 'target/too-small'],
    ['usage', 'usage'],
    ['bcd.device', '0xc0000225'],
    ['Reboot and Select proper Boot device', 'no-bootable-device'],
    ['Why did your PC restart?', 'why-did-my-pc-restart'],
  ])('finds “%s”.', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it('reads a whole screen, and prefers its number to the sentence that several numbers share.', () => {
    const screen = `Recovery
      Your PC/Device needs to be repaired
      A required device isn’t connected or can’t be accessed.
      Error code: Oxc000000f
      You’ll need to use recovery tools.`;
    expect(idsOf(screen)).toEqual(['0xc000000f']);
  });

  it('takes the sentence where there is no number.', () => {
    const found = idsOf('a required device isnt connected or cant be accessed');
    expect(found).toContain('0xc000000e');
    expect(found).toContain('0xc000000f');
  });

  it('finds both codes of a blue screen, and Ventoy’s part of one that Ventoy knows.', () => {
    const found = idsOf('STOP: 0x0000007B (0xFFFFF880009A97E8, 0xFFFFFFFFC0000034, 0)');
    expect(found.sort()).toEqual(['0xc0000034', 'INACCESSIBLE_BOOT_DEVICE']);
    expect(idsOf('INACCESSIBLE_BOOT_DEVICE')).toEqual([
      'INACCESSIBLE_BOOT_DEVICE',
      'ventoy:vhd/inaccessible',
    ]);
  });

  it('offers the code that has another number of zeros, and says that it is only similar.', () => {
    expect(explainCode('0xc00000e').map(({ error, by }) => [error.id, by])).toEqual([
      ['0xc000000e', 'similar'],
    ]);
    expect(explainCode('0xc0000000f')[0]?.error.id).toBe('0xc000000f');
  });

  it('does not take a code for a similar one when it is another.', () => {
    expect(idsOf('0xc0000359')).toEqual([]);
    expect(idsOf('0xc00000e8')).toEqual([]);
  });

  it('does not see numbers within longer ones.', () => {
    expect(idsOf('0xc00002251')).toEqual([]);
    expect(idsOf('ac0000225')).toEqual([]);
  });

  it('asks nothing about checks that passed.', () => {
    const list = '  ok      gpt.primary  The table is whole\n  FAILED  bcd.path     no winload.efi';
    expect(idsOf(list)).toEqual(['0xc000000f', '0xc000007b']);
  });

  it('searches in all words, the best match first.', () => {
    expect(first('keyboard password')).toBe('bitlocker-wrong-password');
    expect(first('secure boot violation')).toBe('secure-boot-refused');
    expect(first('inaccess')).toBe('INACCESSIBLE_BOOT_DEVICE');
    expect(idsOf('card reader')).toContain('INACCESSIBLE_BOOT_DEVICE');
    expect(explainCode('keyboard password').every(({ by }) => by === 'words')).toBe(true);
  });

  it('wants all of a few words.', () => {
    expect(idsOf('keyboard zebra')).toEqual([]);
  });

  it('finds nothing in nothing.', () => {
    expect(explainCode('')).toEqual([]);
    expect(explainCode(' \n\t… ')).toEqual([]);
  });

  it('finds every spelling of its own, in any case, and within a sentence where it is long enough.', () => {
    const isLong = ({ spelling, error }: (typeof spellings)[number]): boolean =>
      !error.short.includes(spelling) && error.id !== spelling;
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.constantFrom('lower', 'upper', 'as it is'),
        fc.boolean(),
        (each, letters, within) => {
          const { spelling, error } = each;
          const written =
            letters === 'lower'
              ? spelling.toLowerCase()
              : letters === 'upper'
                ? spelling.toUpperCase()
                : spelling;
          const text = within && isLong(each) ? `it says “${written}”, twice` : written;
          const found = explainCode(text);
          expect(found.map((one) => one.error.id)).toContain(error.id);
          expect(found.every(({ by }) => by === 'spelling')).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds each number with the letter O for zeros, without 0x, and with a space within.', () => {
    const codes = knownErrors.flatMap((error) => error.codes.map((code) => ({ code, error })));
    expect(codes.length).toBeGreaterThan(20);
    for (const { code, error } of codes.filter((each) => each.code.length > 4)) {
      for (const text of [
        code.replaceAll('0', 'O'),
        code.slice(2),
        `${code.slice(0, 6)} ${code.slice(6)}`,
      ]) {
        expect(idsOf(text), text).toContain(error.id);
      }
    }
  });

  it('throws on no text, and finds nothing twice.', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...spellings.map(({ spelling }) => spelling)),
      fc.constantFrom('0x', 'c000', 'O', '__proto__', 'constructor.name', '[', '(12)', '\n'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = idsOf(parts.join(' '));
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('errorsNamedIn', () => {
  it('gives what a text names and searches for nothing.', () => {
    expect(errorsNamedIn('keyboard password')).toEqual([]);
    expect(errorsNamedIn('exit status 0xc0000428').map(({ id }) => id)).toEqual(['0xc0000428']);
  });
});

describe('the catalogue', () => {
  it('has no id twice, whatever the case.', () => {
    const ids = knownErrors.map(({ id }) => id.toLowerCase());
    expect(ids.length).toBeGreaterThan(200);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('has no code, name or short spelling at two errors.', () => {
    const exact = knownErrors.flatMap(({ codes, names, short }) => [...codes, ...names, ...short]);
    expect(exact.filter((spelling, at) => exact.indexOf(spelling) !== at)).toEqual([]);
  });

  it('knows every error of this program and every explanation of Ventoy’s lines.', () => {
    for (const code of Object.keys(errorCatalogue)) expect(knownError(code).place).toBe('program');
    for (const code of Object.keys(ventoyExplanations)) {
      expect(knownError(`ventoy:${code}`).place).toBe('ventoy');
    }
  });

  it('says of every error what it means and what to do, and from where each statement is known.', () => {
    for (const { id, meaning, causes, steps } of knownErrors) {
      expect(meaning.length, id).toBeGreaterThan(0);
      expect(steps.length, id).toBeGreaterThan(0);
      for (const { text, source } of [...meaning, ...causes]) {
        expect(text, id).toMatch(/[.”]$/);
        expect(source.title, id).not.toBe('');
        if (source.certainty === 'documented') expect(source.url, id).toMatch(/^https:\/\//);
      }
      for (const step of steps) expect(step, id).toMatch(/[.”›]$/);
    }
  });

  it('leaves no parameter of an error text open.', () => {
    for (const { id, title, steps } of knownErrors) {
      for (const text of [title, ...steps]) expect(text, id).not.toMatch(/[{}]/);
    }
  });

  it('has every error that a check leads to.', () => {
    for (const id of Object.values(checkExplanations).flat()) {
      expect(knownError(id).place).not.toBe('program');
    }
  });
});

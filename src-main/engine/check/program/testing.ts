import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

export const MACHINE = { x64: 0x8664, arm64: 0xaa64, ia32: 0x014c, itanium: 0x0200 } as const;
/** Bytes of an `efiProgram`, whose only section is the second half. */
export const PROGRAM_BYTES = 1024;
export const OPTIONAL_HEADER = 64 + 24;

/** The smallest program that firmware would take for one: headers and one section of 512 bytes. */
export function efiProgram(machine: number): Buffer {
  const isNarrow = machine === MACHINE.ia32;
  const [format, directories] = isNarrow ? [0x10b, 92] : [0x20b, 108];
  const headerBytes = directories + 4 + 16 * 8;
  const program = Buffer.alloc(PROGRAM_BYTES);
  program.write('MZ', 0, 'latin1');
  program.writeUInt32LE(64, 60);
  program.write('PE\0\0', 64, 'latin1');
  program.writeUInt16LE(machine, 64 + 4);
  program.writeUInt16LE(1, 64 + 6);
  program.writeUInt16LE(headerBytes, 64 + 20);
  program.writeUInt16LE(format, OPTIONAL_HEADER);
  program.writeUInt32LE(512, OPTIONAL_HEADER + 60);
  program.writeUInt16LE(10, OPTIONAL_HEADER + 68);
  program.writeUInt32LE(16, OPTIONAL_HEADER + directories);
  const section = OPTIONAL_HEADER + headerBytes;
  program.write('.text', section, 'latin1');
  program.writeUInt32LE(512, section + 16);
  program.writeUInt32LE(512, section + 20);
  return program;
}

export interface Names {
  authority: string;
  signer: string;
}

/** Names like Microsoft's, of certificates that a test made. Nothing of Microsoft's is in them. */
export const SIMULATED_MICROSOFT: Names = {
  authority: 'Windows UEFI CA 2023',
  signer: 'Microsoft Windows',
};

/** Signs programs, by osslsigncode, with a key that openssl made and an authority that openssl made certifies. */
export class SimulatedSigner {
  private constructor(private readonly folder: string) {}

  static async make({ authority, signer }: Names): Promise<SimulatedSigner> {
    const folder = await mkdtemp(join(tmpdir(), 'signer “test” '));
    const openssl = (...args: string[]) => exec('openssl', args, { cwd: folder });
    const key = ['-newkey', 'rsa:2048', '-nodes'];
    const days = ['-days', '3650'];
    await openssl(
      ...['req', '-utf8', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', ...days],
      ...['-subj', `/CN=${authority}`],
    );
    await openssl(
      ...[
        'req',
        '-utf8',
        ...key,
        '-keyout',
        'signer.key',
        '-out',
        'signer.csr',
        '-subj',
        `/CN=${signer}`,
      ],
    );
    await openssl(
      ...['x509', '-req', '-in', 'signer.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key'],
      ...['-set_serial', '7', ...days, '-out', 'signer.pem'],
    );
    return new SimulatedSigner(folder);
  }

  async sign(program: Buffer, digest: 'sha256' | 'sha1' = 'sha256'): Promise<Buffer> {
    const folder = await mkdtemp(join(this.folder, 'program '));
    const [from, to] = [join(folder, 'in.efi'), join(folder, 'out.efi')];
    await writeFile(from, program);
    const who = [
      '-certs',
      join(this.folder, 'signer.pem'),
      '-key',
      join(this.folder, 'signer.key'),
    ];
    await exec('osslsigncode', ['sign', ...who, '-h', digest, '-in', from, '-out', to]);
    return readFile(to);
  }

  /** What osslsigncode says of a signature by this signer. */
  async judge(program: Buffer): Promise<'good' | 'bad'> {
    const path = join(await mkdtemp(join(this.folder, 'judged ')), 'program.efi');
    await writeFile(path, program);
    const args = ['verify', '-CAfile', join(this.folder, 'ca.pem'), '-in', path];
    return exec('osslsigncode', args).then(
      () => 'good',
      () => 'bad',
    );
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

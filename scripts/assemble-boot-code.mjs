/* Assembles the boot code for a BIOS, with nasm, into src-main/disk/boot-code/assembled.ts. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './lib/paths.mjs';
import { mustRun, runMain } from './lib/run.mjs';

const folder = join(projectRoot, 'src-main/disk/boot-code');

/** @param {string} name */
async function assemble(name) {
  const scratch = await mkdtemp(join(tmpdir(), 'sticksmith-assemble-'));
  try {
    const output = join(scratch, 'code.bin');
    await mustRun('nasm', ['-I', `${folder}/`, '-o', output, join(folder, `${name}.asm`)]);
    return await readFile(output);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {Buffer} bytes */
function inRows(bytes) {
  const rows = bytes.toString('hex').match(/.{1,64}/g) ?? [];
  return rows.map((row) => `  '${row}',\n`).join('');
}

await runMain(async () => {
  const text = `/* Made by scripts/assemble-boot-code.mjs of mbr.asm and fat32.asm: hexadecimal, 32 bytes a row. */

export const MBR_CODE_ROWS: readonly string[] = [
${inRows(await assemble('mbr'))}];

export const FAT32_CODE_ROWS: readonly string[] = [
${inRows(await assemble('fat32'))}];
`;
  await writeFile(join(folder, 'assembled.ts'), text);
  return 0;
});

import { stickError } from '../../../../src-shared/errors';
import { lastLine } from '../../text-lines';
import type { Operation, OperationFailure, OperationOutput } from '../operation';

/** What is said of an operation; what isn't is as with most of them. */
type Wanted = Pick<Operation, 'title' | 'program' | 'args' | 'failureOf'> & Partial<Operation>;

/**
 * An operation with no script, no input, no progress and nothing to take back, unless said otherwise. Throws
 * `windows/unusable-text` for an argument that only by its name stands for a script.
 */
export function makeOperation(wanted: Wanted): Operation {
  const operation: Operation = {
    scripts: [],
    stdin: null,
    okCodes: [0],
    progressOf: () => null,
    undo: null,
    ...wanted,
  };
  for (const { name } of operation.scripts) {
    const places = operation.args.filter((text) => text.endsWith(`{${name}}`));
    if (places.length === 1) continue;
    const text = JSON.stringify(places.at(-1) ?? name);
    const message = `it ends as if it were the script ${name}`;
    throw stickError('windows/unusable-text', { tool: operation.program, text, message });
  }
  return operation;
}

/** A code as Windows' documentation writes an HRESULT: `0x` and eight digits. Smaller numbers stay as they are. */
export function windowsCode(code: number): string {
  const unsigned = code >>> 0;
  return unsigned < 0x1_0000 ? String(unsigned) : `0x${unsigned.toString(16).padStart(8, '0')}`;
}

/** For programs whose exit code alone tells that they failed: their last line tells why. */
export function failureByCode(okCodes: readonly number[]) {
  return ({ code, stdout, stderr }: OperationOutput): OperationFailure | null => {
    if (okCodes.includes(code)) return null;
    const message = lastLine(stderr) ?? lastLine(stdout) ?? '';
    return { windowsCode: windowsCode(code), message };
  };
}

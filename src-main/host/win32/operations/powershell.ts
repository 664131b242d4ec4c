import { stickError } from '../../../../src-shared/errors';
import { lastLine, linesOf } from '../../text-lines';
import type { Operation, OperationFailure, OperationInput, OperationOutput } from '../operation';
import { makeOperation, windowsCode } from './make-operation';

/**
 * Windows PowerShell 5.1, with `-EncodedCommand` (learn.microsoft.com, about_PowerShell_exe). A script file is not
 * started where a policy wants signed scripts, and would have to be protected from the moment it is written; a
 * command line needs a third way of quoting. The price is a length of 32,767 characters, and that virus scanners
 * look twice at such commands.
 */

/**
 * Characters of a script: four of Base64 for three bytes, two bytes a character, and room for the rest of the
 * command line.
 */
const LONGEST_SCRIPT = 12_000;

/** Begins the one line on stderr that tells of a failure. */
const FAILED = 'sticksmith-failed';

interface PowerShellCall {
  title: string;
  /** Statements, each on lines of its own. Whatever a person wrote is quoted by `quotePowerShell`. An error ends them. */
  body: string;
  /** Read by the script as `$input`. ASCII, since PowerShell decodes it with whatever code page the computer has. */
  stdin?: OperationInput;
}

/** Throws `windows/unusable-text` for a script that no command line holds. */
export function powerShell({ title, body, stdin }: PowerShellCall): Operation {
  const script = frame(body);
  if (script.length > LONGEST_SCRIPT) {
    const text = `“${title}”`;
    const message = 'its script is too long';
    throw stickError('windows/unusable-text', { tool: 'powershell', text, message });
  }
  return makeOperation({
    title,
    program: 'powershell.exe',
    args: [
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-OutputFormat', 'Text'],
      ...['-EncodedCommand', Buffer.from(script, 'utf16le').toString('base64')],
    ],
    stdin: stdin ?? null,
    failureOf: powerShellFailure,
  });
}

/** The script that an operation hands to PowerShell; null when it is none of these. */
export function powerShellScript({ args }: Operation): string | null {
  if (args.at(-2) !== '-EncodedCommand') return null;
  return Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
}

/** Errors are told on one line with their HRESULT, since PowerShell's own way breaks lines at a terminal's width. */
function frame(body: string): string {
  return `$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
try {
${body
  .trim()
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
} catch {
    $why = $_.Exception.Message -replace '\\s+', ' '
    [Console]::Error.WriteLine(('${FAILED} 0x{0:x8} {1}' -f $_.Exception.HResult, $why))
    exit 1
}
exit 0
`;
}

function powerShellFailure({ code, stdout, stderr }: OperationOutput): OperationFailure | null {
  if (code === 0) return null;
  const told = linesOf(stderr).find((line) => line.startsWith(FAILED));
  if (told === undefined) {
    // It could not even begin, or was ended.
    const message = lastLine(stderr) ?? lastLine(stdout) ?? '';
    return { windowsCode: windowsCode(code), message };
  }
  const [, number = null, message = ''] = /^\S+ (0x[0-9a-f]{8}) ?(.*)$/.exec(told) ?? [];
  return { windowsCode: number, message };
}

import type { Computer, SimulatedVolume } from './computer';
import { callMethod, type MethodAnswer, type MethodValues } from './encryptable-volume';
import type { ProgramCall } from './program';
import { ProgramFailed, SimulationLimit } from './simulation-limit';

const PATH = "'(\\\\\\\\\\?\\\\Volume\\{[0-9a-f-]{36}\\}\\\\)'";
const INPUT = [
  '$lines = @($input)',
  "if ($lines.Count -lt 2) { throw 'The password did not arrive' }",
];
/** How scripts come by `$volume`, whose path stands where `PATH` does. */
const FIND = [
  'function Assert-Done($answer) {',
  "$code = [BitConverter]::ToInt32([BitConverter]::GetBytes([uint32]$answer['ReturnValue']), 0)",
  'if ($code -ne 0) { throw [Runtime.InteropServices.Marshal]::GetExceptionForHR($code) }',
  '}',
  "$scope = [Management.ManagementScope]'\\\\.\\root\\CIMV2\\Security\\MicrosoftVolumeEncryption'",
  "$scope.Options.Authentication = 'PacketPrivacy'",
  "$query = [Management.ObjectQuery]'SELECT * FROM Win32_EncryptableVolume'",
  '$volume = $null',
  'foreach ($one in [Management.ManagementObjectSearcher]::new($scope, $query).Get()) {',
  "if ([string]$one['DeviceID'] -eq PATH) { $volume = $one }",
  '}',
  "if ($null -eq $volume) { throw 'Windows has no such volume that it could encrypt' }",
];

const PARAMETERS = /^\$values = \$volume\.GetMethodParameters\('(\w+)'\)$/;
const SET = /^\$values\['(\w+)'\] = (.+)$/;
const SECRET =
  /^\[Text\.Encoding\]::Unicode\.GetString\(\[Convert\]::FromBase64String\(\$lines\[(\d)\]\)\)$/;
const CALL =
  /^(?<assert>Assert-Done )?(?:\$(?<into>\w+) = )?\$volume\.InvokeMethod\('(?<method>\w+)', \$(?<given>values|null), \$null\)$/;
const ASSERT = /^Assert-Done \$(\w+)$/;
const PRINT = /^\[Console\]::Out\.WriteLine\(\('([^']+)' -f (.+)\)\)$/;
const LOOP = 'for (;;) {';
const BREAK = /^if \(\[int\]\$status\['ConversionStatus'\] -ne (\d)\) \{ break \}$/;
const BLOCK = /^if \(\[int\]\$status\['ConversionStatus'\] -eq (\d)\) \{$/;
const SLEEP = /^\[Threading\.Thread\]::Sleep\(\d+\)$/;

export function isBitLockerScript(lines: readonly string[]): boolean {
  return lines.includes(FIND[4] ?? '');
}

/** Carries out a script that calls methods of Win32_EncryptableVolume. Only the statements that such scripts have are known. */
export async function runBitLockerScript(
  computer: Computer,
  lines: readonly string[],
  call: ProgramCall,
): Promise<void> {
  const reads = lines[0] === INPUT[0];
  const rest = lines.slice(reads ? INPUT.length : 0);
  const start = [...(reads ? INPUT : []), ...FIND];
  const path = new RegExp(PATH, 'i').exec(rest.slice(0, FIND.length).join('\n'))?.[1] ?? '';
  const isKnown = start.every((line, at) => line.replace('PATH', () => `'${path}'`) === lines[at]);
  if (!isKnown) throw new SimulationLimit('PowerShell finds a volume in an unknown way');
  const volume = computer.volumes.find(({ id }) => path.toLowerCase().includes(`{${id}}`));
  if (!volume) throw failed(0x8013_1501, 'Windows has no such volume that it could encrypt');
  await new Script(computer, volume, call).run(rest.slice(FIND.length));
}

class Script {
  #parameters: { method: string; values: MethodValues } = { method: '', values: {} };
  readonly #answers = new Map<string, MethodAnswer>();

  constructor(
    private readonly computer: Computer,
    private readonly volume: SimulatedVolume,
    private readonly call: ProgramCall,
  ) {}

  /** Whether it was broken off, for a loop. */
  async run(lines: readonly string[]): Promise<boolean> {
    const [line, ...rest] = lines;
    if (line === undefined) return false;
    const inner = rest.slice(0, -1);
    if (line === LOOP && rest.at(-1) === '}') {
      while (!this.call.signal.aborted && !(await this.run(inner)));
      return false;
    }
    const block = BLOCK.exec(line);
    if (block && rest.at(-1) === '}') {
      return this.#status === Number(block[1]) ? this.run(inner) : false;
    }
    const left = BREAK.exec(line);
    if (left) return this.#status === Number(left[1]) ? this.run(rest) : true;
    await this.#statement(line);
    return this.run(rest);
  }

  get #status(): number {
    return Number(this.#answers.get('status')?.['ConversionStatus']);
  }

  async #statement(line: string): Promise<void> {
    const parameters = PARAMETERS.exec(line);
    const set = SET.exec(line);
    const called = CALL.exec(line)?.groups;
    const asserted = ASSERT.exec(line);
    const printed = PRINT.exec(line);
    if (parameters) {
      this.#parameters = { method: parameters[1] ?? '', values: {} };
    } else if (set) {
      const { method, values } = this.#parameters;
      const value = this.#valueOf(set[2] ?? '');
      this.#parameters = { method, values: { ...values, [set[1] ?? '']: value } };
    } else if (called) {
      await this.#invoke(called);
    } else if (asserted) {
      assertDone(this.#answers.get(asserted[1] ?? ''));
    } else if (printed) {
      this.#print(printed[1] ?? '', (printed[2] ?? '').split(', '));
    } else if (!SLEEP.test(line)) {
      throw new SimulationLimit(`PowerShell: ${line}`);
    }
  }

  async #invoke({ assert, into, method = '', given }: Record<string, string>): Promise<void> {
    const { method: meant, values } = this.#parameters;
    if (given === 'values' && meant !== method) throw new SimulationLimit(`parameters of ${meant}`);
    const answer = await callMethod(
      this.computer,
      this.volume,
      method,
      given === 'values' ? values : {},
    );
    if (assert !== undefined) assertDone(answer);
    if (into !== undefined) this.#answers.set(into, answer);
  }

  #valueOf(text: string): MethodValues[string] {
    const secret = SECRET.exec(text)?.[1];
    if (secret !== undefined) {
      const typed = this.call.stdin.split('\r\n')[Number(secret)] ?? '';
      return Buffer.from(typed, 'base64').toString('utf16le');
    }
    if (text === '$true') return true;
    if (/^\d+$/.test(text)) return Number(text);
    const quoted = /^'([^']*)'$/.exec(text)?.[1];
    if (quoted === undefined) throw new SimulationLimit(`PowerShell: ${text}`);
    return quoted;
  }

  #print(format: string, values: readonly string[]): void {
    const shown = values.map((value) => {
      const [, name = '', field = ''] = /^\$(\w+)\['(\w+)'\]$/.exec(value) ?? [];
      return String(this.#answers.get(name)?.[field] ?? '');
    });
    const text = format.replace(/\{(\d)\}/g, (_, at: string) => shown[Number(at)] ?? '');
    this.call.print(`${text}\r\n`);
  }
}

function assertDone(answer: MethodAnswer | undefined): void {
  const code = Number(answer?.['ReturnValue']);
  if (code !== 0) throw failed(code, 'Exception from HRESULT');
}

/** As the scripts' own frame tells of an error. */
function failed(code: number, message: string): ProgramFailed {
  const number = code.toString(16).padStart(8, '0');
  return new ProgramFailed(1, `sticksmith-failed 0x${number} ${message}\r\n`, 'stderr');
}

import { WindowsError } from './win32-codes';

/** Right to ask about a token. (documented: https://learn.microsoft.com/windows/win32/secauthz/access-rights-for-access-token-objects) */
const TOKEN_QUERY = 0x0008;
/** TOKEN_INFORMATION_CLASS: the answer, a TOKEN_ELEVATION, is one number of 32 bits. (documented:
 * https://learn.microsoft.com/windows/win32/api/winnt/ne-winnt-token_information_class) */
const TOKEN_ELEVATION = 20;

/**
 * Whether this process has administrator rights in full already, as at a command prompt of an administrator and for services, so
 * that nobody has to be asked for them. Throws a `WindowsError`, and where there are no such libraries.
 * (documented: https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-gettokeninformation)
 */
export async function isElevated(): Promise<boolean> {
  const { default: koffi } = await import('koffi');
  const kernel32 = koffi.load('kernel32.dll');
  const advapi32 = koffi.load('advapi32.dll');
  const std = '__stdcall';
  const currentProcess = kernel32.func(std, 'GetCurrentProcess', 'intptr_t', []);
  const closeHandle = kernel32.func(std, 'CloseHandle', 'int', ['intptr_t']);
  const lastError = kernel32.func(std, 'GetLastError', 'uint32_t', []);
  const openProcessToken = advapi32.func(std, 'OpenProcessToken', 'int', [
    'intptr_t',
    'uint32_t',
    'void *',
  ]);
  const getTokenInformation = advapi32.func(std, 'GetTokenInformation', 'int', [
    'intptr_t',
    'int',
    'void *',
    'uint32_t',
    'void *',
  ]);

  const room = Buffer.alloc(8);
  if (openProcessToken(currentProcess(), TOKEN_QUERY, room) === 0) {
    throw new WindowsError('OpenProcessToken', lastError() as number);
  }
  const token = room.readBigInt64LE(0);
  try {
    const answer = Buffer.alloc(4);
    const length = Buffer.alloc(4);
    if (getTokenInformation(token, TOKEN_ELEVATION, answer, answer.length, length) === 0) {
      throw new WindowsError('GetTokenInformation', lastError() as number);
    }
    return answer.readUInt32LE(0) !== 0;
  } finally {
    closeHandle(token);
  }
}

import koffi, { type LibraryHandle } from 'koffi';

/** libwim and the code behind it keep large arrays on the stack; koffi's default is 128 KiB. */
koffi.config({ ...koffi.config(), async_stack_size: 8 * 1024 * 1024 });

/** Loads a shared library by its soname. All libraries come through here, after koffi is set up. */
export function loadLibrary(soname: string): LibraryHandle {
  return koffi.load(soname);
}

import koffi from 'koffi';
import { loadLibrary } from './load-library';

/** The functions of libwim 1.13 and later (soname 15) that are used, as wimlib.h declares them. */

export const WIMLIB_SUCCESS = 0;
export const WIMLIB_ERR_PATH_DOES_NOT_EXIST = 49;
const WIMLIB_INIT_FLAG_DEFAULT_CASE_INSENSITIVE = 0x20;
const WIMLIB_ITERATE_DIR_TREE_FLAG_CHILDREN = 0x2;
const WIMLIB_EXTRACT_FLAG_NTFS = 0x1;
const WIMLIB_EXTRACT_FLAG_NO_ACLS = 0x40;
const WIMLIB_EXTRACT_FLAG_NO_ATTRIBUTES = 0x100000;
const WIMLIB_PROGRESS_MSG_EXTRACT_STREAMS = 4;
const WIMLIB_PROGRESS_STATUS_CONTINUE = 0;
const WIMLIB_PROGRESS_STATUS_ABORT = 1;
const FILE_ATTRIBUTE_DIRECTORY = 0x10;
const WIMLIB_UPDATE_OP_ADD = 0;
const WIMLIB_UPDATE_OP_DELETE = 1;
/** Folders go with all in them. */
const WIMLIB_DELETE_FLAG_RECURSIVE = 0x2;

const library = loadLibrary('libwim.so.15');

koffi.struct('wimlib_wim_info', {
  guid: koffi.array('uint8_t', 16),
  image_count: 'uint32_t',
  boot_index: 'uint32_t',
  wim_version: 'uint32_t',
  chunk_size: 'uint32_t',
  part_number: 'uint16_t',
  total_parts: 'uint16_t',
  // Everything after this is of no interest here; the library writes it all the same.
  rest: koffi.array('uint8_t', 128),
});
const ExtractProgress = koffi.struct('wimlib_progress_info_extract', {
  image: 'uint32_t',
  extract_flags: 'uint32_t',
  wimfile_name: 'void *',
  image_name: 'void *',
  target: 'void *',
  reserved: 'void *',
  total_bytes: 'uint64_t',
  completed_bytes: 'uint64_t',
});
const DirEntry = koffi.struct('wimlib_dir_entry', {
  filename: 'void *',
  dos_name: 'void *',
  full_path: 'const char *',
  depth: 'size_t',
  security_descriptor: 'void *',
  security_descriptor_size: 'size_t',
  attributes: 'uint32_t',
});
koffi.struct('wimlib_update_command_add', {
  op: 'int',
  fs_source_path: 'const char *',
  wim_target_path: 'const char *',
  config_file: 'const char *',
  add_flags: 'int',
});
/** The same union member size as the other commands: they lie in one array. */
koffi.struct('wimlib_update_command_delete', {
  op: 'int',
  wim_path: 'const char *',
  delete_flags: 'int',
  rest: koffi.array('uint8_t', 16),
});
const ProgressFunction = koffi.proto('int wimlib_progress_func_t(int msg, void *info, void *ctx)');
const IterateFunction = koffi.proto('int wimlib_iterate_callback_t(void *entry, void *ctx)');

const globalInit = library.func('int wimlib_global_init(int flags)');
const setPrintErrors = library.func('int wimlib_set_print_errors(bool show)');
const setErrorFile = library.func('int wimlib_set_error_file_by_name(const char *path)');
const errorString = library.func('const char *wimlib_get_error_string(int code)');
const openWim = library.func(
  'int wimlib_open_wim_with_progress(const char *path, int flags, _Out_ void **wim, wimlib_progress_func_t *progress, void *ctx)',
);
const getInfo = library.func('int wimlib_get_wim_info(void *wim, _Out_ wimlib_wim_info *info)');
const referenceFiles = library.func(
  'int wimlib_reference_resource_files(void *wim, const char **paths, unsigned int count, int ref_flags, int open_flags)',
);
const iterate = library.func(
  'int wimlib_iterate_dir_tree(void *wim, int image, const char *path, int flags, wimlib_iterate_callback_t *callback, void *ctx)',
);
const extractPaths = library.func(
  'int wimlib_extract_paths(void *wim, int image, const char *target, const char **paths, size_t count, int flags)',
);
const extractImage = library.func(
  'int wimlib_extract_image(void *wim, int image, const char *target, int flags)',
);
const updateImage = library.func(
  'int wimlib_update_image(void *wim, int image, const wimlib_update_command_add *commands, size_t count, int flags)',
);

const removeFromImage = library.func(
  'int wimlib_update_image(void *wim, int image, const wimlib_update_command_delete *commands, size_t count, int flags)',
);

/** An open WIM. A pointer; only functions of this file may use it. */
export type WimHandle = bigint & { readonly wim: unique symbol };

export interface WimInfo {
  imageCount: number;
  partNumber: number;
  totalParts: number;
}

export interface Listener {
  /** File data unpacked so far, in bytes. */
  onProgress: (doneBytes: number, totalBytes: number) => void;
  /** Asked now and then; libwim gives up when it says so. */
  isCancelled: () => boolean;
}

/** Readies the library. Its messages go to `errorFile`, which is made. Returns libwim's error code. */
export function initialise(errorFile: string): number {
  const code = Number(globalInit(WIMLIB_INIT_FLAG_DEFAULT_CASE_INSENSITIVE));
  if (code !== WIMLIB_SUCCESS) return code;
  setPrintErrors(true);
  return Number(setErrorFile(errorFile));
}

/** libwim's own words for one of its error codes. */
export function describe(code: number): string {
  return String(errorString(code));
}

/** Opens a WIM or the first part of a split one. It stays open as long as the process lives. */
export async function open(
  path: string,
  listener: Listener,
): Promise<{ code: number; wim: WimHandle | null }> {
  const onMessage = (message: number, info: bigint | null): number => {
    if (message === WIMLIB_PROGRESS_MSG_EXTRACT_STREAMS && info !== null) {
      const extract = koffi.decode(info, ExtractProgress) as {
        total_bytes: number | bigint;
        completed_bytes: number | bigint;
      };
      listener.onProgress(Number(extract.completed_bytes), Number(extract.total_bytes));
    }
    return listener.isCancelled() ? WIMLIB_PROGRESS_STATUS_ABORT : WIMLIB_PROGRESS_STATUS_CONTINUE;
  };
  const progress = koffi.register(onMessage, koffi.pointer(ProgressFunction));
  const out: [WimHandle | null] = [null];
  const code = await call(openWim, path, 0, out, progress, null);
  return { code, wim: out[0] };
}

export function info(wim: WimHandle): WimInfo {
  const out: Record<string, number> = {};
  getInfo(wim, out);
  return {
    imageCount: out['image_count'] ?? 0,
    partNumber: out['part_number'] ?? 1,
    totalParts: out['total_parts'] ?? 1,
  };
}

/** Makes the data in other parts of a split WIM available. */
export function reference(wim: WimHandle, paths: string[]): Promise<number> {
  return call(referenceFiles, wim, paths, paths.length, 0, 0);
}

interface ImagePath {
  path: string;
  directory: boolean;
}

/** Finds a file or folder of an image without regard to case. */
export async function find(
  wim: WimHandle,
  image: number,
  path: string,
): Promise<{ code: number; found: ImagePath | null }> {
  const { code, found } = await visit(wim, image, path, 0);
  return { code, found: found[0] ?? null };
}

/** Lists what lies in a folder of an image itself, found without regard to case. */
export function list(
  wim: WimHandle,
  image: number,
  folder: string,
): Promise<{ code: number; found: ImagePath[] }> {
  return visit(wim, image, folder, WIMLIB_ITERATE_DIR_TREE_FLAG_CHILDREN);
}

async function visit(
  wim: WimHandle,
  image: number,
  path: string,
  flags: number,
): Promise<{ code: number; found: ImagePath[] }> {
  const found: ImagePath[] = [];
  const onEntry = (pointer: bigint): number => {
    const entry = koffi.decode(pointer, DirEntry) as { full_path: string; attributes: number };
    const directory = (entry.attributes & FILE_ATTRIBUTE_DIRECTORY) !== 0;
    found.push({ path: entry.full_path, directory });
    return 0;
  };
  const callback = koffi.register(onEntry, koffi.pointer(IterateFunction));
  try {
    const code = await call(iterate, wim, image, path, flags, callback, null);
    return { code, found };
  } finally {
    koffi.unregister(callback);
  }
}

/** Unpacks files and folders into a folder, without Windows' permissions and attributes. */
export function extract(
  wim: WimHandle,
  image: number,
  paths: string[],
  into: string,
): Promise<number> {
  const flags = WIMLIB_EXTRACT_FLAG_NO_ACLS | WIMLIB_EXTRACT_FLAG_NO_ATTRIBUTES;
  return call(extractPaths, wim, image, into, paths, paths.length, flags);
}

/** Adds files to the image in memory; the WIM itself stays as it is. */
export function add(
  wim: WimHandle,
  image: number,
  files: { source: string; target: string }[],
): Promise<number> {
  const commands = files.map(({ source, target }) => ({
    op: WIMLIB_UPDATE_OP_ADD,
    fs_source_path: source,
    wim_target_path: target,
    config_file: null,
    add_flags: 0,
  }));
  return call(updateImage, wim, image, commands, commands.length, 0);
}

/** Leaves files and folders, spelled as `find` answered, out of the image in memory; the WIM itself stays as it is. */
export function remove(wim: WimHandle, image: number, paths: string[]): Promise<number> {
  const commands = paths.map((path) => ({
    op: WIMLIB_UPDATE_OP_DELETE,
    wim_path: path,
    delete_flags: WIMLIB_DELETE_FLAG_RECURSIVE,
    rest: new Uint8Array(16),
  }));
  return call(removeFromImage, wim, image, commands, commands.length, 0);
}

/** Unpacks an image, with all of Windows' metadata, into an empty NTFS volume in a file. */
export function apply(wim: WimHandle, image: number, volume: string): Promise<number> {
  return call(extractImage, wim, image, volume, WIMLIB_EXTRACT_FLAG_NTFS);
}

/** Calls a function on another thread, so that this one can still be told to stop. */
function call(
  func: { async: (...args: unknown[]) => unknown },
  ...args: unknown[]
): Promise<number> {
  return new Promise((resolve, reject) => {
    func.async(...args, (error: Error | null, code: number) => {
      if (error) reject(error);
      else resolve(code);
    });
  });
}

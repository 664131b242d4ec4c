/** Version 1 had no `layout`, no size for Windows, and one choice about Windows. */
export const PLAN_VERSION = 2;

export type { Env } from './env-reader';
export { leaveToBeginAnew, leaveWithParent } from './leave-with-parent';
export { loadSettings, type LoadedSettings } from './load-settings';
export { readSettings } from './read-settings';
export type { Fault, Settings } from './settings';
export { keepOnce, keptIn } from './kept-once';

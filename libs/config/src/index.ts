export type { Env } from './env-reader';
export { InvalidSettings } from './invalid-settings';
export { loadSettings, type LoadedSettings } from './load-settings';
export { readSettings } from './read-settings';
export type { Fault, Settings } from './settings';

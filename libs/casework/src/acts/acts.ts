import type { Act } from './act';

/** The part of completing a task that belongs to its form, by form id; a form without a line only moves the process. */
export const ACTS: Readonly<Record<string, Act>> = {};

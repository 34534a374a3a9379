import type { Act } from './act';
import { ROUND_ACTS } from './round-acts';
import { baoCao } from './bao-cao';
import { hopBinhXet } from './hop-binh-xet';
import { tiepNhan } from './tiep-nhan';

/** The part of completing a task that belongs to its form, by form id; a form without a line only moves the process. */
export const ACTS: Readonly<Record<string, Act>> = { ...ROUND_ACTS, 'bao-cao': baoCao, 'hop-binh-xet': hopBinhXet, 'tiep-nhan': tiepNhan };

import { AFTER_ACTS } from '../after-decision/acts';
import { MOVEMENT_ACTS } from '../movements/acts';
import type { Act } from './act';
import { ROUND_ACTS } from './round-acts';
import { baoCao } from './bao-cao';
import { hopBinhXet } from './hop-binh-xet';
import { tiepNhan } from './tiep-nhan';
import { ORGANISATION_ACTS } from '../organisations/organisation-acts';

/** The part of completing a task that belongs to its form, by form id; a form without a line only moves the process. */
export const ACTS: Readonly<Record<string, Act>> = {
  ...ROUND_ACTS,
  ...ORGANISATION_ACTS,
  ...AFTER_ACTS,
  ...MOVEMENT_ACTS,
  'bao-cao': baoCao,
  'hop-binh-xet': hopBinhXet,
  'tom-tat': baoCao,
  'tiep-nhan': tiepNhan,
};

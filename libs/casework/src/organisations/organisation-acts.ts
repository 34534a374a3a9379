import type { Act } from '../acts/act';
import { kiemPhieuCum } from './clusters/kiem-phieu-cum';
import { moHopCum } from './clusters/mo-hop-cum';
import { kiemTraNoiBo } from './kiem-tra-noi-bo';

/** Steps of units that decide themselves and of clusters, by form id. */
export const ORGANISATION_ACTS: Readonly<Record<string, Act>> = {
  'kiem-tra-noi-bo': kiemTraNoiBo,
  'mo-hop-cum': moHopCum,
  'kiem-phieu-cum': kiemPhieuCum,
};

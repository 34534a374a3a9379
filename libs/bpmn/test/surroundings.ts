import type { Decision } from '@thidua/feel';
import type { Surroundings } from '../src/surroundings';

const AUTHORITY: Decision = { id: 'tham-quyen', name: 'Thẩm quyền', evaluate: () => ({ value: null, warnings: [], trace: [] }) };

/** Everything the fixtures refer to exists. */
export const GENEROUS: Surroundings = {
  jobTypes: new Set(['make-papers', 'send-results']),
  formIds: new Set(['bao-cao', 'tham-dinh', 'ky', 'cap-so']),
  decisions: new Map([[AUTHORITY.id, AUTHORITY]]),
  callable: new Set(['trinh-trung-uong']),
};

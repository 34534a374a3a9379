import { shippedPack } from '../../../../test/harness/shipped-law';
import { packToPlain } from './pack-plain';
import { readPackPlain } from './read-pack';

describe('packToPlain', () => {
  it.each(['vn-2024-nd98', 'vn-2025-nd152', 'vn-2026-l2026', 'vn-2027-next', 'vn-2027-next-mo-phong', 'local-bac-ninh-2025-12-15'])(
    'reads back to the same %s',
    (id) => {
      const pack = shippedPack(id);
      const read = readPackPlain(packToPlain(pack));
      expect(read.ok ? [] : read.error).toEqual([]);
      expect(read.ok && read.value).toEqual(pack);
    },
  );
});

import type { DossierScene } from '../../apps/worker/src/papers/scene';
import { date } from '../harness/shipped-law';
import { dayMs, holderIn, type Chain } from './chains';
import { NOTHING } from './evidence-facts';

/** A dossier of the school that its commune receives. */
export function dossierIn(chain: Chain, more: Partial<DossierScene>): DossierScene {
  return {
    pack: chain.pack,
    movement: undefined,
    today: date(chain.today),
    nowMs: Date.parse(`${chain.today}T02:00:00Z`),
    simulated: false,
    rows: [],
    papers: [],
    holder: holderIn,
    dossier: {
      id: 'ho-so',
      code: 'HS-2026-0001',
      title: 'Đề nghị khen thưởng năm học trước',
      occasion: 'annual',
      year: Number(chain.today.slice(0, 4)) - 1,
      movementId: null,
      orgId: chain.school.id,
      communeId: chain.commune.id,
      route: 'upper',
      receiverOrgId: chain.commune.id,
      deskOrgId: chain.commune.id,
      procedure: 'ordinary',
      procedureGround: null,
      packHash: 'h',
      receivedMs: dayMs(chain, '02-02T02:00:00Z'),
      createdMs: dayMs(chain, '01-20T02:00:00Z'),
    },
    unit: chain.school,
    commune: chain.commune,
    receiver: chain.commune,
    desk: chain.commune,
    province: chain.province,
    evidence: NOTHING,
    people: [],
    meeting: {
      heldAt: `${chain.today.slice(0, 4)}-01-22`,
      invited: 35,
      present: 34,
      place: 'Phòng họp nhà trường',
      chair: 'Đỗ Thanh Bình',
      secretary: 'Bùi Thu Trang',
    },
    report: {},
    intake: {},
    limitDays: 20,
    dueDay: '2026-03-09',
    decisions: new Map(),
    ...more,
  };
}

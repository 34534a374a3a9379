import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, type Page, type ProcessGraph } from '@thidua/bpmn';
import type { Decision } from '@thidua/feel';
import { deploy } from '../../../test/harness/deploy';
import { Play } from '../../../test/harness/engine-play';

/** Plays the example of a page from its start and answers what happened, as the page tells it. */
type Story = (play: Play, others: readonly ProcessGraph[]) => readonly unknown[];

const ended = (play: Play): readonly [status: string | undefined, ...completed: string[]] => [
  play.state?.status,
  ...play.completed().filter((id) => id !== ''),
];
const xa = 'binh-an';

const STORIES = {
  process: (play) => ended(play.start({ xa }).complete('Tham_dinh')),
  'user-task': (play) => {
    play.start({ xa, khan: true });
    const [task] = play.effectsOf('create-task');
    return [task?.candidateGroups, task?.priority, task?.formId, ...ended(play.complete('Tham_dinh').complete('Ky'))];
  },
  'service-task': (play) => {
    play.start({ ho_so: { ma: 'HS-1' } });
    return [play.effectsOf('create-job')[0]?.jobType, ...ended(play.complete('Lap', { so_trang: 3 })), play.lastSet('so_trang_to_trinh')];
  },
  'send-task': (play) => {
    play.start({ ma_ho_so: 'HS-1', so_quyet_dinh: '12/QĐ-UBND' });
    const [sent] = play.effectsOf('publish-message');
    return [sent?.message, sent?.correlationKey, sent?.variables, ...ended(play)];
  },
  'receive-task': (play) => [play.start({ ma_ho_so: 'HS-1' }).catching(), ...ended(play.correlate('Cho'))],
  'script-task': (play) => [...ended(play.start({ dong_y: 6, tong_so: 8 })), play.lastSet('ti_le')],
  'business-rule-task': (play) => [...ended(play.start({})), play.lastSet('cap_quyet_dinh')],
  'call-activity': (play) => {
    play.start({ xa }).complete('Tham_dinh', { y_kien: 'đạt', rieng: 1 });
    return [play.variable('y_kien_tham_dinh'), play.variable('rieng') ?? 'kept inside', ...ended(play.complete('Ky'))];
  },
  'manual-task': (play) => ended(play.start()),
  'sub-process': (play) => ended(play.start({ xa }).complete('Kiem_tra').complete('Ghi_phieu')),
  'event-sub-process': (play) => {
    play.start({ xa, ma_ho_so: 'HS-1' }).correlate('Xin_rut');
    return [play.terminated(), ...ended(play.complete('Ghi_nhan'))];
  },
  transaction: (play) => {
    play.start({ xa }).complete('Giu_so').complete('Ky', { da_ky: false });
    return [play.waiting(), ...ended(play.complete('Tra_so'))];
  },
  'ad-hoc-sub-process': (play) => {
    play.start({ xa, du_y_kien: false, co_quan: ['Hoi_cong_an', 'Hoi_thue'] });
    return [play.waiting(), ...ended(play.complete('Hoi_cong_an', { du_y_kien: true })), play.terminated()];
  },
  'exclusive-gateway': (play) => ended(play.start({ xa, cap: 'TINH' }).complete('Trinh')),
  'parallel-gateway': (play) => ended(play.start({ xa }).complete('Lay_y_kien').complete('Tham_dinh')),
  'inclusive-gateway': (play) => {
    play.start({ xa, la_doanh_nghiep: true, la_ca_nhan: true });
    return [play.waiting(), ...ended(play.complete('Hoi_thue').complete('Hoi_cong_an'))];
  },
  'event-based-gateway': (play) => [play.start({ xa, ma_ho_so: 'HS-1' }).catching(), ...ended(play.fire('Het_han')), play.catching()],
  'complex-gateway': (play) => {
    play.start({ xa }).complete('Y1').complete('Y3');
    return [play.waiting(), ...ended(play.complete('Tong_hop').complete('Y2'))];
  },
  'start-event': (play) => ended(play.start({ xa }, 'Truc_tuyen').complete('Tham_dinh')),
  'end-event': (play) => ended(play.start({ xa }).complete('Tham_dinh', { dat: false })),
  'intermediate-catch-event': (play) => ended(play.start({ xa, ma_ho_so: 'HS-1' }).correlate('Cho').complete('Ghi')),
  'intermediate-throw-event': (play) => [...ended(play.start()), play.effectsOf('broadcast-signal')[0]?.signal],
  'boundary-event': (play) => {
    play.start({ xa, ma_ho_so: 'HS-1' }).correlate('Hoi_tien_do').fire('Qua_han');
    return [play.terminated(), ...ended(play.complete('Tra_loi'))];
  },
  'message-event': (play) => {
    play.start({ ma_ho_so: 'HS-1' });
    return [play.effectsOf('publish-message')[0]?.message, ...ended(play.correlate('Cho'))];
  },
  'timer-event': (play) => {
    play.start({ xa, han: 'P20D' }).fire('Nhac').complete('Nhac_han').fire('Nhac').complete('Nhac_han');
    return [play.waiting(), play.catching(), ...ended(play.fire('Qua_han'))];
  },
  'signal-event': (play) => {
    play.start({ xa, ma_dot: '3' }).signal('mo-dot-xet').complete('Dua_vao');
    return [...ended(play), play.effectsOf('broadcast-signal')[0]?.signal];
  },
  'error-event': (play) => ended(play.start({ xa }).throwError('Lap', 'THIEU_DU_LIEU').complete('Bo_sung')),
  'escalation-event': (play) => {
    play.start({ xa });
    return [play.waiting(), ...ended(play.complete('Lam_tiep').complete('Cho_y_kien'))];
  },
  'conditional-event': (play) => [
    play.start({ xa, so_phieu: 3 }).set({ so_phieu: 8 }).catching(),
    ...ended(play.set({ so_phieu: 9 }).complete('Kiem')),
  ],
  compensation: (play) => {
    play.start({ xa }).complete('Giu_so').complete('Dong_dau');
    return [play.waiting(), ...ended(play.complete('Huy_dau').complete('Tra_so'))];
  },
  'cancel-event': (play) => ended(play.start({ xa }).complete('Diem_danh', { du_nguoi: false })),
  'link-event': (play) => ended(play.start({ xa }).complete('Tham_dinh').complete('Ky')),
  'terminate-event': (play) => [...ended(play.start({ xa, ma_ho_so: 'HS-1' }).correlate('Rut_don')), play.terminated()],
  'multiple-event': (play) => {
    play.start({ xa, ma_ho_so: 'HS-1' });
    return [play.catching(), play.correlate('Cho').catching(), ...ended(play.complete('Tong_hop'))];
  },
  'parallel-multiple-event': (play) => {
    play.start({ xa, ma_ho_so: 'HS-1' }).correlate('Cho');
    return [play.catching(), ...ended(play.correlate('Cho').complete('Tong_hop'))];
  },
  'sequence-flow': (play) => {
    play.start({ xa }).complete('Tham_dinh', { dat: true, cong_khai: true });
    return [play.waiting(), ...ended(play.complete('Dang').complete('Ky'))];
  },
  'multi-instance': (play) => {
    play
      .start({ xa, thanh_vien: ['a', 'b', 'c'] })
      .complete('Bo_phieu', { dong_y: true })
      .complete('Bo_phieu', { dong_y: true });
    return [...ended(play), play.terminated(), play.lastSet('phieu')];
  },
  'standard-loop': (play) => ended(play.start({ xa }).complete('Sua', { con_thieu: true }).complete('Sua', { con_thieu: false })),
  'token-quantity': (play) => {
    play.start({ xa });
    return [play.waiting(), ...ended(play.complete('Y_kien').complete('Y_kien').complete('Gom'))];
  },
  'data-object': (play) => {
    play.start({ xa });
    return [
      play.variable('phieu_tham_dinh'),
      ...ended(play.complete('Tham_dinh', { phieu_tham_dinh: 'đạt' }).complete('Ky')),
      play.lastSet('phieu_tham_dinh'),
    ];
  },
  lanes: (play) => [play.start().effectsOf('create-task')[0]?.candidateGroups, ...ended(play.complete('Tham_dinh').complete('Ky'))],
  'message-flow': (play, others) => {
    const [message] = play.start({ ma_ho_so: 'HS-1' }).effectsOf('publish-message');
    const provinces = others.map((graph) => new Play(graph).start({ xa, ...message?.variables }, 'Tiep_nhan').complete('Tham_dinh'));
    const answers = provinces.map((province) => [...ended(province), province.effectsOf('publish-message')[0]?.correlationKey]);
    return [message?.message, ...answers.flat(), ...ended(play.correlate('Cho'))];
  },
} satisfies Record<Page, Story>;

const SEEN = {
  process: ['completed', 'Nhan', 'Tham_dinh', 'Xong'],
  'user-task': [['pos:binh-an/chuyen-vien'], 80, 'tham-dinh', 'completed', 'Nhan', 'Tham_dinh', 'Ky', 'Xong'],
  'service-task': ['make-papers', 'completed', 'Nhan', 'Lap', 'Xong', 3],
  'send-task': ['ket-qua-ho-so', 'HS-1', { so_quyet_dinh: '12/QĐ-UBND' }, 'completed', 'Nhan', 'Gui', 'Xong'],
  'receive-task': [['Cho'], 'completed', 'Nhan', 'Cho', 'Xong'],
  'script-task': ['completed', 'Nhan', 'Tinh', 'Xong', 0.75],
  'business-rule-task': ['completed', 'Nhan', 'Tra', 'Xong', 'XA'],
  'call-activity': ['đạt', 'kept inside', 'completed', 'Nhan', 'Nhan', 'Tham_dinh', 'Xong', 'tham-dinh', 'Goi', 'Ky', 'Xong'],
  'manual-task': ['completed', 'Nhan', 'Luu', 'Bao', 'Xong'],
  'sub-process': ['completed', 'Nhan', 'Bat_dau', 'Kiem_tra', 'Ghi_phieu', 'Het', 'Tham_dinh', 'Xong'],
  'event-sub-process': [['Tham_dinh'], 'completed', 'Nhan', 'Xin_rut', 'Ghi_nhan', 'Da_rut', 'Rut_ho_so'],
  transaction: [['Tra_so'], 'completed', 'Nhan', 'Bat_dau', 'Giu_so', 'Ky', 'Ky_chua', 'Khong_ky', 'Tra_so', 'Huy', 'Tra_ve'],
  'ad-hoc-sub-process': [['Hoi_cong_an', 'Hoi_thue'], 'completed', 'Nhan', 'Hoi_cong_an', 'Hoi', 'Xong', ['Hoi_thue']],
  'exclusive-gateway': ['completed', 'Nhan', 'Cap', 'Trinh', 'Da_trinh'],
  'parallel-gateway': ['completed', 'Nhan', 'Chia', 'Lay_y_kien', 'Tham_dinh', 'Gop', 'Xong'],
  'inclusive-gateway': [['Hoi_thue', 'Hoi_cong_an'], 'completed', 'Nhan', 'Can_hoi', 'Hoi_thue', 'Hoi_cong_an', 'Gop', 'Xong'],
  'event-based-gateway': [['Co_bo_sung', 'Het_han'], 'completed', 'Nhan', 'Cho', 'Het_han', 'Tra', []],
  'complex-gateway': [['Y2', 'Tong_hop'], 'completed', 'Nhan', 'Chia', 'Y1', 'Y3', 'Du', 'Tong_hop', 'Xong', 'Y2'],
  'start-event': ['completed', 'Truc_tuyen', 'Tham_dinh', 'Xong'],
  'end-event': ['completed', 'Nhan', 'Tham_dinh', 'Dat', 'Tra'],
  'intermediate-catch-event': ['completed', 'Nhan', 'Cho', 'Ghi', 'Xong'],
  'intermediate-throw-event': ['completed', 'Nhan', 'Moc', 'Bao', 'Xong', 'mo-dot-xet'],
  'boundary-event': [['Tham_dinh'], 'completed', 'Nhan', 'Hoi_tien_do', 'Qua_han', 'Chuyen', 'Tra_loi', 'Da_tra_loi'],
  'message-event': ['hoi-y-kien', 'completed', 'Nhan', 'Gui', 'Cho', 'Xong'],
  'timer-event': [
    ['Tham_dinh'],
    ['Qua_han', 'Nhac'],
    'completed',
    'Nhan',
    'Nhac',
    'Nhac_han',
    'Da_nhac',
    'Nhac',
    'Nhac_han',
    'Da_nhac',
    'Qua_han',
    'Chuyen',
  ],
  'signal-event': ['completed', 'Nhan', 'Cho', 'Dua_vao', 'Xong', 'da-vao-dot-3'],
  'error-event': ['completed', 'Nhan', 'Loi', 'Bo_sung', 'Da_bo_sung'],
  'escalation-event': [
    ['Cho_y_kien', 'Lam_tiep'],
    'completed',
    'Nhan',
    'Bat_dau',
    'Nghe',
    'Bao',
    'Lam_tiep',
    'Het',
    'Tham_dinh',
    'Xong',
    'Cho_y_kien',
    'Da_cho',
  ],
  'conditional-event': [['Cho'], 'completed', 'Nhan', 'Cho', 'Kiem', 'Xong'],
  compensation: [['Huy_dau'], 'completed', 'Nhan', 'Giu_so', 'Dong_dau', 'Huy_dau', 'Tra_so', 'Hoan_tac', 'Xong'],
  'cancel-event': ['completed', 'Nhan', 'Bat_dau', 'Diem_danh', 'Du', 'Huy_hop', 'Bi_huy', 'Hoan'],
  'link-event': ['completed', 'Nhan', 'Tham_dinh', 'Sang', 'Tu', 'Ky', 'Xong'],
  'terminate-event': ['completed', 'Nhan', 'Chia', 'Rut_don', 'Dung', ['Tham_dinh']],
  'multiple-event': [['Cho', 'Cho'], [], 'completed', 'Nhan', 'Cho', 'Tong_hop', 'Xong'],
  'parallel-multiple-event': [['Cho'], 'completed', 'Nhan', 'Cho', 'Tong_hop', 'Xong'],
  'sequence-flow': [['Ky', 'Dang'], 'completed', 'Nhan', 'Tham_dinh', 'Dang', 'X2', 'Ky', 'X1'],
  'multi-instance': ['completed', 'Nhan', 'Bo_phieu', 'Bo_phieu', 'Bo_phieu', 'Xong', ['Bo_phieu'], [true, true, null]],
  'standard-loop': ['completed', 'Nhan', 'Sua', 'Sua', 'Sua', 'Xong'],
  'token-quantity': [['Y_kien', 'Y_kien'], 'completed', 'Nhan', 'Phat', 'Y_kien', 'Y_kien', 'Gom', 'Xong'],
  'data-object': [{ ket_luan: 'chưa thẩm định' }, 'completed', 'Nhan', 'Tham_dinh', 'Ky', 'Xong', 'đạt'],
  lanes: [['chuyen-vien'], 'completed', 'Nhan', 'Tham_dinh', 'Ky', 'Xong'],
  'message-flow': ['trinh-ho-so', 'completed', 'Tiep_nhan', 'Tham_dinh', 'Tra', 'HS-1', 'completed', 'Nhan', 'Gui', 'Cho', 'Xong'],
} satisfies Record<Page, readonly unknown[]>;

const AUTHORITY: Decision = { id: 'tham-quyen', name: 'Thẩm quyền', evaluate: () => ({ value: 'XA', warnings: [], trace: [] }) };

async function graphsOf(page: Page): Promise<ReadonlyMap<string, ProcessGraph>> {
  return deploy(readFileSync(join(__dirname, `../../bpmn/elements/${page}.valid.bpmn`), 'utf8'), {
    jobTypes: new Set(['make-papers', 'send-results']),
    formIds: new Set(['tham-dinh']),
    decisions: new Map([[AUTHORITY.id, AUTHORITY]]),
    callable: new Set(['tham-dinh']),
    // Lanes name roles; a release of ours names positions.
    ...(page === 'lanes' && { unassignedTasks: 'accepted' as const }),
  });
}

describe('the example of each page of docs/bpmn', () => {
  it.each(Object.keys(PAGES) as Page[])('runs: %s', async (page) => {
    const called = Object.fromEntries(await graphsOf('process'));
    const [graph, ...others] = (await graphsOf(page)).values();
    if (graph === undefined) {
      throw new Error('no process');
    }
    expect(STORIES[page](new Play(graph, { called }), others)).toEqual(SEEN[page]);
  });
});

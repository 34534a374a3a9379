import { readScenario } from './read-scenario';
import { readWorkflowSet, type WorkflowSet } from './workflow-set';

const SOUND = `
name: { vi: Thử, en: Trial }
why: một lý do
given:
  process: ho-so
  startsAt: 2026-03-02T09:00:00+07:00
when:
  - complete: Task_BaoCao
then:
  waitingAt: [Task_BinhXet]
`;

describe('what is wrong with a scenario', () => {
  let set: WorkflowSet;

  beforeAll(async () => {
    set = await readWorkflowSet();
  });

  /** `field: sentence` of each fault of the sound scenario with one change. */
  const faultsOf = (from: string, to: string): readonly string[] => {
    expect(SOUND).toContain(from);
    const read = readScenario(SOUND.replace(from, to), set);
    return read.ok ? [] : read.error.map(({ field, sentence }) => `${field}: ${sentence}`);
  };

  it('is nothing when it is sound', () => {
    expect(readScenario(SOUND, set)).toMatchObject({ ok: true, value: { when: [{ complete: 'Task_BaoCao' }] } });
  });

  it.each([
    ['an unknown field', 'why:', 'reason:', ['why: Thiếu, phải là một chuỗi chữ.', 'reason: Không có khóa «reason» ở đây.']],
    ['an unknown field of a step', 'Task_BaoCao', 'Task_BaoCao\n    wiht: {}', ['when[0].wiht: Không có khóa «wiht» ở đây.']],
    ['an unknown field of a check', 'waitingAt:', 'waiting:', ['then.waiting: Không có khóa «waiting» ở đây.']],
    ['an unknown element', 'Task_BaoCao', 'Task_Baocao', ['when[0].complete: Sơ đồ không có bước «Task_Baocao»; có phải: Task_BaoCao?']],
    ['an element of a check', '[Task_BinhXet]', '[Việc_lạ]', ['then.waitingAt[0]: Sơ đồ không có bước «Việc_lạ».']],
    [
      'an unknown message',
      'complete: Task_BaoCao',
      '{ message: rut, key: a }',
      ['when[0].message: Sơ đồ không có thông điệp «rut»; đang có: ket-qua-ho-so, rut-ho-so.'],
    ],
    [
      'an unknown process',
      'process: ho-so',
      'process: hoso',
      [
        'given.process: Không có quy trình «hoso»; đang có: ban-hanh-van-ban, bao-cao-don-vi, binh-xet-cum, cham-diem, dang-ky-thi-dua, dien-hinh-tien-tien, dieu-chinh-ke-hoach, don-vi-quyet-dinh, dot-bao-cao, dot-khen-phong-trao, dot-xet-don-vi, dot-xet-huyen, dot-xet-tinh, dot-xet-xa, gui-cong-van-phong-trao, ho-so, hoi-nghi-phong-trao, ke-hoach-don-vi, ket-thuc-phong-trao, kiem-tra-don-vi, kiem-tra-phong-trao, nhiem-vu-ke-hoach, phong-trao, thu-hoi-khen-thuong, trinh-trung-uong, tu-cham-diem, van-ban-sau-ban-hanh.',
      ],
    ],
    [
      'no instant',
      '2026-03-02T09:00:00+07:00',
      '2/3/2026',
      ['given.startsAt: Phải là một thời điểm ISO 8601, ví dụ 2026-03-02T09:00:00+07:00.'],
    ],
    [
      'no duration',
      'complete: Task_BaoCao',
      'advance: 10 ngày',
      ['when[0].advance: Phải là một khoảng thời gian ISO 8601, ví dụ P10D hoặc PT2H.'],
    ],
    ['a number too small', 'Task_BaoCao', 'Task_BaoCao\n    times: 0', ['when[0].times: Phải từ 1 trở lên.']],
    ['an empty word', 'một lý do', "''", ['why: Không được để trống.']],
    ['another type', '[Task_BinhXet]', 'Task_BinhXet', ['then.waitingAt: Phải là một danh sách.']],
    [
      'a step that does nothing',
      'complete: Task_BaoCao',
      'finish: Task_BaoCao',
      [
        'when[0]: Bước không rõ làm gì: mỗi bước có đúng một trong các khóa start, complete, message, advance, until, job, retry, check; ở đây có: finish.',
      ],
    ],
    [
      'a job that both succeeds and fails',
      'complete: Task_BaoCao',
      '{ job: make-papers, gives: {}, fails: hỏng }',
      ['when[0]: Một bước job hoặc có gives, hoặc có fails, không có cả hai.'],
    ],
    ['a colon in a text', 'một lý do', 'một: lý do', ['dòng 3: Chữ có dấu hai chấm phải đặt trong nháy đơn.']],
    ['a key twice', 'why:', 'why: a\nwhy:', ['dòng 4: Một khóa có hai lần.']],
  ])('is told in Vietnamese with its field: %s', (_name, from, to, expected) => {
    expect(faultsOf(from, to)).toEqual(expected);
  });

  it('is told all at once', () => {
    const faults = faultsOf('  - complete: Task_BaoCao\n', '  - complete: A\n  - job: b\n');
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['when[0].complete', 'when[1].job']);
  });

  it('knows the elements of a process it starts later, and of one it calls', () => {
    const more = SOUND.replace('then:', '  - start: dot-xet-tinh\n  - complete: Task_GhiGui\nthen:');
    expect(readScenario(more, set).ok).toBe(true);
  });
});

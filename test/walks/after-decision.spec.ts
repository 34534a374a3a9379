import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AfterDecisionView,
  DossierView,
  PaperChangesView,
  PaperSummary,
  PaperView,
  RevocationView,
  RoundView,
} from '@thidua/contract';
import { readPdfText } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import { until } from '../../apps/cli/src/until';
import { certificateCase } from '../../apps/cli/src/cases/commune';
import { awaitTask, complete } from '../../apps/cli/src/steps/tasks';
import { openSystem, type System } from '../harness/system';

const SIGN = { outcome: 'sign', signatureMode: 'digital' };

describe('after a Giấy khen was decided', () => {
  let system: System;
  let out: string;
  let dossierId: string;
  let roundId: string;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'thidua-after-'));
    system = await openSystem();
    const [line] = await certificateCase.play({ cast: system.cast, out, say: () => undefined });
    const clerk = await system.cast.as('gp.ck.nguoilap');
    const list = await clerk.call<{ dossiers: readonly { id: string }[] }>('dossiers', { query: { q: line?.code ?? '' } });
    dossierId = list.dossiers[0]?.id ?? '';
    roundId = (await clerk.call<DossierView>('dossier', { params: { id: dossierId } })).roundIds[0] ?? '';
  }, 110_000);
  afterAll(async () => {
    await system.close();
    rmSync(out, { recursive: true, force: true });
  });

  const does = async (username: string, name: string, data: JsonObject): Promise<void> => {
    const person = await system.cast.as(username);
    await complete(person, await awaitTask(person, name, { dossierId }), data);
  };
  const doesForRound = async (username: string, name: string, data: JsonObject): Promise<void> => {
    const person = await system.cast.as(username);
    await complete(person, await awaitTask(person, name, { roundId }), data);
  };
  const papersOf = async (kind: string): Promise<readonly PaperSummary[]> => {
    const clerk = await system.cast.as('gp.chuyenvien');
    const { papers } = await clerk.call<RoundView>('round', { params: { id: roundId } });
    return papers.filter((paper) => paper.kind === kind);
  };
  const issued = (kind: string): Promise<PaperSummary> =>
    until(`văn bản ${kind} phát hành`, async () => (await papersOf(kind)).find((paper) => paper.state === 'issued'));
  const textOf = async (paper: PaperSummary): Promise<string> => {
    const clerk = await system.cast.as('gp.chuyenvien');
    return (await readPdfText(await clerk.bytes('paperContent', { params: { id: paper.id } }))).join('\n').replace(/\s+/g, ' ');
  };
  const ask = async (paperId: string, body: JsonObject): Promise<void> => {
    const clerk = await system.cast.as('gp.vanthu');
    await clerk.call('changePaper', { params: { id: paperId }, body });
  };

  it('copies the decision whole, with the block of the copy behind it', async () => {
    const decision = await issued('quyet-dinh');
    await ask(decision.id, { action: 'copy', reason: 'Đơn vị cần bản sao', copies: 2, purpose: 'bổ sung hồ sơ cán bộ' });
    await doesForRound('gp.vanthu', 'Ký văn bản đính chính, hủy bỏ, sao y', SIGN);
    await doesForRound('gp.vanthu', 'Cấp số văn bản', { mode: 'own' });
    const copy = await issued('ban-sao');
    const text = await textOf(copy);
    expect(copy.numberText).toBe('01/SY-UBND');
    expect(copy.pages).toBe((decision.pages ?? 0) + 1);
    for (const words of ['QUYẾT ĐỊNH:', 'SAO Y', 'TL. CHỦ TỊCH', `Quyết định số ${decision.numberText ?? '?'}`, 'số bản sao: 02']) {
      expect(text).toContain(words);
    }
  }, 60_000);

  it('corrects it by a decision of the chair', async () => {
    const decision = await issued('quyet-dinh');
    const corrections = [{ place: 'Dòng số 1, Danh sách', printed: 'Tổ Cơ khí 1', right: 'Tổ Cơ khí số 1' }];
    await ask(decision.id, { action: 'correct-content', reason: 'Ghi sai tên tập thể', corrections });
    await doesForRound('gp.chutich', 'Ký văn bản đính chính, hủy bỏ, sao y', SIGN);
    await doesForRound('gp.vanthu', 'Cấp số văn bản', { mode: 'own' });
    const text = await textOf(await issued('quyet-dinh-dinh-chinh'));
    expect(text).toContain(`Đính chính nội dung tại Quyết định số ${decision.numberText ?? '?'}`);
    expect(text).toContain('Tổ Cơ khí số 1');
    const clerk = await system.cast.as('gp.vanthu');
    const marks = await until('dấu đính chính', async () => {
      const view = await clerk.call<PaperChangesView>('paperChanges', { params: { id: decision.id } });
      return view.marks.length === 0 ? undefined : view.marks;
    });
    expect(marks.map((mark) => mark.kind)).toEqual(['corrected']);
  }, 60_000);

  it('issues a damaged certificate again: the same words, its mark, no new number', async () => {
    const [certificate] = await papersOf('giay-khen');
    await ask(certificate?.id ?? '', { action: 'replace', reason: 'bản cũ bị hư hỏng do ngập nước' });
    await doesForRound('gp.chutich', 'Ký giấy chứng nhận cấp lại', SIGN);
    const again = await issued('giay-cap-lai');
    const text = await textOf(again);
    expect(again.numberText).toBeNull();
    for (const words of ['CẤP LẠI LẦN 1', 'bản cũ bị hư hỏng', 'GIẤY KHEN', 'Quyết định số:']) {
      expect(text).toContain(words);
    }
  }, 60_000);

  it('takes it back by tờ trình and decision, and says so to whoever verifies the certificate', async () => {
    const office = await system.cast.as('gp.chuyenvien');
    const { decisions } = await office.call<AfterDecisionView>('afterDecision', { params: { id: dossierId } });
    const [decision] = decisions;
    const person = decision?.rows.find((row) => row.kind === 'individual');
    const conclusion = {
      text: 'Sáng kiến do tập thể thực hiện, không phải của cá nhân như đã kê khai.',
      number: '12/KL-TTr',
      date: '2026-03-02',
      body: 'Thanh tra thành phố Hải Phòng',
    };
    const { revocationId } = await office.call<{ revocationId: string }>('openRevocation', {
      params: { id: decision?.id ?? '' },
      body: { rowIds: [person?.rowId ?? ''], ground: 'false-declaration', conclusion },
    });
    await does('gp.ck.thutruong', 'Ký tờ trình đề nghị hủy bỏ', SIGN);
    await does('gp.ck.vanthu', 'Cấp số tờ trình hủy bỏ', { mode: 'own' });
    await does('gp.chutich', 'Ký quyết định hủy bỏ khen thưởng', SIGN);
    await does('gp.vanthu', 'Cấp số quyết định hủy bỏ', { mode: 'own' });
    await awaitTask(office, 'Thu hồi hiện vật, tiền thưởng', { dossierId });
    const view = await office.call<RevocationView>('revocation', { params: { id: revocationId } });
    const [submission, revoking] = view.papers;
    expect(view).toMatchObject({ status: 'recovering', rows: [{ name: person?.name, state: 'revoked' }] });
    const asked = await textOf(submission as PaperSummary);
    for (const words of ['TỜ TRÌNH', 'Kính gửi: Chủ tịch Ủy ban nhân dân xã Gia Phúc', 'Kết luận số 12/KL-TTr', person?.name ?? '?']) {
      expect(asked).toContain(words);
    }
    const decided = await textOf(revoking as PaperSummary);
    for (const words of [
      'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ GIA PHÚC',
      'Hủy bỏ Quyết định số',
      'trong thời hạn 15 ngày làm việc',
      'Gian dối'.slice(1),
    ]) {
      expect(decided.toLocaleLowerCase('vi')).toContain(words.toLocaleLowerCase('vi'));
    }
    const certificates = await papersOf('giay-khen');
    const own = certificates.find((paper) => paper.title.includes(person?.name ?? '?'));
    const { verifyToken } = await office.call<PaperView>('paper', { params: { id: own?.id ?? '' } });
    expect(await office.call('verifyPaper', { params: { token: verifyToken } })).toMatchObject({ kind: 'certificate', status: 'revoked' });
  }, 90_000);

  it('meets no failure on the way', () => {
    expect(system.errors).toEqual([]);
  });
});

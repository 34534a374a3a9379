import { competence, signatureLines } from '@thidua/awards';
import { dateWords } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import type { PaperFacts, RowFacts } from '@thidua/store';
import { dated, frameOf } from '../frame';
import { groundsOf, occasionWords } from '../grounds';
import { nomineeRows, sessionVotes } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { areaOf, chairOf, countWords, formalName, fullAward, recipientWords, shortAward } from '../words';
import { placesOf, standingFrame } from './standing';

/** Rows the round's own chair decides, by award. */
export function decidedHere(scene: RoundScene): ReadonlyMap<string, readonly RowFacts[]> {
  const open = scene.rows.filter(
    (row) => row.state !== 'held' && row.state !== 'withdrawn' && (row.outcome === 'recommended' || row.outcome === 'awarded'),
  );
  const here = open.filter((row) => ruleOf(scene, row.award) !== undefined);
  const awards = [...new Set(here.map((row) => row.award))];
  return new Map(awards.map((award) => [award, here.filter((row) => row.award === award)]));
}

/** Rows that go to a higher level. */
export function proposedUpward(scene: RoundScene): readonly RowFacts[] {
  return scene.rows.filter(
    (row) =>
      row.state !== 'held' &&
      row.state !== 'withdrawn' &&
      (row.outcome === 'recommended' || row.outcome === 'forwarded') &&
      ruleOf(scene, row.award) === undefined,
  );
}

function ruleOf(scene: RoundScene, award: string): string | undefined {
  const verdict = competence(scene.pack, {
    award,
    level: scene.round.level,
    role: scene.round.level === 'UNIT' ? 'head' : 'chair',
    date: scene.today,
  });
  return verdict.competent ? verdict.row.id : undefined;
}

/** Phiếu trình: the office lays the draft before the chair, with the competence check in words. */
export function signingSlip(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, standing } = scene;
  return [...decidedHere(scene)].map(([award, rows]) => {
    const name = fullAward(scene.pack, award, placesOf(scene));
    const rule = ruleOf(scene, award) ?? '';
    const citation = scene.pack.authorities.find((row) => row.id === rule)?.citation ?? '';
    const data = {
      frame: standingFrame(scene, {
        type: '',
        signature: { lines: ['NGƯỜI TRÌNH'], name: scene.holder(standing.id, 'appraiser').name },
        rests: [rule],
        date: formatLocalDate(scene.today),
      }),
      dossierCode: round.code,
      to: chairOf(org),
      subject: `Về việc ký Quyết định tặng ${name}`,
      summary: [`${round.title}: ${countWords(rows)} đủ điều kiện, tiêu chuẩn tặng ${name}.`],
      authority: `${chairOf(org)} quyết định tặng ${name} theo ${citation} (${rule}). Đúng thẩm quyền.`,
      opinions: opinionsOf(scene),
      papers: [
        'Phiếu thẩm định',
        'Bảng tổng hợp',
        ...(scene.session === undefined ? [] : ['Biên bản họp Hội đồng', 'Biên bản kiểm phiếu']),
        'Dự thảo Quyết định kèm danh sách',
      ],
      proposal: `Kính trình ${chairOf(org)} xem xét, ký ban hành Quyết định.`,
    };
    return planOf('phieu-trinh', data, {
      slotOf: [round.id, standing.id, award],
      orgId: standing.id,
      roundId: round.id,
      title: `Phiếu trình: ${name}`,
    });
  });
}

function opinionsOf(scene: RoundScene): readonly { who: string; opinion: string; date: string }[] {
  const { session } = scene;
  const office = scene.round.level === 'XA' ? 'Phòng Văn hóa - Xã hội' : 'Sở Nội vụ';
  const day = formatLocalDate(scene.today);
  return [
    { who: office, opinion: 'Hồ sơ đúng đối tượng, đủ điều kiện, tiêu chuẩn', date: day },
    ...(session === undefined
      ? []
      : [
          {
            who: session.councilName,
            opinion: `Đề nghị khen thưởng ${session.items.filter((item) => item.passed).length}/${session.items.length} trường hợp`,
            date: day,
          },
        ]),
  ];
}

/** Quyết định khen thưởng with its list: one per award, the signer's own row by itself where it must be. */
export function decisions(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, pack } = scene;
  return scene.decisionPlans.map(({ award, rowIds, split }) => {
    const rows = scene.rows.filter((row) => rowIds.includes(row.id));
    const name = fullAward(pack, award, placesOf(scene));
    const rule = ruleOf(scene, award) ?? '';
    const data = {
      frame: frameOf({
        org,
        pack,
        simulated: false,
        type: 'QĐ',
        signature: { lines: signatureLines({ office: 'chair', as: 'head' }), name: scene.holder(org.id, 'chair').name },
        recipients: [
          'Như Điều 3',
          ...(round.level === 'XA' ? ['Thường trực Đảng ủy, HĐND'] : ['Ban Thi đua - Khen thưởng Trung ương']),
          `Lưu: VT, ${round.level === 'XA' ? 'VHXH' : 'SNV'}`,
        ],
        rests: [rule, ...coefficientRows(scene, award)],
      }),
      subject: `Về việc tặng ${name}`,
      decider: chairOf(org),
      grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025', ...groundsOf(scene)],
      proposal: `Theo đề nghị của ${proposer(scene)}`,
      award: name,
      achievement: scene.movement === undefined ? 'đã có thành tích xuất sắc' : `đã có thành tích xuất sắc ${occasionWords(scene)}`,
      period: `năm ${round.year}`,
      fund: `Quỹ thi đua, khen thưởng của ${formalName(org).replace('Ủy ban nhân dân ', '')}`,
      executors: `Chánh Văn phòng, ${round.level === 'XA' ? 'Trưởng phòng Văn hóa - Xã hội, Trưởng phòng Kinh tế' : 'Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính'}, thủ trưởng các đơn vị có liên quan và các trường hợp có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này`,
      rows: nomineeRows(scene, placesOf(scene), rows, { money: true }),
    };
    return planOf('quyet-dinh', data, {
      slotOf: [round.id, org.id, award, ...(split === null ? [] : [split])],
      orgId: org.id,
      roundId: round.id,
      title: `Quyết định tặng ${name}`,
      rowIds,
      ...decisionOf(scene, award),
    });
  });
}

function proposer(scene: RoundScene): string {
  const submission = scene.papers.find(
    (paper) => paper.kind === 'to-trinh' && paper.orgId === scene.standing.id && paper.numberText !== null,
  );
  if (scene.round.level === 'TINH') {
    return `Giám đốc Sở Nội vụ${submission === undefined ? '' : ` tại Tờ trình số ${submission.numberText ?? ''} ${dateWords(submission.numberDate)}`}`;
  }
  return 'Trưởng phòng Văn hóa - Xã hội';
}

function decisionOf(scene: RoundScene, award: string): { readonly decisionId?: string } {
  const decisionId = scene.decisionIds.get(award);
  return decisionId === undefined ? {} : { decisionId };
}

function coefficientRows(scene: RoundScene, award: string): readonly string[] {
  return scene.pack.coefficients.filter((row) => row.award === award).map((row) => row.id);
}

/** Giấy khen, Bằng khen: one certificate per nominee, once the decision has its number. */
export function certificates(scene: RoundScene, kind: 'giay-khen' | 'bang-khen'): readonly PaperPlan[] {
  const { round, org } = scene;
  return [...decidedHere(scene)]
    .flatMap(([award, rows]) => {
      return rows.map((row) => {
        const decision = scene.papers.find((paper) => paper.kind === 'quyet-dinh' && paper.decisionId === row.decisionId);
        return certificate(scene, { kind, award, row, decision });
      });
    })
    .map((plan) => ({ ...plan, orgId: org.id, roundId: round.id }));
}

interface CertificateOrder {
  readonly kind: 'giay-khen' | 'bang-khen';
  readonly award: string;
  readonly row: RowFacts;
  readonly decision: PaperFacts | undefined;
}

function certificate(scene: RoundScene, { kind, award, row, decision }: CertificateOrder): PaperPlan {
  const { round, org } = scene;
  const [number = null, ...symbol] = decision?.numberText?.split('/') ?? [];
  const name = fullAward(scene.pack, award, placesOf(scene));
  const data = {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: false,
      type: '',
      signature: {
        lines: signatureLines({ office: 'chair', as: decision?.signerRole === 'deputy-chair' ? 'KT' : 'head' }),
        name: decision?.signerName ?? scene.holder(org.id, 'chair').name,
      },
      rests: [ruleOf(scene, award) ?? ''],
      ...dated(decision?.numberDate),
    }),
    decider: chairOf(org),
    verb: 'TẶNG' as const,
    award: shortAward(name),
    recipient: recipientWords(row),
    title: row.kind === 'individual' ? `${row.title}, ${row.unitName}` : row.unitName,
    achievement: `Đã có thành tích xuất sắc ${occasionWords(scene)}`,
    decisionNumber: number,
    decisionSymbol: symbol.join('/') || `QĐ-${org.symbol}`,
    decisionDate: decision?.numberDate ?? null,
    goldenBook: null,
    emblem: null,
  };
  return planOf(kind, data, {
    slotOf: [round.id, org.id, row.id],
    orgId: org.id,
    roundId: round.id,
    rowId: row.id,
    title: `${shortAward(name)}: ${row.name}`,
    ...(row.decisionId === null ? {} : { decisionId: row.decisionId }),
  });
}

/** Tờ trình of the commune's UBND, of Sở Nội vụ, or of the province's UBND to the Prime Minister. */
export function roundSubmission(scene: RoundScene, to: string): readonly PaperPlan[] {
  const order = submissionOrder(scene, to);
  if (order.rows.length === 0) {
    return [];
  }
  const { org } = order;
  const data = {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: false,
      type: 'TTr',
      signature: { lines: order.lines, name: scene.holder(org.id, order.role).name },
      recipients: ['Như trên', ...order.copies, 'Lưu: VT'],
      rests: [order.rests],
    }),
    subject: `Về việc đề nghị tặng ${order.awards}`,
    submitter: formalName(org),
    to: order.to,
    grounds: groundsOf(scene, minutesOf(scene)),
    opening: `${formalName(org)} kính trình ${order.to[0] ?? ''} xem xét, quyết định tặng ${order.awards} cho ${countWords(order.rows)} có thành tích xuất sắc ${occasionWords(scene)}:`,
    rows: nomineeRows(scene, placesOf(scene), order.rows, { votes: (row) => sessionVotes(scene, row) }),
    statements: [
      'Các trường hợp đề nghị chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; không trong thời gian xem xét kỷ luật, không có đơn thư khiếu nại, tố cáo đang được xem xét.',
    ],
    opinions: [],
    appraisal:
      scene.round.level === 'XA'
        ? null
        : 'Hồ sơ đúng đối tượng, đủ điều kiện, tiêu chuẩn, thành phần và đúng quy trình, thủ tục theo quy định.',
    attachments: [
      'Danh sách kèm theo',
      ...(scene.session === undefined ? [] : ['Biên bản họp Hội đồng Thi đua - Khen thưởng']),
      'Báo cáo thành tích của từng trường hợp',
    ],
  };
  return [
    planOf('to-trinh', data, {
      slotOf: [scene.round.id, org.id, ...(to === '' ? [] : [to])],
      orgId: org.id,
      roundId: scene.round.id,
      title: `Tờ trình của ${formalName(org)}`,
    }),
  ];
}

function minutesOf(scene: RoundScene): readonly string[] {
  const { session } = scene;
  return session === undefined ? [] : [`Căn cứ Biên bản họp ${dateWords(formatLocalDate(scene.today))} của ${session.councilName}`];
}

interface SubmissionOrder {
  readonly org: RoundScene['org'];
  readonly role: string;
  readonly lines: readonly string[];
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly rows: readonly RowFacts[];
  readonly awards: string;
  readonly rests: string;
}

export function submissionOrder(scene: RoundScene, to: string): SubmissionOrder {
  const { org, standing, province } = scene;
  const upward = proposedUpward(scene);
  const names = (rows: readonly RowFacts[]): string =>
    [...new Set(rows.map((row) => fullAward(scene.pack, row.award, placesOf(scene))))].join('; ');
  if (scene.round.level === 'XA') {
    const lines = signatureLines({ office: 'committee', as: 'head' });
    return {
      org,
      role: 'chair',
      lines,
      to: [chairOf(province), departmentName(scene)],
      copies: [],
      rows: upward,
      awards: names(upward),
      rests: 'AU-07',
    };
  }
  if (to === 'TTG') {
    const lines = signatureLines({ office: 'committee', as: 'head' });
    return {
      org: province,
      role: 'chair',
      lines,
      to: ['Thủ tướng Chính phủ', 'Bộ Nội vụ'],
      copies: ['Sở Nội vụ'],
      rows: upward,
      awards: names(upward),
      rests: 'AU-08',
    };
  }
  const here = [...decidedHere(scene).values()].flat();
  return {
    org: standing,
    role: 'director',
    lines: signatureLines({ office: 'director', as: 'head' }),
    to: [chairOf(province)],
    copies: [],
    rows: here,
    awards: names(here),
    rests: 'AU-07',
  };
}

function departmentName(scene: RoundScene): string {
  return areaOf(scene.province) === 'thanh-pho' ? 'Sở Nội vụ thành phố' : 'Sở Nội vụ tỉnh';
}

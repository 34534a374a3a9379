import { randomUUID } from 'node:crypto';
import { ROUTES, type AnyRoute, type RouteName } from '@thidua/contract';
import { openApi, type ApiHarness } from '../harness/api';

const NOBODY = '018f0000-0000-7000-8000-00000000dead';
const lines = Object.entries(ROUTES) as [RouteName, AnyRoute][];
const guarded = lines.filter(([, line]) => line.policy !== 'anyone');

/** Who must be refused at a door of this policy, and what a body needs to come so far. */
const STRANGERS: Readonly<Record<string, string>> = {
  administrator: 'gp.chutich',
  'unit-clerk': 'gp.chuyenvien',
  'standing-body': 'gp.thcs.nguoilap',
  'demo-only': '',
  'signed-in': '',
};
const LAW_PAPER = { body: 'UBND thành phố', number: '15/QĐ-UBND', date: '2026-03-02', fileSha256: '0'.repeat(64) };
const MODEL = {
  kind: 'individual',
  name: 'Nguyễn Văn An',
  title: 'Giáo viên',
  audience: null,
  subjectId: null,
  deeds: '',
  results: '',
  spread: '',
};
const BODIES: Partial<Record<RouteName, object>> = {
  launchDossier: {
    orgId: NOBODY,
    occasion: 'ad-hoc',
    year: 2026,
    title: 'Đề nghị khen thưởng',
    rows: [
      {
        kind: 'individual',
        name: 'Nguyễn Văn An',
        title: '',
        scope: 'inside',
        award: 'GK_XA',
        achievement: 'Thành tích đủ dài để qua cửa.',
      },
    ],
  },
  enterPaperDossier: {
    orgId: NOBODY,
    occasion: 'ad-hoc',
    year: 2026,
    title: 'Đề nghị khen thưởng',
    deliveredOn: '2026-03-02',
    rows: [
      {
        kind: 'individual',
        name: 'Nguyễn Văn An',
        title: '',
        scope: 'inside',
        award: 'GK_XA',
        achievement: 'Thành tích đủ dài để qua cửa.',
      },
    ],
  },
  setOutsider: { version: 1, managingBody: 'UBND xã An Khánh', address: 'Thái Nguyên' },
  createReportLink: { days: 7 },
  numberSecretDossier: { orgId: NOBODY, secrecy: 'mat', occasion: 'ad-hoc', year: 2026, shelf: 'TU-01' },
  moveSecretDossier: { holderOrgId: NOBODY, shelf: 'TU-01' },
  openRound: { orgId: NOBODY, occasion: 'annual', year: 2025, title: 'Đợt xét cuối năm', closesAt: '2026-03-20T17:00:00+07:00' },
  recordCentralPaper: { kind: 'received', date: '2026-03-02' },
  clearDemo: { typed: 'XÓA DỮ LIỆU MẪU' },
  completeTask: { version: 1, data: {} },
  saveDraft: { body: {} },
  changeOrganisation: { from: '2026-04-01', name: 'Tên mới', paper: 'Quyết định số 1' },
  endOrganisation: {
    lastDay: '2026-03-31',
    kind: 'merged',
    paper: 'Nghị quyết số 1',
    successors: [{ orgId: NOBODY, takesOpenFiles: true }],
  },
  grantDelegation: { fromPosition: NOBODY, toPosition: NOBODY, capacity: 'KT', paper: 'Quyết định số 1', from: '2026-03-02' },
  endDelegation: { reason: 'Hết thời hạn' },
  addCluster: { name: 'Cụm thi đua số 9', series: 'cum-9', level: 'TINH', year: 2026, leadOrgId: NOBODY, memberIds: [NOBODY, NOBODY] },
  castClusterBallot: { taskId: NOBODY, taskVersion: 1, orgId: NOBODY },
  castBallot: { taskId: NOBODY, taskVersion: 1, choices: {} },
  setNumberSource: { orgId: NOBODY, documentTypes: ['QĐ'], year: 2026, source: 'external', reason: 'Dùng hệ thống khác' },
  applyNumberSheet: { orgId: NOBODY, rows: [{ paperId: NOBODY, number: '12', date: '2026-03-02' }] },
  declareRecusal: { reason: 'Người thân của người được đề nghị' },
  ruleOnRecusal: { recusalId: NOBODY, accepted: true },
  postponeSession: { nextAt: '2026-03-20T08:00:00+07:00', reason: 'Chưa đủ thành viên', absent: [] },
  writeOpinion: { choices: {} },
  holdRow: { version: 1, ground: 'Có đơn kiến nghị' },
  releaseRow: {
    version: 1,
    conclusion: 'Không có vi phạm',
    violation: false,
    paper: { number: '31/KL', date: '2026-03-02', body: 'Ủy ban Kiểm tra' },
  },
  askOpinions: { questions: [{ kind: 'agency', body: 'Công an xã', subject: 'Việc chấp hành pháp luật' }] },
  withdrawOpinion: { reason: 'Hỏi nhầm cơ quan' },
  publishNotice: { rowIds: [NOBODY], publishedOn: '2026-03-02', channels: ['Cổng thông tin điện tử'] },
  recordComment: { via: 'phone', text: 'Có ý kiến qua điện thoại' },
  handleComment: { handling: 'explained', text: 'Đã trả lời' },
  withdrawRow: { version: 1, reason: 'Đơn vị xin rút' },
  withdrawDossier: { reason: 'Đơn vị xin rút' },
  launchMovement: {
    draftId: NOBODY,
    parentId: null,
    recipients: [],
    unitPlansDue: null,
    texts: {
      purposes: ['Thi đua thiết thực'],
      requirements: ['Đúng quy định'],
      contents: [{ title: 'Nội dung', items: ['Một việc'] }],
      targets: [],
      funding: 'Theo quy định',
      cooperation: [],
    },
    alreadyIssued: false,
  },
  newPlanDraft: { orgId: NOBODY, kind: 'blank', movementId: null },
  settlePlanFields: { version: 1, fieldIds: ['number-1'], state: 'confirmed' },
  changePlanField: { version: 1, fieldId: null, kind: 'number', value: '1/KH-UBND', line: null },
  sendToRecipients: { recipients: [{ orgId: NOBODY, asked: 'duty', reason: 'Đối tượng của kế hoạch' }], dueOn: null, requests: [] },
  exemptRecipient: { reason: 'Đơn vị đã sáp nhập' },
  urgeRecipients: { workIds: [NOBODY], deadline: null, consequence: '' },
  amendMovement: { draftId: NOBODY, reason: 'Theo hướng dẫn mới', alreadyIssued: false },
  closeMovement: { reason: null },
  openRevocation: {
    rowIds: [NOBODY],
    ground: 'false-declaration',
    conclusion: { text: 'Kết luận có vi phạm trong kê khai.', number: '1/KL', date: '2026-03-02', body: 'Thanh tra' },
  },
  recordRevocationPaper: { kind: 'decision', date: '2026-03-02', body: 'Thủ tướng Chính phủ', numberText: '1/QĐ-TTg', granted: true },
  recordRecovery: { rowId: NOBODY, kind: 'item', amount: 0, receivedOn: '2026-03-02', receipt: 'PT-01' },
  changePaper: { action: 'copy', reason: 'Bổ sung hồ sơ' },
  cancelNumber: { reason: 'Cấp nhầm số' },
  addEvidence: {
    kind: 'rating',
    paper: { number: '1/QĐ', date: '2025-12-20', body: 'UBND xã' },
    year: 2025,
    rating: 'good',
    maternity: false,
  },
  confirmEvidence: { kind: 'rating' },
  cancelEvidence: { kind: 'rating', reason: 'Ghi nhầm' },
  nomineeCheck: { kind: 'individual', personId: NOBODY, name: 'Nguyễn Văn An', award: 'LDTT', occasion: 'annual', year: 2025 },
  overrideVerdict: { version: 1, ruleId: 'R-02', reason: 'Hai việc khác nhau' },
  createDraft: { key: 'ho-so' },
  importDefinition: { xml: '<x/>' },
  saveDiagram: { xml: '<x/>', rev: 0 },
  lintDiagram: { xml: '<x/>' },
  proposeDefinition: { note: 'Đề xuất' },
  checkTrail: { subjectId: null },
  dryRun: { mapping: [] },
  migrateInstances: { runId: NOBODY, instanceIds: [NOBODY], note: 'Chuyển hồ sơ' },
  publishDefinition: { note: 'Ban hành' },
  giveBackDefinition: { note: 'Trả lại' },
  discardDraft: { note: 'Không cần nữa' },
  proposeConfirmation: { ...LAW_PAPER, rowKeys: ['limits/T-17/2025-07-01'] },
  settleConfirmations: { ids: [NOBODY], accept: true },
  withdrawConfirmation: { reason: 'Ghi nhầm dòng' },
  proposeLocalRow: { ...LAW_PAPER, rowKey: 'limits/T-17/2025-07-01', values: { workingDays: 8 }, from: '2026-03-02' },
  proposeOverlay: { ...LAW_PAPER, overlayId: 'strict-80-3', from: '2026-03-02' },
  readSheet: { sheetSha256: '0'.repeat(64), from: '2026-03-02' },
  proposeSheet: { ...LAW_PAPER, sheetSha256: '0'.repeat(64), from: '2026-03-02' },
  settleLawProposal: { accept: true },
  withdrawLawProposal: { reason: 'Ghi nhầm dòng' },
  applyKinderLaw: { packId: 'vn-2026-l2026', reason: 'Quy định mới có lợi hơn', citation: 'Điều khoản chuyển tiếp' },
  readCalendarFile: { text: 'BEGIN:VCALENDAR' },
  previewCalendarPlan: { days: [], pairs: [], approve: [NOBODY], withdraw: [] },
  proposeCalendarPlan: { days: [{ date: '2026-06-01', kind: 'closure', name: 'Nghỉ', citation: 'Công văn số 1' }], pairs: [] },
  settleCalendarDays: { approve: [NOBODY], withdraw: [], fingerprint: 'x', moveDueDays: false },
  applyDueDayChanges: { fingerprint: 'x', reason: 'Lịch đổi' },
  allotFund: { amount: 1_000_000, citation: 'Quyết định số 1' },
  addBlank: { orgId: NOBODY, name: 'Phôi giấy khen', awards: [], widthMm: 297, heightMm: 210 },
  changeBlank: { version: 1, name: 'Phôi giấy khen', awards: [], widthMm: 297, heightMm: 210, fields: [] },
  retireBlank: { version: 1 },
  draftTemplate: { title: 'Mẫu riêng', packId: null, validFrom: '2026-03-02', source: '<p></p>', letterhead: null },
  changeTemplate: { title: 'Mẫu riêng', packId: null, validFrom: '2026-03-02', source: '<p></p>', letterhead: null, version: 1 },
  proposeTemplate: { version: 1 },
  settleTemplate: { version: 1, accept: true },
  withdrawTemplate: { version: 1, reason: 'Có mẫu mới' },
  confirmScan: { scanSha256: '0'.repeat(64) },
  uploadP12: { ownerKind: 'position', ownerId: NOBODY, passphrase: 'x' },
  keepSignatureImage: { ownerKind: 'position', ownerId: NOBODY },
  keepRemoteCredential: { ownerKind: 'position', ownerId: NOBODY, url: 'https://ky.example', credentialId: 'x' },
  orderPrint: { kind: 'merged-papers', params: { paperIds: [NOBODY] } },
  dropOwnFile: { paperId: NOBODY },
  saveReportForm: {
    version: 1,
    indicators: [{ id: 'lop', name: 'Số lớp', type: 'number', unit: '', target: null, required: false, audiences: [] }],
  },
  callReports: { occasion: 'annual', year: 2026, dueOn: '2026-11-05', recipients: [NOBODY] },
  saveCompilation: { version: 1, texts: {}, adjustments: {} },
  saveReport: { version: 1, figures: {}, texts: {}, ownFile: false },
  rulePunctuality: { onTime: true, reason: 'Mất điện toàn xã' },
  openInspection: { year: 2026, dueOn: null },
  saveInspectionPlan: { version: 1, periodFrom: null, periodTo: null, items: [], bodies: [] },
  saveInspectionTeam: { version: 1, team: [] },
  saveFindings: { version: 1, startTime: null, endTime: null, inspectors: [], representatives: [], requests: [], findings: [] },
  saveConclusion: {
    ...{ version: 1, result: null, summary: [], strengths: [], shortcomings: [] },
    ...{ violations: [], awards: [], requests: [] },
  },
  dropWorkProof: { place: 'bao-cao', sha256: '0'.repeat(64) },
  openScoring: { year: 2026, clusterId: null },
  saveScoreBoard: { version: 1, criteria: [], bodies: [], dueOn: null },
  saveGivenScores: { sheetId: NOBODY, version: 1, lines: [] },
  saveSelfScores: { version: 1, lines: [] },
  introduceModel: { orgId: NOBODY, ...MODEL },
  writeModel: { version: 1, ...MODEL },
  giveConsent: { by: 'Nguyễn Văn An', on: '2026-03-02', photo: false },
  withdrawConsent: { reason: 'Không muốn nữa' },
  takeModelBack: { reason: 'Giới thiệu nhầm' },
  recordPublication: { publishedOn: '2026-03-02', channel: 'Đài truyền thanh xã', link: '', withPhoto: false },
  nominateModel: { occasion: 'annual', year: 2026, award: 'GK_XA' },
  reassignTask: { version: 1, orgId: NOBODY, role: 'appraiser', reason: 'Thử cửa, không được vào' },
  assignDuty: { role: 'budget', orgId: NOBODY, asked: 'Bố trí kinh phí', dueOn: null, planned: null, year: 2026 },
  settlePlanConflict: { path: 'menus[0]', code: 'occasion-open', picked: ['annual'], reason: 'Thử cửa' },
  recordDocumentAbove: {
    ...{ symbol: '923/QĐ-TTg', dated: '2025-05-14', issuer: 'Thủ tướng Chính phủ', name: 'Cả nước thi đua', level: 'TTG' },
    ...{ body: 'Thủ tướng Chính phủ', start: '2025', end: null, quote: 'Quyết định', lineFrom: 1, lineTo: 2, reason: 'Thử cửa' },
  },
  openOccasion: { occasion: 'annual', year: 2026, registerBy: null, closesOn: '2026-12-01', recipients: [NOBODY] },
  saveRegistration: { rows: [] },
  reportDuty: { version: 1, planned: null, spent: null, doneText: '', doneOn: null },
  takeDutyBack: { reason: 'Giao nhầm đơn vị' },
  draftIndicators: {
    orgId: NOBODY,
    title: 'Bộ chỉ tiêu năm 2026',
    year: 2026,
    lines: [{ code: 'DVC', name: 'Tỷ lệ hồ sơ trực tuyến', unit: '%', target: 80, better: 'more' }],
  },
  issueIndicators: { number: '15/QĐ-UBND', date: '2026-03-02' },
  recordIndicators: { orgId: NOBODY, values: [{ code: 'DVC', value: 80 }] },
  recordContest: {
    name: 'Hội thi Tin học trẻ',
    organiser: 'Đoàn xã',
    heldOn: '2026-03-01',
    scope: 'commune',
    paper: { number: '16/QĐ-UBND', date: '2026-03-02', body: 'UBND xã' },
    results: [{ name: 'Trường Trung học cơ sở', kind: 'collective', subjectId: null, prize: 'Giải Nhất' }],
  },
  openConference: { title: 'Hội nghị sơ kết', occasion: 'interim', year: 2026 },
  planConference: {
    version: 1,
    event: 'Hội nghị sơ kết',
    date: null,
    startTime: null,
    place: '',
    chair: '',
    presenter: '',
    honoursFrom: null,
    notes: [],
    items: [],
  },
  askGuests: { recipients: true, honourees: true, models: true, guests: [] },
  dropGuest: { guestId: NOBODY },
  markAttendance: { ids: [NOBODY], attended: true },
  moveConference: { reason: 'Trùng lịch' },
  callConferenceOff: { reason: 'Không đủ điều kiện' },
  openAccount: { username: 'nguoi.moi' },
  addOrganisation: { kind: 'school', name: 'Trường mới', parentId: NOBODY, symbol: 'TM', from: '2026-03-02', paper: 'Quyết định số 1' },
  moveOrganisation: { parentId: NOBODY, from: '2026-03-01', paper: 'Quyết định số 1' },
  mergeOrganisations: {
    ...{ predecessorIds: [NOBODY], lastDay: '2026-03-31', kind: 'merged', paper: 'Nghị quyết số 1' },
    ...{ takesOpenFiles: true, keepsPosts: true, successor: { orgId: NOBODY } },
  },
  addPerson: { fullName: 'Nguyễn Văn Mới' },
  changePerson: { fullName: 'Nguyễn Văn Mới', gender: null, born: null, seen: { fullName: 'Nguyễn Văn Cũ', gender: null, born: null } },
  appointPerson: { orgId: NOBODY, role: 'clerk', title: 'Người lập hồ sơ', from: '2026-03-02' },
  endPost: { lastDay: '2026-03-31', paper: 'Quyết định số 1' },
  addRoster: {
    ...{ orgId: NOBODY, name: 'Hội đồng mới', paper: 'Quyết định số 1', from: '2026-03-02' },
    members: [1, 2, 3].map((n) => ({ personId: NOBODY, role: n === 1 ? 'chair' : 'member', standing: false })),
  },
  endRoster: { lastDay: '2026-03-31', paper: 'Quyết định số 1' },
  setAccountState: { disabled: true, reason: 'Nghỉ việc' },
  recordPayment: { rowIds: [NOBODY], paidOn: '2026-03-02', voucher: 'PC-01' },
};

/** What a query needs to come so far. */
const QUERIES: Partial<Record<RouteName, string>> = {
  uploadPlan: `?orgId=${NOBODY}`,
  compareDefinitions: `?with=${NOBODY}`,
  matter: '?kind=dossier',
  addWorkProof: '?place=bao-cao',
  attachEvidence: '?kind=rating',
  evidencePreview: '?kind=rating',
  attachGroundPaper: '?kind=roster',
  groundPaper: '?kind=delegation',
  groundPaperPreview: '?kind=roster',
  useOwnFile: '?kind=to-trinh',
  evidenceScan: '?kind=rating',
  previewImport: `?kind=award&orgId=${NOBODY}`,
  applyImport: `?kind=award&orgId=${NOBODY}`,
  postEnding: '?lastDay=2026-03-31',
  registerTemplate: '?kind=people',
  previewRegister: '?kind=people',
  applyRegister: '?kind=people',
  subjects: '?q=an',
  intakeMenu: `?orgId=${NOBODY}&occasion=annual&year=2026`,
  readNomineeSheet: `?orgId=${NOBODY}&occasion=annual&year=2026`,
  reportOffer: '?occasion=annual&year=2026',
  uploadPaperPart: '?kind=to-trinh',
  numberRegister: `?orgId=${NOBODY}`,
  numberRegisterSheet: `?orgId=${NOBODY}`,
  numberSheetForm: `?orgId=${NOBODY}`,
  readNumberSheet: `?orgId=${NOBODY}`,
  statistics: `?orgId=${NOBODY}`,
  statisticTable: `?orgId=${NOBODY}`,
  statisticRows: `?orgId=${NOBODY}&line=0&column=dat`,
};

function bodyOf(name: RouteName): { body?: string | FormData } {
  if ('upload' in ROUTES[name]) {
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.4\n'], { type: 'application/pdf' }), 'ban-quet.pdf');
    for (const [key, value] of Object.entries(BODIES[name] ?? {})) {
      form.set(key, String(value));
    }
    return { body: form };
  }
  return name in BODIES ? { body: JSON.stringify(BODIES[name]) } : {};
}

describe('refused access', () => {
  let api: ApiHarness;
  const cookies = new Map<string, { cookie: string; csrf: string }>();

  beforeAll(async () => {
    api = await openApi();
    for (const username of ['gp.chutich', 'gp.chuyenvien', 'gp.thcs.nguoilap']) {
      cookies.set(username, await signIn(username));
    }
  }, 90_000);
  afterAll(() => api.close());

  async function signIn(username: string): Promise<{ cookie: string; csrf: string }> {
    const answer = await fetch(`${api.base}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: api.password }),
    });
    const { csrf } = (await answer.json()) as { csrf: string };
    return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', csrf };
  }

  async function ask(name: RouteName, headers: Record<string, string>): Promise<{ status: number; code: string }> {
    const line = ROUTES[name];
    const query = QUERIES[name] ?? '';
    const answer = await fetch(
      `${api.base}/api/v1${line.path.replace('{id}', NOBODY).replace('{token}', 'x').replace('{orgId}', NOBODY).replace('{year}', '2026')}${query}`,
      {
        method: line.method,
        headers: {
          'idempotency-key': randomUUID(),
          ...(name in BODIES && !('upload' in ROUTES[name]) ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...bodyOf(name),
      },
    );
    const text = await answer.text();
    return { status: answer.status, code: text.startsWith('{') ? ((JSON.parse(text) as { code?: string }).code ?? '') : '' };
  }

  it.each(guarded.map(([name]) => name))('%s wants a session', async (name) => {
    expect(await ask(name, {})).toEqual({ status: 401, code: 'not-signed-in' });
  });

  it.each(guarded.filter(([, line]) => line.method !== 'GET').map(([name]) => name))("%s wants the session's own token", async (name) => {
    const { cookie } = cookies.get('gp.chutich') ?? { cookie: '' };
    expect(await ask(name, { cookie, 'x-csrf-token': 'stolen' })).toEqual({ status: 403, code: 'csrf-invalid' });
  });

  it.each(
    guarded
      .filter(([, line]) => STRANGERS[line.policy] !== '')
      .map(([name, line]) => [name, STRANGERS[line.policy] ?? 'gp.chutich'] as const),
  )('%s refuses a stranger (%s)', async (name, username) => {
    const { cookie, csrf } = cookies.get(username) ?? { cookie: '', csrf: '' };
    const { status, code } = await ask(name, { cookie, 'x-csrf-token': csrf });
    expect({
      refused: status === 403 || status === 404,
      known: code !== '' && code !== 'internal' && code !== 'csrf-invalid',
      status,
      code,
    }).toMatchObject({
      refused: true,
      known: true,
    });
  });

  it('tells a wrong name and a wrong password the same', async () => {
    const tryIn = async (username: string, password: string): Promise<unknown> => {
      const answer = await fetch(`${api.base}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password }),
      });
      const { code } = (await answer.json()) as { code: string };
      return { status: answer.status, code };
    };
    expect(await tryIn('nobody.here', 'x')).toEqual({ status: 401, code: 'sign-in-failed' });
    expect(await tryIn('gp.thutruong', 'wrong')).toEqual({ status: 401, code: 'sign-in-failed' });
  });

  it('sends every page and answer with a policy that lets nothing in or out', async () => {
    const answer = await fetch(`${api.base}/api/v1/clock`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'self'.*script-src 'self' 'nonce-.*object-src 'none'/s);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

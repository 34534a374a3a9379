import { ballotRuleFor, tally, type Level } from '@thidua/awards';
import type { CouncilRow, Meeting, Votes } from '@thidua/documents';
import { dayOf, formatLocalDate, isoOf } from '@thidua/kernel';
import type { RowFacts, SessionFacts } from '@thidua/store';
import { occasionWords } from '../grounds';
import { inOrder, nomineeRows, sessionVotes, textOf } from '../nominees';
import { planOf, type PaperPlan } from '../plan';
import type { RoundScene } from '../scene';
import { countWords } from '../words';
import { opinionWords, publicationWords, quorumWords, methodWords, recusalWords, teamOf, thresholdWords, tieWords } from './minutes-words';
import { councilFrame, placesOf } from './standing';

/** Biên bản họp Hội đồng, with every share of ALL members (V-11). */
export function councilMinutes(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, session } = scene;
  if (session === undefined) {
    return [];
  }
  const rows = agenda(scene);
  const passed = rows.filter((row) => itemOf(session, row)?.passed === true);
  const failed = rows.filter((row) => itemOf(session, row)?.passed === false);
  const chair = scene.holder(org.id, scene.round.level === 'UNIT' ? 'head' : 'chair');
  const lines = nomineeRows(scene, placesOf(scene), rows);
  const data = {
    frame: councilFrame(scene, {
      type: 'BB',
      signature: { lines: ['CHỦ TỊCH HỘI ĐỒNG'], name: chair.name },
      recipients: ['Thành viên Hội đồng', 'Lưu: VT, HĐTĐKT'],
      rests: session.items.map((item) => item.ruleId),
      date: formatLocalDate(dayOf(session.openedMs)),
    }),
    council: session.councilName,
    legalBase: session.establishedBy,
    subject: `Họp ${session.councilName} xét khen thưởng ${occasionWords(scene)}`,
    meeting: meetingOf(scene, session),
    writtenOpinions: session.members.filter((member) => member.attendance === 'written').length,
    publication: publicationWords(scene),
    quorum: quorumWords(session),
    votingMethod: methodWords(session),
    recusals: recusalWords(scene, session),
    thresholds: thresholdWords(scene, session),
    ties: tieWords(scene, session),
    discussion: [
      'Cơ quan thường trực báo cáo tóm tắt thành tích và kết quả thẩm định hồ sơ.',
      ...opinionWords(scene),
      ...[textOf(session.minutes?.['opinions'])].filter((text) => text !== ''),
    ],
    rows: lines.map((line, at): CouncilRow => councilRow(scene, session, line, inOrder(rows)[at])),
    conclusions: [
      passed.length === 0
        ? 'Không có trường hợp nào đạt tỷ lệ phiếu theo quy định.'
        : `Hội đồng thống nhất đề nghị khen thưởng ${countWords(passed)}.`,
      ...failed.map((row) => `Trường hợp ${row.name} không đạt tỷ lệ phiếu, không đề nghị trong đợt này.`),
    ],
  };
  return [
    planOf('bien-ban-hoi-dong', data, {
      slotOf: [round.id, org.id],
      orgId: org.id,
      roundId: round.id,
      title: `Biên bản họp ${session.councilName}`,
    }),
  ];
}

/** Biên bản kiểm phiếu of the counting team. */
export function countMinutes(scene: RoundScene): readonly PaperPlan[] {
  const { round, org, session } = scene;
  if (session === undefined) {
    return [];
  }
  const rows = inOrder(agenda(scene));
  const data = {
    frame: councilFrame(scene, {
      type: '',
      signature: { lines: ['TRƯỞNG BAN KIỂM PHIẾU'], name: teamOf(session).head.name },
      rests: session.items.map((item) => item.ruleId),
      date: formatLocalDate(dayOf(session.closedMs ?? session.openedMs)),
    }),
    council: session.councilName,
    subject: `Kiểm phiếu xét khen thưởng ${occasionWords(scene)}`,
    time: isoOf(session.closedMs ?? session.openedMs).slice(11, 16),
    date: formatLocalDate(dayOf(session.closedMs ?? session.openedMs)),
    place: session.place,
    team: teamOf(session),
    totalMembers: session.total,
    absent: session.members.filter((member) => member.attendance !== 'present').length,
    ballots: session.ballots,
    rows: nomineeRows(scene, placesOf(scene), rows).map((line, at) => {
      const full = councilRow(scene, session, line, rows[at]);
      return {
        index: line.index,
        name: line.name,
        award: line.award,
        votes: full.votes,
        threshold: full.threshold,
        passed: full.recommended,
      };
    }),
  };
  return [
    planOf('bien-ban-kiem-phieu', data, {
      slotOf: [round.id, org.id],
      orgId: org.id,
      roundId: round.id,
      title: `Biên bản kiểm phiếu của ${session.councilName}`,
    }),
  ];
}

function agenda(scene: RoundScene): readonly RowFacts[] {
  return scene.rows.filter((row) => scene.session?.items.some((item) => item.rowId === row.id) === true);
}

function itemOf(session: SessionFacts, row: RowFacts | undefined): SessionFacts['items'][number] | undefined {
  return session.items.find((item) => item.rowId === row?.id);
}

function councilRow(
  scene: RoundScene,
  session: SessionFacts,
  line: ReturnType<typeof nomineeRows>[number],
  row: RowFacts | undefined,
): CouncilRow {
  const item = itemOf(session, row);
  const level: Level = scene.round.level;
  const rule = row === undefined ? undefined : ballotRuleFor(scene.pack, row.award, level, scene.today);
  const counted: Votes = (row === undefined ? undefined : sessionVotes(scene, row)) ?? {
    yes: 0,
    no: 0,
    blank: 0,
    total: session.total,
    share: '0%',
  };
  const words =
    rule === undefined ? undefined : tally({ yes: counted.yes, no: counted.no, blank: counted.blank, total: counted.total }, rule);
  return {
    ...line,
    votes: { ...counted, share: words?.shareText ?? counted.share },
    threshold: rule?.threshold.kind === 'at-least' ? `ít nhất ${words?.thresholdText ?? ''}` : 'trên 50%',
    recommended: item?.passed === true,
  };
}

function meetingOf(scene: RoundScene, session: SessionFacts): Meeting {
  const present = session.members.filter((member) => member.attendance === 'present');
  const secretary = session.members.find((member) => member.role === 'secretary') ?? { name: '', title: '' };
  const chair =
    session.members.find((member) => member.role === 'chair') ??
    scene.holder(scene.org.id, scene.round.level === 'UNIT' ? 'head' : 'chair');
  return {
    date: formatLocalDate(dayOf(session.openedMs)),
    startTime: isoOf(session.openedMs).slice(11, 16),
    endTime: isoOf(session.closedMs ?? session.openedMs).slice(11, 16),
    place: session.place,
    chair: { name: chair.name, title: `${chair.title}, Chủ tịch Hội đồng` },
    secretary: { name: secretary.name, title: `${secretary.title}, Thư ký Hội đồng` },
    invited: [],
    present: present.length,
    total: session.total,
    absent: session.members
      .filter((member) => member.attendance !== 'present')
      .map((member) => ({
        name: member.name,
        title: member.title,
        reason: member.attendance === 'written' ? 'có ý kiến bằng văn bản' : 'vắng mặt',
      })),
  };
}

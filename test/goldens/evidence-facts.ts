import type { AwardHistory, EvidenceBook, Standing } from '@thidua/store';

/** An empty register. */
export const NOTHING: EvidenceBook = {
  award: [],
  rating: [],
  initiative: [],
  discipline: [],
  collective: [],
  service: [],
  statement: [],
  indicator: [],
};

const standing = (id: string, personId: string, more: Partial<Standing> = {}): Standing => ({
  id,
  personId,
  orgId: null,
  paperNumber: null,
  paperDate: null,
  paperBody: null,
  fileSha256: null,
  note: null,
  source: 'manual',
  batchId: null,
  createdBy: null,
  createdAt: new Date(0),
  confirmedBy: null,
  confirmedAt: new Date(0),
  ...more,
});

/** What the register holds of a person: four ratings, an initiative, a title and a form. */
export function evidenceOf(personId: string): EvidenceBook {
  const past = (year: number, awardName: string, awardKind: 'title' | 'form', paperNumber: string): AwardHistory => ({
    ...standing(`a${String(year)}`, personId, { paperNumber, paperBody: 'Chủ tịch UBND xã Gia Phúc' }),
    subjectName: 'Nguyễn Thị Ánh Tuyết',
    award: awardName,
    awardName,
    awardKind,
    awardType: 'merit',
    level: 'XA',
    year,
    decidedOn: `${String(year)}-12-30`,
    achievementFrom: null,
    achievementTo: null,
    achievement: null,
    achievementHash: null,
    movementId: null,
    rowId: null,
    decisionId: null,
  });
  return {
    ...NOTHING,
    rating: ([2021, 2022, 2024, 2025] as const).map((year) => ({
      ...standing(`r${String(year)}`, personId, {
        paperNumber: `${String(year - 2000)}/TB-THCS`,
        paperDate: `${String(year)}-12-20`,
        paperBody: 'Trường Trung học cơ sở Gia Phúc',
      }),
      year,
      rating: year === 2025 ? 'excellent' : 'good',
      maternity: false,
      labour: null,
    })),
    initiative: [
      {
        ...standing('sk', personId, { paperNumber: '27/QĐ-UBND', paperDate: '2025-12-15', paperBody: 'Chủ tịch UBND xã Gia Phúc' }),
        name: 'Kho học liệu số dùng chung',
        year: 2025,
        kind: 'initiative',
        scope: 'commune',
        grade: null,
        recognisedBy: 'commune',
        usedAward: null,
      },
    ],
    award: [
      past(2025, 'Chiến sĩ thi đua cơ sở', 'title', '61/QĐ-UBND'),
      past(2024, 'Giấy khen của Chủ tịch Ủy ban nhân dân huyện', 'form', '88/QĐ-UBND'),
    ],
  };
}

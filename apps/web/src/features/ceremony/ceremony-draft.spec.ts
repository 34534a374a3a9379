import { describe, expect, it } from 'vitest';
import { eventOf, whyNot, type CeremonyDraft } from './ceremony-draft';

const DRAFT: CeremonyDraft = {
  event: ' Hội nghị tổng kết ',
  separate: false,
  date: '2026-03-12',
  startTime: '08:00',
  place: 'Hội trường xã',
  chair: 'Chủ tịch UBND xã',
  presenter: '',
  guests: 'Phạm Quang Hưng, Chủ tịch\n\n Cao Thị Bích Ngọc ;',
  inviteHonourees: false,
  notes: '',
  items: '08:00 | Khai mạc | Ban tổ chức\nTham luận\n|x|',
};

describe('a ceremony as it is typed', () => {
  it('gives guests and programme a line each, without their end marks', () => {
    expect(eventOf('r', DRAFT)).toMatchObject({
      roundId: 'r',
      event: 'Hội nghị tổng kết',
      guests: ['Phạm Quang Hưng, Chủ tịch', 'Cao Thị Bích Ngọc'],
      notes: [],
      items: [
        { time: '08:00', content: 'Khai mạc', by: 'Ban tổ chức' },
        { time: '', content: 'Tham luận', by: '' },
      ],
    });
  });

  it.each([
    ['giay-moi', {}, 1, undefined],
    ['giay-moi', { guests: '' }, 1, 'guests'],
    ['giay-moi', { guests: '', inviteHonourees: true }, 1, undefined],
    ['giay-moi', { guests: '', inviteHonourees: true }, 0, 'guests'],
    ['chuong-trinh-hoi-nghi', { items: '' }, 1, 'items'],
    ['kich-ban-trao-thuong', { event: 'x' }, 1, 'event'],
    ['kich-ban-trao-thuong', { place: '' }, 1, 'place'],
    ['kich-ban-trao-thuong', { date: '' }, 1, 'date'],
    ['kich-ban-trao-thuong', { startTime: '8h' }, 1, 'date'],
    ['bang-ten', {}, 1, undefined],
  ] as const)('%s with %j and %i awarded lacks %s', (kind, change, awarded, missing) => {
    expect(whyNot(kind, { ...DRAFT, ...change }, awarded)).toBe(missing);
  });
});

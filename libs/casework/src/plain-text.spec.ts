import { initials, searchable } from './plain-text';

describe('searchable', () => {
  it.each([
    ['Nguyễn Thị Thanh Tâm', 'nguyen thi thanh tam'],
    ['ĐỖ  Đức\u00a0Đạt', 'do duc dat'],
    ['Ng\u01b0\u01a1\u0300i', 'nguoi'],
  ])('%s → %s', (name, plain) => {
    expect(searchable(name)).toBe(plain);
  });
});

describe('initials', () => {
  it.each([
    ['Gia Phúc', 'GP'],
    ['Đồng Hỷ', 'DH'],
    ['Vạn Xuân', 'VX'],
  ])('%s → %s', (place, code) => {
    expect(initials(place)).toBe(code);
  });
});

import { balancedLines, lineWidth, ruleWidth } from './balanced-lines';

describe('a title on lines of its own', () => {
  it('stays on one line when there is room', () => {
    expect(balancedLines('Về việc tặng Giấy khen', 145)).toEqual(['Về việc tặng Giấy khen']);
  });

  it('is broken into lines of about the same length that fit', () => {
    const lines = balancedLines('Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng năm 2026', 130);
    expect(lines).toHaveLength(2);
    expect(Math.max(...lines.map((line) => lineWidth(line)))).toBeLessThan(130);
    expect(Math.min(...lines.map((line) => lineWidth(line)))).toBeGreaterThan(60);
  });

  it.each([
    [
      'Về việc tặng danh hiệu thi đua và hình thức khen thưởng cho cán bộ, công chức thuộc Ủy ban nhân dân xã Gia Phúc',
      120,
      'Ủy ban nhân dân',
    ],
    [
      'Hủy bỏ một phần nội dung khen thưởng đã ghi trong phần danh sách kèm theo Quyết định số 57/QĐ-UBND ngày 05/3/2026',
      110,
      'số 57/QĐ-UBND',
    ],
    ['Kết quả bình xét, suy tôn đơn vị dẫn đầu các Cụm thi đua trên địa bàn thành phố Hải Phòng', 100, 'Hải Phòng'],
    ['Triển khai Phong trào thi đua “Bình dân học vụ số” trên địa bàn xã Gia Phúc', 140, '“Bình dân học vụ số”'],
    ['TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN THỊ MINH KHAI', 66, 'TRUNG HỌC CƠ SỞ'],
  ])('does not tear %j of %d mm inside %j', (text, room, together) => {
    expect(balancedLines(text, room).some((line) => line.includes(together))).toBe(true);
  });

  it('keeps the breaks it was given and drops no word', () => {
    const text = 'ỦY BAN NHÂN DÂN\nPHƯỜNG HỒNG BÀNG';
    expect(balancedLines(text, 66, 13)).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG HỒNG BÀNG']);
    expect(balancedLines('một hai ba bốn năm sáu bảy tám chín mười', 20).join(' ')).toBe('một hai ba bốn năm sáu bảy tám chín mười');
  });

  it('leaves a word that is wider than the room on a line of its own', () => {
    expect(balancedLines('aaaaaaaaaaaaaaaaaaaaaaaa bb', 20)).toContain('bb');
  });

  it('has a rule between a third and a half of its longest line', () => {
    const text = 'Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã';
    const share = ruleWidth(text, 145) / lineWidth(text);
    expect(share).toBeGreaterThan(0.38);
    expect(share).toBeLessThan(0.46);
  });
});

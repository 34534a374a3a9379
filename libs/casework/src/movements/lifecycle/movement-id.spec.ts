import { movementId } from './movement-id';

describe('the name a movement goes by', () => {
  it.each([
    ['UBND xã Gia Phúc', 'Bình dân học vụ số', 'gia-phuc-binh-dan-hoc-vu-so'],
    ['UBND phường Vạn Xuân', 'Đổi mới “sáng tạo”', 'van-xuan-doi-moi-sang-tao'],
    ['Trường Mầm non Hoa Sen', 'Thi đua', 'truong-mam-non-hoa-sen-thi-dua'],
  ])('%s, %s', (org, name, id) => {
    expect(movementId(org, name)).toBe(id);
  });

  it('is cut where it grows too long, and never ends in a dash', () => {
    const id = movementId('UBND xã A', 'thi đua '.repeat(40));
    expect(id.length).toBeLessThanOrEqual(90);
    expect(id).toMatch(/^[a-z0-9].*[a-z0-9]$/u);
  });
});

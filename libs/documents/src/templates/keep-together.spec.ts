import { keepTogether } from './keep-together';

describe('running text', () => {
  it('does not tear the number of a document', () => {
    const html = keepTogether('<p>tại Tờ trình số 15/TTr-VHXH và Nghị định số 152/2025/NĐ-CP ngày 14/6/2025</p>');
    expect(html).toContain('số <span class="nb">15/TTr-VHXH</span> và');
    expect(html).toContain('<span class="nb">152/2025/NĐ-CP</span> ngày 14/6/2025');
  });

  it('does not tear an article from its number', () => {
    expect(keepTogether('<p>khoản 2 Điều 44 và R-17</p>')).toBe(
      '<p><span class="nb">khoản 2</span> <span class="nb">Điều 44</span> và <span class="nb">R-17</span></p>',
    );
  });

  it.each(['HP-GP-2026-0014', '0225 3 888 100', 'V-10'])('does not tear %s', (code) => {
    expect(keepTogether(`<p>mã ${code}, và</p>`)).toBe(`<p>mã <span class="nb">${code}</span>, và</p>`);
  });

  it('begins no line with a dash', () => {
    expect(keepTogether('<p class="flat">Hội đồng Thi đua - Khen thưởng</p>')).toBe(
      '<p class="flat">Hội đồng Thi <span class="nb">đua -</span> Khen thưởng</p>',
    );
  });

  it('leaves the dash that begins an entry, attributes and tables as they are', () => {
    const html = '<p title="Thi đua - Khen">- Như trên;</p><td>57/QĐ-UBND</td>';
    expect(keepTogether(html)).toBe(html);
  });
});

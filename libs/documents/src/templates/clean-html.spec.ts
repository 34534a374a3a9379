import { cleanHtml } from './clean-html';

describe('cleaning', () => {
  it.each([
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">',
    '<script>fetch("http://127.0.0.1/")</script>',
    '<SCRIPT src=http://127.0.0.1/></SCRIPT>',
    '<iframe src="http://127.0.0.1/"></iframe>',
    '<object data="http://127.0.0.1/"></object>',
    '<base href="http://127.0.0.1/">',
    '<link rel=prefetch href="http://127.0.0.1/">',
    '<img src="http://127.0.0.1/x.png">',
    '<img srcset="http://127.0.0.1/x.png 2x">',
    '<body background=http://127.0.0.1/x.png>',
    '<p style="background:url(http://127.0.0.1/x)">',
    '<style>@import "http://127.0.0.1/x.css"; p{background:url("http://127.0.0.1/y")}</style>',
    '<svg><image href="http://127.0.0.1/"/></svg>',
  ])('takes the address out of %s', (html) => {
    expect(cleanHtml(`<p>trước</p>${html}<p>sau</p>`)).not.toContain('127.0.0.1');
  });

  it('leaves the text, the charset and inlined pictures alone', () => {
    const html = '<meta charset="utf-8"><p class="c">url(http) &lt;script&gt;</p><img alt="" src="data:image/png;base64,AA==">';
    expect(cleanHtml(html)).toBe(html);
  });
});

import { says, type Sentence } from './sentence';

/** What the law asks of the steps of a process. */
export const LAW_SENTENCES = {
  'legal-value-invalid': says(
    'có giá trị về thẩm quyền, thời hạn hoặc văn bản không đúng[: «{value}»]',
    '[Chọn một trong: {allowed}. ]Chọn lại giá trị.',
    'has a wrong value of authority, limit or papers[: “{value}”]',
    '[Choose one of: {allowed}. ]Choose again.',
  ),
  'authority-missing': says(
    'là bước quyết định chưa ghi thẩm quyền',
    'Chọn cấp, chức danh và quyền.',
    'is a deciding step without its authority',
    'Choose level, position and power.',
  ),
  'wrong-decider': says(
    'được giao cho người không có thẩm quyền quyết định[; theo {ruleId}, căn cứ {citation}, do {decider} quyết định]',
    'Chọn đúng cấp và chức danh.',
    'is given to somebody who is not the deciding authority[; by {ruleId}, {citation}, it is for {decider} to decide]',
    'Choose the right level and position.',
  ),
  'appraisal-missing': says(
    'có đường tới quyết định mà không qua thẩm định',
    'Thêm bước thẩm định.',
    'can be decided without an appraisal',
    'Add the appraisal.',
  ),
  'council-missing': says(
    'có đường tới quyết định mà không qua Hội đồng',
    'Thêm bước Hội đồng.',
    'can be decided without the council',
    'Add the council.',
  ),
  'numbering-before-signature': says(
    'cấp số trước khi ký',
    'Đặt bước ký lên trước.',
    'gives the number before the signature',
    'Sign first.',
  ),
  'latest-on-legal-path': says(
    'gọi quy trình theo bản mới nhất trên đường có hiệu lực pháp lý',
    'Ghim một phiên bản.',
    'calls the latest version on a legal path',
    'Pin a version.',
  ),
} satisfies Readonly<Record<string, Sentence>>;
